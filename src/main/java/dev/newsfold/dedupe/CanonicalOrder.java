package dev.newsfold.dedupe;

import dev.newsfold.records.Precision;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The total order that picks a story's canonical article: the first wins.
 *
 * <ol>
 *   <li>publish day, undated last;
 *   <li>precision: within a day, an article that states its time comes before one that states only
 *       the day, which might be any time of it;
 *   <li>publish time;
 *   <li>evidence of origin: an article of a site that another one names as its source comes first,
 *       then one that names no source itself, then the rest;
 *   <li>address in code unit order, none last; then id.
 * </ol>
 *
 * <p>Who names whom depends on the articles compared, so an order is made for a collection.
 */
public final class CanonicalOrder implements Comparator<FoldMember> {
  /** The order where nothing is known of who names whom. */
  public static final CanonicalOrder PLAIN = new CanonicalOrder(Set.of());

  private final Comparator<FoldMember> order;

  private CanonicalOrder(Set<String> named) {
    order =
        Comparator.comparingLong(CanonicalOrder::day)
            .thenComparing(member -> member.precision() == Precision.DAY)
            .thenComparing(FoldMember::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(member -> !named.contains(member.site()))
            .thenComparing(member -> !isBlank(member.source()))
            .thenComparing(member -> member.url().isEmpty())
            .thenComparing(FoldMember::url)
            .thenComparing(FoldMember::id);
  }

  /** The order among some articles: a site is known by the names it puts behind its headlines. */
  public static CanonicalOrder among(Collection<FoldMember> members, Lore lore) {
    Set<@Nullable String> sources = new HashSet<>();
    members.forEach(member -> sources.add(member.source()));
    Set<String> named = new HashSet<>();
    sources.forEach(source -> named.addAll(sitesNamed(source, lore)));
    return named.isEmpty() ? PLAIN : new CanonicalOrder(named);
  }

  /** The sites that a source is a name of; null names none. */
  static Set<String> sitesNamed(@Nullable String source, Lore lore) {
    return source == null
        ? Set.of()
        : lore.suffixes().sitesNamed(FoldedText.letters(FoldedText.plain(source)));
  }

  @Override
  public int compare(FoldMember a, FoldMember b) {
    return order.compare(a, b);
  }

  private static long day(FoldMember member) {
    LocalDate day = member.publishDay();
    return day == null ? Long.MAX_VALUE : day.toEpochDay();
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
