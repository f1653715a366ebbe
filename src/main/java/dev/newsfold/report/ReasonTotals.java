package dev.newsfold.report;

import dev.newsfold.records.Origin;
import dev.newsfold.records.Rejection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

  long count() {
    return count;
  }

  List<Rejection> examples() {
    return Collections.unmodifiableList(examples);
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
