package dev.newsfold.report;

import dev.newsfold.records.Origin;
import dev.newsfold.records.Rejection;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rejections for one reason: how many, and the first {@value #EXAMPLES} by origin as examples, so
 * that the choice does not depend on the order of arrival.
 */
final class ReasonTotals {
  static final int EXAMPLES = 5;

  /** Bytes of a payload and characters of a text that an example keeps. */
  private static final int EXAMPLE_BYTES = 240;

  private static final int EXAMPLE_CHARS = 400;

  private long count;

  /** In the schema's order, which begins with the origin; holds equal rejections twice. */
  private final List<Rejection> examples = new ArrayList<>(EXAMPLES + 1);

  void add(Rejection rejection) {
    count++;
    keep(bounded(rejection));
  }

  void merge(ReasonTotals other) {
    count += other.count;
    List.copyOf(other.examples).forEach(this::keep);
  }

  long count() {
    return count;
  }

  List<Rejection> examples() {
    return Collections.unmodifiableList(examples);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeInt(examples.size());
    for (Rejection example : examples) {
      ByteBuffer bytes = example.toByteBuffer();
      out.writeInt(bytes.remaining());
      out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }
  }

  static ReasonTotals read(DataInput in) throws IOException {
    ReasonTotals read = new ReasonTotals();
    read.count = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      read.examples.add(Rejection.fromByteBuffer(ByteBuffer.wrap(bytes)));
    }
    return read;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReasonTotals that
        && count == that.count
        && examples.equals(that.examples);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(count) + examples.hashCode();
  }

  private void keep(Rejection example) {
    int at = Collections.binarySearch(examples, example);
    examples.add(at < 0 ? -at - 1 : at, example);
    if (examples.size() > EXAMPLES) {
      examples.remove(EXAMPLES);
    }
  }

  private static Rejection bounded(Rejection rejection) {
    Origin origin = rejection.getOrigin();
    String member = origin.getMember();
    String url = rejection.getUrl();
    ByteBuffer payload = rejection.getPayload();
    return Rejection.newBuilder(rejection)
        .setOrigin(
            Origin.newBuilder(origin)
                .setFile(bounded(origin.getFile()))
                .setMember(member == null ? null : bounded(member))
                .build())
        .setUrl(url == null ? null : bounded(url))
        .setMessage(bounded(rejection.getMessage()))
        .setPayload(payload == null ? null : bounded(payload))
        .build();
  }

  private static String bounded(String text) {
    return Html.shorten(text, EXAMPLE_CHARS);
  }

  private static ByteBuffer bounded(ByteBuffer payload) {
    byte[] bytes = new byte[Math.min(payload.remaining(), EXAMPLE_BYTES)];
    payload.duplicate().get(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
