package dev.newsfold.dedupe;

import dev.newsfold.records.Relation;
import org.jspecify.annotations.Nullable;

/**
 * When two articles are cross-posts.
 *
 * <ol>
 *   <li>COPY: the bodies' Jaccard similarity is at least .7, they are at most 10 days apart, and no
 *       number, date or name contradicts.
 *   <li>ABRIDGED: one body contains at least .7 of the other, the headline is the same or
 *       contained, and they are at most a day apart.
 *   <li>HEADLINE_ONLY: a body is missing or broken, and the same headline, which must not be
 *       generic, stands over both on the same day.
 * </ol>
 */
public final class CrossPostRule {
  /** Bodies at least as similar are copies. */
  static final double COPY = 0.70;

  /** A body that is contained by this share is an abridgement. */
  static final double ABRIDGED = 0.70;

  /** Cross-posts lie at most this many days apart. */
  public static final int HORIZON_DAYS = 10;

  private final Lore lore;

  private CrossPostRule(Lore lore) {
    this.lore = lore;
  }

  /** The rule, with what was learnt about headlines. */
  public static CrossPostRule with(Lore lore) {
    return new CrossPostRule(lore);
  }

  /** Judges two articles with nothing learnt. */
  public static Judgement judge(FoldMember a, FoldMember b) {
    return with(Lore.NONE).between(a, b);
  }

  /** Judges two articles. The order of the two makes no difference. */
  public Judgement between(FoldMember a, FoldMember b) {
    return between(profile(a), profile(b));
  }

  Profile profile(FoldMember member) {
    return Profile.of(member, lore);
  }

  Judgement between(Profile a, Profile b) {
    Long days = a.member().daysFrom(b.member());
    if (days != null && days > HORIZON_DAYS) {
      return Judgement.refuse(0, days + " days apart, more than " + HORIZON_DAYS);
    }
    if (a.broken() || b.broken()) {
      return byHeadline(a, b, days);
    }
    Sketch.Overlap overlap = a.sketch().overlap(b.sketch());
    double jaccard = overlap.jaccard();
    if (jaccard >= COPY) {
      return Judgement.accept(Relation.COPY, jaccard, "jaccard " + round(jaccard) + " ≥ 0.70");
    }
    double containment = Math.max(overlap.leftInRight(), overlap.rightInLeft());
    if (containment >= ABRIDGED
        && (days == null || days <= 1)
        && a.headline().containment(b.headline()) >= 0.8) {
      return Judgement.accept(
          Relation.ABRIDGED, containment, "containment " + round(containment) + " ≥ 0.70");
    }
    return Judgement.refuse(jaccard, "jaccard " + round(jaccard) + " < 0.70");
  }

  private Judgement byHeadline(Profile a, Profile b, @Nullable Long days) {
    double similarity = a.headline().jaccard(b.headline());
    if (days != null && days > 1) {
      return Judgement.refuse(similarity, "a body is missing, and " + days + " days apart");
    }
    String same = HeadlineRule.same(a.headline(), b.headline());
    return same != null
        ? Judgement.accept(Relation.HEADLINE_ONLY, similarity, same + ", a body is missing")
        : Judgement.refuse(similarity, "a body is missing and the headlines differ");
  }

  private static String round(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
  }
}
