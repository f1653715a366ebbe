package dev.newsfold.dedupe;

import dev.newsfold.records.Precision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * The total order that picks a story's canonical article: the first wins.
 *
 * <ol>
 *   <li>publish day, undated last;
 *   <li>precision: within a day, an article that states its time comes before one that states only
 *       the day, which might be any time of it;
 *   <li>publish time;
 *   <li>evidence of origin: an article that names no source of its own comes before one that does;
 *   <li>address, an article with one first; then id, in code unit order.
 * </ol>
 */
public final class CanonicalOrder implements Comparator<FoldMember> {
  /** The order. It has no state. */
  public static final CanonicalOrder INSTANCE = new CanonicalOrder();

  private static final Comparator<FoldMember> ORDER =
      Comparator.comparingLong(CanonicalOrder::day)
          .thenComparing(member -> member.precision() == Precision.DAY)
          .thenComparing(FoldMember::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(member -> !isBlank(member.source()))
          .thenComparing(member -> member.url().isEmpty())
          .thenComparing(FoldMember::url)
          .thenComparing(FoldMember::id);

  private CanonicalOrder() {}

  @Override
  public int compare(FoldMember a, FoldMember b) {
    return ORDER.compare(a, b);
  }

  private static long day(FoldMember member) {
    LocalDate day = member.publishDay();
    return day == null ? Long.MAX_VALUE : day.toEpochDay();
  }

  private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
    return Objects.requireNonNullElse(text, "").isBlank();
  }
}
