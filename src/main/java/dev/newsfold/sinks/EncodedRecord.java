package dev.newsfold.sinks;

import dev.newsfold.aggregate.MapsInOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record in Avro's binary encoding, as it goes into its file, with what the file has to know of
 * it. Records of all datasets can travel together this way, and none is encoded twice.
 */
public final class EncodedRecord {
  /** The order within a file; of records that sort alike, by their bytes. */
  static final Comparator<EncodedRecord> ORDER =
      Comparator.comparing(EncodedRecord::order)
          .thenComparing(EncodedRecord::bytes, Arrays::compareUnsigned);

  private final String order;
  private final boolean withdrawn;
  private final byte[] bytes;

  /**
   * A record.
   *
   * @param order what it is sorted by within its file
   * @param withdrawn whether it takes back an earlier one ({@link Revisions#isWithdrawn})
   * @param bytes which are not copied
   */
  public EncodedRecord(String order, boolean withdrawn, byte[] bytes) {
    this.order = order;
    this.withdrawn = withdrawn;
    this.bytes = bytes;
  }

  /** Encodes a record of a dataset. */
  public static EncodedRecord of(Dataset dataset, SpecificRecord item) {
    return of(dataset, item, MapsInOrder.encode(item));
  }

  /**
   * A record of a dataset, and its encoding.
   *
   * @param bytes as {@link MapsInOrder} makes them; they are not copied
   */
  public static EncodedRecord of(Dataset dataset, SpecificRecord item, byte[] bytes) {
    return new EncodedRecord(dataset.orderOf(item), Revisions.isWithdrawn(item), bytes);
  }

  /** What it is sorted by within its file. */
  public String order() {
    return order;
  }

  /** About how many bytes it takes on its way. */
  public int size() {
    return bytes.length + order.length();
  }

  /** Whether it takes back an earlier one. */
  public boolean isWithdrawn() {
    return withdrawn;
  }

  /** Its encoding; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncodedRecord that
        && order.equals(that.order)
        && withdrawn == that.withdrawn
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(order, withdrawn, Arrays.hashCode(bytes));
  }

  @Override
  public String toString() {
    return order + " (" + bytes.length + " bytes)";
  }
}
