package dev.newsfold.dedupe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Strings by which cross-posts meet: two articles are compared only if they share one. At most
 * {@value #LIMIT} an article:
 *
 * <ul>
 *   <li>{@code b} — bands of the body's sketch, for copies: each holds two minima of the body's
 *       shingle hashes, so that bodies of similarity .7 share one of the six with a probability of
 *       .98, of .8 with .998, and of .3 with .43;
 *   <li>{@code h} — the headline key, the original headline's key, and without a body the
 *       headline's segments: for abridgements and broken bodies;
 *   <li>{@code t} — bands of the headline, for edited headlines over abridged or missing bodies.
 * </ul>
 *
 * <p>Keys know no time: what recurs for years makes one bucket, which {@link Buckets} divides. All
 * but the kind is hashed, since many more keys travel than articles.
 */
public final class CandidateKeys {
  /** The most keys an article has. */
  public static final int LIMIT = 12;

  private static final int BODY_BANDS = 6;
  private static final int HEADLINE_BANDS_WITH_BODY = 3;
  private static final int HEADLINE_BANDS = 8;
  private static final int SEGMENTS = 2;

  /** Shorter Latin words are in too many headlines to tell any apart. */
  private static final int CONTENT_WORD = 4;

  private final CorpusStatistics statistics;

  private CandidateKeys(CorpusStatistics statistics) {
    this.statistics = statistics;
  }

  /** Keys, with what was learnt about headlines. */
  public static CandidateKeys with(CorpusStatistics statistics) {
    return new CandidateKeys(statistics);
  }

  /** Keys of an article with nothing learnt. */
  public static List<String> of(FoldMember member) {
    return with(CorpusStatistics.NONE).keys(member);
  }

  /** Keys of an article, each once. */
  public List<String> keys(FoldMember member) {
    return keys(Profile.of(member, statistics));
  }

  static List<String> keys(Profile profile) {
    Headline headline = profile.headline();
    Set<String> keys = new LinkedHashSet<>();
    keys.add(key("h", Shingles.hash(headline.key())));
    if (profile.original() != null) {
      keys.add(key("h", Shingles.hash(profile.original().key())));
    }
    if (profile.broken()) {
      for (String segment :
          headline.segments().subList(0, Math.min(SEGMENTS, headline.segments().size()))) {
        keys.add(key("h", Shingles.hash(segment)));
      }
    } else {
      bodyBands(profile.sketch(), keys);
      // Asked where an article comes in, so that who listens to the statistics hears of it.
      profile.repeated();
    }
    headlineBands(headline, profile.broken() ? HEADLINE_BANDS : HEADLINE_BANDS_WITH_BODY, keys);
    return List.copyOf(keys);
  }

  /** Whether a key is a band of bodies. */
  static boolean isBody(String key) {
    return key.charAt(0) == 'b';
  }

  /** The number of a band, from zero. */
  static int band(String key) {
    return key.charAt(1) - '0';
  }

  private static String key(String kind, long hash) {
    return kind + Long.toUnsignedString(hash, 36);
  }

  private static void bodyBands(Sketch sketch, Set<String> keys) {
    int[] minima = sketch.minima(2 * BODY_BANDS);
    for (int band = 0; band < BODY_BANDS; band++) {
      int first = minima[2 * band];
      int second = minima[2 * band + 1];
      if (first != Integer.MAX_VALUE || second != Integer.MAX_VALUE) {
        keys.add(key("b" + band, (long) first << 32 | (second & 0xFFFFFFFFL)));
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
      keys.add(key("t" + band, first ^ Long.rotateLeft(second, 21)));
    }
  }
}
