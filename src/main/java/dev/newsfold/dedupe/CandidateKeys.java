package dev.newsfold.dedupe;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Strings by which cross-posts meet: two articles are compared only if they share one.
 *
 * <p>Each key is bound to a period, so that what recurs for years makes many small groups and not
 * one large one. Periods are twice the horizon long and begin every horizon; an article is in two
 * of them, and any two articles within the horizon share one. Undated articles have a period of
 * their own.
 */
public final class CandidateKeys {
  private static final int BANDS = 8;
  private static final int ROWS = 2;

  private final Lore lore;

  private CandidateKeys(Lore lore) {
    this.lore = lore;
  }

  /** Keys, with what was learnt about headlines. */
  public static CandidateKeys with(Lore lore) {
    return new CandidateKeys(lore);
  }

  /** Keys of an article with nothing learnt. */
  public static List<String> of(FoldMember member) {
    return with(Lore.NONE).keys(member);
  }

  /** Keys of an article; at most 24, each once. */
  public List<String> keys(FoldMember member) {
    List<String> timeless = new ArrayList<>();
    timeless.add("h:" + HeadlineKey.of(member.headline(), lore.suffixes(), member.site()));
    if (member.originalHeadline() != null) {
      timeless.add("h:" + HeadlineKey.of(member.originalHeadline()));
    }
    if (!member.sketch().isEmpty()) {
      int[] minima = member.sketch().minima(BANDS * ROWS);
      for (int band = 0; band < BANDS; band++) {
        int first = minima[band * ROWS];
        int second = minima[band * ROWS + 1];
        if (first != Integer.MAX_VALUE || second != Integer.MAX_VALUE) {
          timeless.add("b" + band + ":" + first + "," + second);
        }
      }
    }
    if (member.sketch().isEmpty()) {
      Headline headline = Headline.of(member.headline(), lore, member.site());
      for (String segment : headline.segments()) {
        timeless.add("h:" + segment);
      }
      headlineBands(headline, timeless);
    }
    Set<String> keys = new LinkedHashSet<>();
    for (String key : timeless) {
      for (String period : periods(member.publishDay())) {
        keys.add(period + key);
      }
    }
    return List.copyOf(keys);
  }

  private static void headlineBands(Headline headline, List<String> keys) {
    for (int band = 0; band < 8; band++) {
      int first = Integer.MAX_VALUE;
      int second = Integer.MAX_VALUE;
      for (int gram : headline.grams()) {
        long mixed = Shingles.mix(gram * 31L + band);
        first = Math.min(first, (int) mixed);
        second = Math.min(second, (int) (mixed >>> 32));
      }
      keys.add("t" + band + ":" + first + "," + second);
    }
  }

  private static List<String> periods(@org.jspecify.annotations.Nullable LocalDate day) {
    if (day == null) {
      return List.of("u/");
    }
    long period = Math.floorDiv(day.toEpochDay(), CrossPostRule.HORIZON_DAYS);
    return List.of(period + "/", (period - 1) + "/");
  }
}
