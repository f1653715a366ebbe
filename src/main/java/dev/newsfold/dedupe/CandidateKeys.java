package dev.newsfold.dedupe;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Strings by which cross-posts meet: two articles are compared only if they share one. At most
 * {@value #LIMIT} an article:
 *
 * <ul>
 *   <li>{@code b} — bands of the body's sketch, for copies: each holds two minima of the body's
 *       shingle hashes, so that bodies of similarity .7 share one of the six with a probability of
 *       .98, of .8 with .998, and of .3 with .43;
 *   <li>{@code x} — the text as a whole, so that an undated page meets its dated copies;
 *   <li>{@code h} — the headline key, the original headline's key, and without a body the
 *       headline's segments: for abridgements and broken bodies;
 *   <li>{@code t} — bands of the headline, for edited headlines over abridged or missing bodies.
 * </ul>
 *
 * <p>All but {@code x} are bound to a period, so that what recurs for years makes many small groups
 * and not one large one. Periods overlap: those of bodies are twice the horizon long and begin
 * every horizon, those of headlines are two days long and begin every day. So an article has each
 * key twice, and any two articles within the rule's reach share a period. Undated articles share a
 * period of their own.
 */
public final class CandidateKeys {
  /** The most keys an article has. */
  public static final int LIMIT = 24;

  private static final int BODY_BANDS = 6;
  private static final int HEADLINE_BANDS_WITH_BODY = 3;
  private static final int HEADLINE_BANDS = 8;
  private static final int SEGMENTS = 2;

  /** Shorter Latin words are in too many headlines to tell any apart. */
  private static final int CONTENT_WORD = 4;

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

  /** Keys of an article, each once. */
  public List<String> keys(FoldMember member) {
    Profile profile = Profile.of(member, lore);
    Headline headline = profile.headline();
    Set<String> body = new LinkedHashSet<>();
    Set<String> heading = new LinkedHashSet<>();
    heading.add("h:" + headline.key());
    if (profile.original() != null) {
      heading.add("h:" + profile.original().key());
    }
    if (profile.broken()) {
      for (String segment :
          headline.segments().subList(0, Math.min(SEGMENTS, headline.segments().size()))) {
        heading.add("h:" + segment);
      }
    } else {
      bodyBands(member.sketch(), body);
    }
    headlineBands(headline, profile.broken() ? HEADLINE_BANDS : HEADLINE_BANDS_WITH_BODY, heading);
    Set<String> keys = new LinkedHashSet<>();
    spread(heading, 1, member.publishDay(), keys);
    spread(body, CrossPostRule.HORIZON_DAYS, member.publishDay(), keys);
    if (!profile.broken()) {
      keys.add("x:" + Long.toHexString(member.sketch().digest()));
    }
    return List.copyOf(keys);
  }

  /** Binds keys to the two periods of a day, for pairs at most {@code horizon} days apart. */
  private static void spread(
      Set<String> keys, int horizon, @Nullable LocalDate day, Set<String> to) {
    for (String key : keys) {
      if (day == null) {
        to.add("u/" + key);
      } else {
        long period = Math.floorDiv(day.toEpochDay(), horizon);
        to.add(period + "/" + key);
        to.add(period - 1 + "/" + key);
      }
    }
  }

  private static void bodyBands(Sketch sketch, Set<String> keys) {
    int[] minima = sketch.minima(2 * BODY_BANDS);
    for (int band = 0; band < BODY_BANDS; band++) {
      int first = minima[2 * band];
      int second = minima[2 * band + 1];
      if (first != Integer.MAX_VALUE || second != Integer.MAX_VALUE) {
        keys.add("b" + band + ":" + Integer.toHexString(first) + Integer.toHexString(second));
      }
    }
  }

  private static void headlineBands(Headline headline, int bands, Set<String> keys) {
    List<String> words =
        headline.tokens().stream().filter(t -> t.length() >= CONTENT_WORD).distinct().toList();
    long[] grams =
        headline.unspaced() || words.size() < 2
            ? java.util.Arrays.stream(headline.grams()).asLongStream().toArray()
            : words.stream().mapToLong(Shingles::hash).toArray();
    for (int band = 0; band < bands && grams.length > 0; band++) {
      long first = Long.MAX_VALUE;
      long second = Long.MAX_VALUE;
      for (long gram : grams) {
        first = Math.min(first, Shingles.mix(gram + 2 * band));
        second = Math.min(second, Shingles.mix(gram + 2 * band + 1));
      }
      keys.add("t" + band + ":" + Long.toHexString(first ^ Long.rotateLeft(second, 21)));
    }
  }
}
