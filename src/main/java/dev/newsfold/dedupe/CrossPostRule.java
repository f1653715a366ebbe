package dev.newsfold.dedupe;

import dev.newsfold.captures.Quantity;
import dev.newsfold.records.Relation;
import org.jspecify.annotations.Nullable;

/**
 * When two articles are cross-posts.
 *
 * <ol>
 *   <li>COPY: the bodies' Jaccard similarity is at least {@value #COPY}, they lie at most {@value
 *       #HORIZON_DAYS} days apart, and no number, date or name contradicts, in the headlines or in
 *       the bodies.
 *   <li>ABRIDGED: one body contains at least {@value #ABRIDGED} of the other, the headlines say the
 *       same, they lie at most a day apart, and no number or date contradicts.
 *   <li>HEADLINE_ONLY: a body is missing or broken, the headlines say the same and are not generic,
 *       and they are of one day; where the other body is there, the headline is the very same.
 * </ol>
 *
 * <p>Where a publish time is unknown, the days cannot speak against a pair; the rest must.
 */
public final class CrossPostRule {
  /** Bodies at least as similar are copies. */
  static final double COPY = 0.70;

  /** A body of which this share is in the other is an abridgement. */
  static final double ABRIDGED = 0.70;

  /** Cross-posts lie at most this many days apart. */
  public static final int HORIZON_DAYS = 10;

  /** Bodies this similar are the same text, whatever stands above it. */
  private static final double SAME_TEXT = 0.95;

  /** From this containment on, the headlines of an abridgement need to have less in common. */
  private static final double FULLY_CONTAINED = 0.95;

  /**
   * An abridgement is shorter than this share of the full text, unless the headline is the same.
   */
  private static final double SHORTENED = 0.85;

  /** Headlines with less in common are no pattern filled in twice. */
  private static final double PATTERN = 0.3;

  /** Bodies this similar are one text under a headline of which one place is another. */
  private static final double FILLED_IN = 0.88;

  /** The same where several places are. */
  private static final double REWRITTEN = 0.8;

  /** One place of a pattern is less than the rest of the headline. */
  private static final double ONE_PLACE = 0.7;

  private static final String FRAMED = ", but what they share stands on many pages of a site";

  private final CorpusStatistics statistics;

  private CrossPostRule(CorpusStatistics statistics) {
    this.statistics = statistics;
  }

  /** The rule, with what was learnt about headlines. */
  public static CrossPostRule with(CorpusStatistics statistics) {
    return new CrossPostRule(statistics);
  }

  /** Judges two articles with nothing learnt. */
  public static MatchResult judge(FoldMember a, FoldMember b) {
    return with(CorpusStatistics.NONE).between(a, b);
  }

  /** Judges two articles. The order of the two makes no difference. */
  public MatchResult between(FoldMember a, FoldMember b) {
    return between(profile(a), profile(b));
  }

  Profile profile(FoldMember member) {
    return Profile.of(member, statistics);
  }

  MatchResult between(Profile a, Profile b) {
    Long days = a.member().daysFrom(b.member());
    if (days != null && days > HORIZON_DAYS) {
      return MatchResult.refuse(0, days + " days apart, more than " + HORIZON_DAYS);
    }
    if (a.broken() || b.broken()) {
      return byHeadline(a, b, days);
    }
    SketchOverlap overlap = a.sketch().overlap(b.sketch());
    double containment = Math.max(overlap.leftInRight(), overlap.rightInLeft());
    if (overlap.jaccard() >= COPY) {
      return copy(a, b, overlap.jaccard(), days);
    }
    if (containment >= ABRIDGED) {
      return abridged(a, b, containment, days);
    }
    return MatchResult.refuse(
        overlap.jaccard(),
        "jaccard "
            + round(overlap.jaccard())
            + " < "
            + COPY
            + ", containment "
            + round(containment)
            + " < "
            + ABRIDGED);
  }

  private static MatchResult copy(Profile a, Profile b, double jaccard, @Nullable Long days) {
    String similar = "jaccard " + round(jaccard) + " ≥ " + COPY + apart(days);
    SlotDiff slots = SlotDiff.of(a, b);
    if (slots.contradicts()) {
      return MatchResult.refuse(jaccard, similar + ", but " + slots.words());
    }
    ClosestHeadlines titles = ClosestHeadlines.of(a, b);
    if (framed(a, b, titles)) {
      return MatchResult.refuse(jaccard, similar + FRAMED);
    }
    if (a.brief() || b.brief()) {
      boolean sameIssue = jaccard >= SAME_TEXT && days != null && days == 0 && titles.sameKey();
      return sameIssue || HeadlineRule.alike(titles.one(), titles.other())
          ? MatchResult.accept(Relation.COPY, jaccard, similar + ", headlines alike")
          : MatchResult.refuse(
              jaccard, similar + ", but the text is short and the headlines differ");
    }
    String against = against(a, b, titles, jaccard);
    if (against != null) {
      return MatchResult.refuse(jaccard, similar + against);
    }
    return MatchResult.accept(Relation.COPY, jaccard, similar + ", no slot conflicts");
  }

