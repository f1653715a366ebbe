package dev.newsfold.dedupe;

import dev.newsfold.records.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
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
 *       then one that names no source itself, then the rest; an edition for a device or a printer
 *       comes after the plain page;
 *   <li>address in code unit order, none last; then id.
 * </ol>
 *
 * <p>Evidence of origin outweighs a small difference of time: an article that names another's site
 * as its source, or is an edition of another's page, cannot be older. If it is stamped earlier, by
 * no more than {@value #HOURS} hours, the other's stamp counts in place of its own for the first
 * three steps. Since each article is so given one stamp, the order stays total.
 *
 * <p>Who names whom depends on the articles compared, so an order is made for a collection.
 */
public final class CanonicalOrder implements Comparator<FoldMember> {
  /** The order where nothing is known of who names whom. */
  public static final CanonicalOrder PLAIN = new CanonicalOrder(Set.of(), Map.of());

  /** How far clocks and stamps of two sites may be apart. */
  private static final int HOURS = 6;

  private final Comparator<FoldMember> order;

  private CanonicalOrder(Set<String> named, Map<String, Stamp> taken) {
    order =
        Comparator.comparing(
                (FoldMember member) -> {
                  Stamp stamp = taken.get(member.id());
                  return stamp == null ? Stamp.of(member) : stamp;
                })
            .thenComparing(member -> !named.contains(member.outlet()))
            .thenComparing(member -> !isBlank(member.source()))
            .thenComparing(FoldMember::edition)
            .thenComparing(member -> member.url().isEmpty())
            .thenComparing(FoldMember::url)
            .thenComparing(FoldMember::id);
  }

  /** The order among some articles: a site is known by the names it puts behind its headlines. */
  public static CanonicalOrder among(Collection<FoldMember> members, CorpusStatistics statistics) {
    Map<String, Set<String>> outletsOf = new HashMap<>();
    Set<String> named = new HashSet<>();
    for (FoldMember member : members) {
      String source = member.source();
      if (source != null && !outletsOf.containsKey(source)) {
        Set<String> outlets = new HashSet<>();
        sitesNamed(source, statistics).forEach(site -> outlets.add(Edition.outlet(site)));
        outletsOf.put(source, outlets);
        named.addAll(outlets);
      }
    }
    Map<String, Stamp> first = new HashMap<>();
    for (FoldMember member : members) {
      if (!member.outlet().isEmpty() && !member.edition()) {
        first.merge(member.outlet(), Stamp.of(member), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    Map<String, Stamp> taken = new HashMap<>();
    for (FoldMember member : members) {
      Set<String> origins = new HashSet<>();
      if (member.source() != null) {
        origins.addAll(outletsOf.getOrDefault(member.source(), Set.of()));
        origins.remove(member.outlet());
      }
      if (member.edition()) {
        origins.add(member.outlet());
      }
      Stamp own = Stamp.of(member);
      origins.stream()
          .map(first::get)
          .filter(Objects::nonNull)
          .filter(origin -> own.compareTo(origin) < 0 && own.near(origin))
          .max(Comparator.naturalOrder())
          .ifPresent(origin -> taken.put(member.id(), origin));
    }
    return named.isEmpty() && taken.isEmpty() ? PLAIN : new CanonicalOrder(named, taken);
  }

  /** The sites that a source is a name of; null names none. */
  static Set<String> sitesNamed(@Nullable String source, CorpusStatistics statistics) {
    return source == null
        ? Set.of()
        : statistics.suffixes().sitesNamed(FoldedText.letters(FoldedText.plain(source)));
  }

  @Override
  public int compare(FoldMember a, FoldMember b) {
    return order.compare(a, b);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /**
   * When an article says it was published.
   *
   * @param day publish day, counted from 1970; {@link Long#MAX_VALUE} without one
   * @param vague whether no more than the day is stated
   * @param at the time; null without one
   */
  private record Stamp(long day, boolean vague, @Nullable Instant at) implements Comparable<Stamp> {
    private static final Comparator<Stamp> ORDER =
        Comparator.comparingLong(Stamp::day)
            .thenComparing(Stamp::vague)
            .thenComparing(Stamp::at, Comparator.nullsLast(Comparator.naturalOrder()));

    static Stamp of(FoldMember member) {
      LocalDate day = member.publishDay();
      return new Stamp(
          day == null ? Long.MAX_VALUE : day.toEpochDay(),
          member.precision() == Precision.DAY,
          member.publishedAt());
    }

    /** Whether the other lies so near that either might be the earlier. */
    boolean near(Stamp other) {
      if (vague || other.vague || at == null || other.at == null) {
        return day == other.day;
      }
      return Duration.between(at, other.at).abs().compareTo(Duration.ofHours(HOURS)) <= 0;
    }

    @Override
    public int compareTo(Stamp other) {
      return ORDER.compare(this, other);
    }
  }
}
