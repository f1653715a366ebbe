package dev.newsfold.aggregate;

import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.records.Article;
import dev.newsfold.records.RecaptureGroup;
import java.util.List;
import java.util.Map;

/** Captures stripped of what neither the fold nor the counts look at: most of their bytes. */
public final class BareCaptures {
  private BareCaptures() {}

  /** The group of one capture: told apart by its text, its fields noted, and then without them. */
  public static RecaptureGroup of(Article sketched) {
    RecaptureGroup group = Recaptures.of(sketched);
    group.setContents(null);
    group.setFilled(FieldDrift.filled(sketched));
    group.setLatest(
        Article.newBuilder(sketched)
            .setBody("")
            .setSummary(null)
            .setBreadcrumb(List.of())
            .setDateline(null)
            .setTopic(null)
            .setAuthors(List.of())
            .setEditor(List.of())
            .setKeywords(List.of())
            .setImage(null)
            .setSourceUrl(null)
            .setEvidence(Map.of())
            .setContents(List.of())
            .build());
    return group;
  }
}