  private static MatchResult abridged(
      Profile a, Profile b, double containment, @Nullable Long days) {
    String contained = "containment " + round(containment) + " ≥ " + ABRIDGED + apart(days);
    if (days != null && days > 1) {
      return MatchResult.refuse(containment, contained + ", more than 1");
    }
    SlotDiff slots = SlotDiff.of(a, b);
    if (slots.contradicts()) {
      return MatchResult.refuse(containment, contained + ", but " + slots.words());
    }
    ClosestHeadlines titles = ClosestHeadlines.of(a, b);
    Headline one = titles.one();
    Headline other = titles.other();
    if (framed(a, b, titles)) {
      return MatchResult.refuse(containment, contained + FRAMED);
    }
    boolean sameKey = titles.sameKey() && !one.generic();
    // Of an abridgement, what is not in the other text is not known to agree.
    String against = against(a, b, titles, 0);
    if (against != null) {
      return MatchResult.refuse(containment, contained + against);
    }
    if ((a.brief() || b.brief()) && !sameKey) {
      return MatchResult.refuse(containment, contained + ", but the text is short");
    }
    double ratio =
        (double) Math.min(a.sketch().shingles(), b.sketch().shingles())
            / Math.max(a.sketch().shingles(), b.sketch().shingles());
    double needed = containment >= FULLY_CONTAINED ? 0.3 : 0.5;
    boolean alike = one.jaccard(other) >= needed && !one.generic() && !other.generic();
    return sameKey || ((ratio < SHORTENED || !a.sketch().unspaced()) && alike)
        ? MatchResult.accept(Relation.ABRIDGED, containment, contained + ", headlines alike")
        : MatchResult.refuse(containment, contained + ", but the headlines differ");
  }

  /**
   * Whether what two texts under unrelated headlines have in common is what a site repeats on its
   * pages, so that it tells nothing of either.
   */
  private static boolean framed(Profile a, Profile b, ClosestHeadlines titles) {
    Headline one = titles.one();
    Headline other = titles.other();
    boolean related = titles.sameKey() ? !one.generic() : one.jaccard(other) >= PATTERN;
    return !related
        && a.sketch().digest() != b.sketch().digest()
        && PageFrames.shared(a, b)
        && !Exchange.of(a, one, b, other).agreed();
  }

  /** What in two headlines speaks against one text under them, in words; null if nothing does. */
  private static @Nullable String against(
      Profile a, Profile b, ClosestHeadlines titles, double similarity) {
    Headline one = titles.one();
    Headline other = titles.other();
    if (titles.sameKey() || one.correction() || other.correction()) {
      return null;
    }
    if (similarity < SAME_TEXT
        && (HeadlineMatch.slotsDiffer(one, other) || Contradiction.opposed(one, other))) {
      return ", but the headlines contradict";
    }
    if (one.jaccard(other) < PATTERN) {
      return null;
    }
    HeadlineMatch match = HeadlineMatch.of(one, other);
    if (match.cover() < 0.6) {
      return null;
    }
    Exchange exchange = Exchange.of(a, one, b, other);
    if (match.gaps() > 0 && exchange.differs()) {
      return ", but each text is about what its own headline names";
    }
    boolean contrary = one.unspaced() ? match.exchanged() + match.head() > 0 : match.onlyHead();
    return contrary && similarity < enough(one, match, exchange)
        ? ", but the headlines contradict"
        : null;
  }

  /** How similar two texts must be to be one under headlines of which the words differ. */
  private static double enough(Headline one, HeadlineMatch match, Exchange exchange) {
    if (!one.unspaced()) {
      // The first word names the subject; an abbreviation of it is no longer than a short word.
      return match.head() >= HeadlineRule.NAME ? SAME_TEXT : 0;
    }
    boolean rewritten =
        match.gaps() > 1
            || match.cover() < ONE_PLACE
            || (match.exchanged() == 0 && exchange.agreed());
    return rewritten ? REWRITTEN : FILLED_IN;
  }

  private static MatchResult byHeadline(Profile a, Profile b, @Nullable Long days) {
    ClosestHeadlines titles = ClosestHeadlines.of(a, b);
    double similarity = titles.one().jaccard(titles.other());
    if (!a.member().sameDayAs(b.member())) {
      return MatchResult.refuse(similarity, "a body is missing, and not of one day" + apart(days));
    }
    // One body cannot be held against none, so the headline must be the very same.
    String same =
        a.broken() && b.broken()
            ? HeadlineRule.same(titles.one(), titles.other())
            : HeadlineRule.equal(titles.one(), titles.other());
    return same != null
        ? MatchResult.accept(Relation.HEADLINE_ONLY, similarity, same + ", a body is missing")
        : MatchResult.refuse(similarity, "a body is missing and the headlines differ");
  }

  private static String apart(@Nullable Long days) {
    return days == null ? ", days apart unknown" : ", " + Quantity.of(days, "day") + " apart";
  }

  private static String round(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
  }
}
