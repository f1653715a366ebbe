package dev.newsfold.dedupe;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.Article;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Remembered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds captures to what is remembered of an article, each once. A stream may be handed one capture
 * several times: a producer tries again, or an archive that grew is read anew. Captures are the
 * same if they lie in one place, were fetched at one time and hold the same bytes.
 */
public final class Deliveries {
  /** The most captures of an article that are told apart; beyond, a repetition is a recapture. */
  public static final int MAX_SEEN = 1000;

  private Deliveries() {}

  /**
   * What is remembered of an article with one more capture.
   *
   * @param one the group of a single capture
   * @return nothing if the capture was there before
   */
  public static Optional<Remembered> add(@Nullable Remembered known, RecaptureGroup one) {
    List<Long> identity = List.of(identity(one.getLatest()));
    if (known == null) {
      return Optional.of(remembered(one, identity, false));
    }
    if (known.getSeen().contains(identity.get(0))) {
      return Optional.empty();
    }
    return Optional.of(
        remembered(
            Recaptures.merge(known.getGroup(), one),
            SortedSets.smallest(known.getSeen(), identity, MAX_SEEN),
            known.getLate()));
  }

  private static Remembered remembered(RecaptureGroup group, List<Long> seen, boolean late) {
    Remembered remembered = new Remembered();
    remembered.setGroup(group);
    remembered.setSeen(seen);
    remembered.setLate(late);
    return remembered;
  }

  /** What tells a capture that could be parsed from others. */
  public static long identity(Article article) {
    Instant at = article.getCapturedAt();
    String text =
        String.join(
            "\n",
            article.getOrigin().getFile(),
            String.valueOf(article.getOrigin().getOffset()),
            String.valueOf(article.getOrigin().getMember()),
            at == null ? "" : at.toString(),
            article.getPayloadDigest());
    return Long.parseUnsignedLong(Digests.sha256(text).substring(0, 16), 16);
  }
}
