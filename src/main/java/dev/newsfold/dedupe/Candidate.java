package dev.newsfold.dedupe;

import dev.newsfold.records.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of an article as it takes to tell whether another one is worth a comparison: some eighty
 * bytes, where a sketch has thousands. Candidates are what travels to the buckets; sketches travel
 * only to those whom a bucket has paired.
 *
 * @param id the article's id
 * @param rank place in the canonical order as far as times and the source tell it; {@link #UNDATED}
 *     without a publish day
 * @param digest hash of the whole body; 0 without one
 * @param signature one byte for each of {@value #BINS} bins of shingle hashes, 0 for an empty bin;
 *     no bytes without a body. Bytes agree about as often as the bodies are similar (P. Li and A.
 *     C. König, "b-bit minwise hashing", 2010)
 */
// Arrays compare by identity in a record; nobody compares whole candidates.
@SuppressWarnings("ArrayRecordComponent")
public record Candidate(String id, long rank, long digest, byte[] signature) {
  /** The rank of what has no publish day: behind all others. */
  public static final long UNDATED = Long.MAX_VALUE;

  /** Earliest first. */
  public static final Comparator<Candidate> EARLIEST =
      Comparator.comparingLong(Candidate::rank).thenComparing(Candidate::id);

  /** Bytes of a signature. */
  static final int BINS = 32;

  /** Bits of a rank below the day: precision, milliseconds of the day, source. */
  private static final int DAY_SHIFT = 29;

  private static final long MILLIS = (1L << 27) - 1;
  private static final long HALF_DAY = 12 * 3_600_000L;

  /** Copies share .7 of their shingles; below this share of bytes they do once in ten thousand. */
  private static final double SIMILAR = 0.4;

  private static final double NEAR = 0.9;

  static Candidate of(Profile profile) {
    FoldMember member = profile.member();
    boolean broken = profile.broken();
    return new Candidate(
        member.id(),
        rankOf(member),
        broken ? 0 : member.sketch().digest(),
        broken ? new byte[0] : member.sketch().signature(BINS));
  }

  boolean dated() {
    return rank != UNDATED;
  }

  /** The publish day, counted from 1970. */
  long day() {
    return rank >> DAY_SHIFT;
  }

  boolean broken() {
    return signature.length == 0;
  }

  /**
   * Whether a comparison could find the two to be cross-posts. May err towards true; errs towards
   * false for one pair of copies in some thousands.
   */
  boolean mayMatch(Candidate other) {
    boolean known = dated() && other.dated();
    long days = known ? Math.abs(day() - other.day()) : 0;
    if (days > CrossPostRule.HORIZON_DAYS) {
      return false;
    }
    if (broken() || other.broken()) {
      return days <= 1;
    }
    int equal = equal(other);
    // What one text has of a longer one may be little of the longer one.
    return equal >= SIMILAR * filled(other) || (days <= 1 && equal > 0);
  }

  /** Whether the bodies are so much alike that most of their bands are the same. */
  boolean nearCopy(Candidate other) {
    return !broken() && !other.broken() && equal(other) >= NEAR * filled(other);
  }

  /**
   * The candidate whose signature agrees most often with those of all: of many edited copies the
   * one that was edited least. Ties go to the first.
   *
   * @param candidates one at least
   */
  static Candidate mostCentral(List<Candidate> candidates) {
    int[][] counts = new int[BINS][256];
    for (Candidate candidate : candidates) {
      for (int bin = 0; bin < candidate.signature.length; bin++) {
        counts[bin][candidate.signature[bin] & 0xff]++;
      }
    }
    Candidate central = candidates.get(0);
    long best = -1;
    for (Candidate candidate : candidates) {
      long agreeing = 0;
      for (int bin = 0; bin < candidate.signature.length; bin++) {
        agreeing += counts[bin][candidate.signature[bin] & 0xff];
      }
      if (agreeing > best) {
        best = agreeing;
        central = candidate;
      }
    }
    return central;
  }

  private int filled(Candidate other) {
    int filled = 0;
    for (int i = 0; i < BINS; i++) {
      filled += signature[i] != 0 || other.signature[i] != 0 ? 1 : 0;
    }
    return filled;
  }

  private int equal(Candidate other) {
    int equal = 0;
    for (int i = 0; i < BINS; i++) {
      equal += signature[i] != 0 && signature[i] == other.signature[i] ? 1 : 0;
    }
    return equal;
  }

  private static long rankOf(FoldMember member) {
    LocalDate day = member.publishDay();
    if (day == null) {
      return UNDATED;
    }
    Instant at = member.publishedAt();
    // The day is one of the run's zone; half a day more keeps the rest positive in any.
    long millis = at == null ? MILLIS : at.toEpochMilli() - day.toEpochDay() * 86_400_000L;
    long within = Math.max(0, Math.min(MILLIS, millis + HALF_DAY + 2 * 3_600_000L));
    long vague = member.precision() == Precision.DAY ? 1 : 0;
    return (day.toEpochDay() << DAY_SHIFT)
        | (vague << (DAY_SHIFT - 1))
        | (within << 1)
        | (named(member.source()) ? 1 : 0);
  }

  private static boolean named(@Nullable String source) {
    return source != null && !source.isBlank();
  }
}
