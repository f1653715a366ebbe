package dev.newsfold.aggregate;

import dev.newsfold.captures.Digests;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Short digests of records, to tell whether one has changed. Avro's own {@code equals} fails on
 * lists of records that hold times, once they have been read from bytes.
 */
public final class RecordDigests {
  private RecordDigests() {}

  /** Whether the records say the same, field by field. */
  public static boolean same(SpecificRecordBase a, @Nullable SpecificRecordBase b) {
    return b != null && of(a) == of(b);
  }

  /** 64 bits of the SHA-256 of the record as Avro encodes it. */
  public static long of(SpecificRecordBase item) {
    String digest = Digests.sha256(ByteBuffer.wrap(MapsInOrder.encode(item)));
    return Long.parseUnsignedLong(digest.substring(0, 16), 16);
  }
}
