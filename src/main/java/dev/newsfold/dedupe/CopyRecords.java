package dev.newsfold.dedupe;

import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.Story;
import java.util.Locale;

/** Writes down who copies whom in a story, and why. */
final class CopyRecords {
  private final Story story;

  CopyRecords(Story story) {
    this.story = story;
  }

  Copy of(CopyPair pair, CopyReason why, String reason) {
    FoldMember copy = pair.copy();
    FoldMember original = pair.original();
    return Copy.newBuilder()
        .setArticleId(copy.id())
        .setUrl(copy.url())
        .setSite(copy.site())
        .setSource(copy.source())
        .setHeadline(copy.headline())
        .setPublishDay(copy.publishDay())
        .setOriginalId(original.id())
        .setOriginalUrl(original.url())
        .setOriginalSite(original.site())
        .setOriginalSource(original.source())
        .setStoryId(story.getId())
        .setWhy(why)
        .setEvidence(evidence(pair, reason))
        .setLagSeconds(pair.lagSeconds())
        .setSimilarity(pair.comparable() ? pair.similarity() : null)
        .setFuller(pair.fuller())
        .setRevision(story.getRevision())
        .build();
  }

  private static String evidence(CopyPair pair, String reason) {
    String texts =
        pair.comparable()
            ? pair.sameText()
                ? "the texts are the same"
                : String.format(Locale.ROOT, "jaccard %.2f", pair.similarity())
            : "there is no text to compare";
    String doubt = pair.doubt();
    return reason
        + "; "
        + texts
        + (doubt == null ? "" : "; which came first is not known: " + doubt);
  }
}
