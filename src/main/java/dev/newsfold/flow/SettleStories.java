package dev.newsfold.flow;

import dev.newsfold.aggregate.RecordDigests;
import dev.newsfold.dedupe.Inheritance;
import dev.newsfold.records.Claim;
import dev.newsfold.records.Recalled;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunLayout;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Lets stories that were folded again go on under the ids that they had, by {@link Inheritance},
 * and counts up the revision of those that have changed. Stories come in under the ids of their
 * canonical articles.
 */
final class SettleStories extends PTransform<PCollection<Story>, PCollectionTuple> {
  /** Stories that were folded, under their ids. */
  static final TupleTag<Story> FOLDED = new TupleTag<>("folded") {};

  /** Stories that differ from what an earlier run wrote, and those that are new. */
  static final TupleTag<Story> CHANGED = new TupleTag<>("changed") {};

  /** All that belong to the output that is being written and have not changed. */
  static final TupleTag<Story> KEPT = new TupleTag<>("kept") {};

  /** Folders of the partitions that stories have changed in, or have left. */
  static final TupleTag<String> PARTITIONS = new TupleTag<>("partitions") {};

  private static final TupleTag<KV<String, Story>> STORY = new TupleTag<>("story") {};
  private static final TupleTag<KV<String, Claim>> CLAIM = new TupleTag<>("claim") {};
  private static final TupleTag<KV<String, String>> NOW = new TupleTag<>("now") {};
  private static final TupleTag<KV<String, String>> BEFORE = new TupleTag<>("before") {};
  private static final TupleTag<KV<String, KV<Integer, Story>>> TOUCHED =
      new TupleTag<>("touched") {};
  private static final TupleTag<KV<String, KV<Integer, Story>>> UNTOUCHED =
      new TupleTag<>("untouched") {};

  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final AvroCoder<Claim> CLAIMS = AvroCoder.specific(Claim.class);
  private static final AvroCoder<Story> STORIES = AvroCoder.specific(Story.class);

  private final PCollection<Recalled> articles;
  private final PCollection<KV<Integer, Story>> touched;
  private final PCollection<KV<Integer, Story>> untouched;
  private final Grouping grouping;

  /**
   * @param articles as they were folded, each with the story it had
   * @param recalled the stories of earlier runs, see {@link RecallStories}
   */
  SettleStories(PCollection<Recalled> articles, PCollectionTuple recalled, Grouping grouping) {
    this.articles = articles;
    this.touched = recalled.get(RecallStories.TOUCHED);
    this.untouched = recalled.get(RecallStories.UNTOUCHED);
    this.grouping = grouping;
  }

  @Override
  public PCollectionTuple expand(PCollection<Story> stories) {
    PCollection<Story> named =
        KeyedPCollectionTuple.of(
                STORY,
                stories
                    .apply("ByCanonical", byId())
                    .setCoder(Coders.keyed(Story.class))
                    .apply("SpreadStories", grouping.spread(STORIES)))
            .and(CLAIM, granted(stories).apply("SpreadGranted", grouping.spread(CLAIMS)))
            .apply("Inherit", CoGroupByKey.create())
            .apply("Name", ParDo.of(new NameFn()))
            .setCoder(STORIES);
    return KeyedPCollectionTuple.of(
            STORY,
            named
                .apply("ById", byId())
                .setCoder(Coders.keyed(Story.class))
                .apply("SpreadNamed", grouping.spread(STORIES)))
        .and(TOUCHED, placedById("Touched", touched))
        .and(UNTOUCHED, placedById("Untouched", untouched))
        .apply("Compare", CoGroupByKey.create())
        .apply(
            "Revise",
            ParDo.of(new ReviseFn())
                .withOutputTags(FOLDED, TupleTagList.of(CHANGED).and(KEPT).and(PARTITIONS)));
  }

  /** The claims to earlier stories that are granted, by the story that they are granted to. */
  private PCollection<KV<String, Claim>> granted(PCollection<Story> stories) {
    PCollection<KV<String, Claim>> byArticle =
        KeyedPCollectionTuple.of(
                NOW,
                stories
                    .apply("Members", ParDo.of(new MembersFn()))
                    .setCoder(KvCoder.of(STRING, STRING))
                    .apply("SpreadNow", grouping.spread(STRING)))
            .and(
                BEFORE,
                articles
                    .apply("Before", ParDo.of(new BeforeFn()))
                    .setCoder(KvCoder.of(STRING, STRING))
                    .apply("SpreadBefore", grouping.spread(STRING)))
            .apply("Moves", CoGroupByKey.create())
            .apply("ClaimByArticle", ParDo.of(new ClaimFn()))
            .setCoder(KvCoder.of(STRING, CLAIMS))
            .apply("CountClaims", grouping.merge(CLAIMS, Inheritance::plus));
    PCollection<Claim> byName =
        stories
            .apply(
                "ClaimByName",
                MapElements.into(TypeDescriptor.of(Claim.class))
                    .via(story -> Inheritance.byName(story.getId())))
            .setCoder(CLAIMS);
    PCollection<Claim> ofItself =
        untouched
            .apply(
                "ClaimOfItself",
                MapElements.into(TypeDescriptor.of(Claim.class))
                    .via(story -> Inheritance.ofItself(story.getValue().getId())))
            .setCoder(CLAIMS);
    return PCollectionList.of(byArticle.apply("ByArticle", Values.create()).setCoder(CLAIMS))
        .and(byName)
        .and(ofItself)
        .apply("Claims", Flatten.pCollections())
        .apply("ByEarlier", WithKeys.of(Claim::getEarlier).withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(STRING, CLAIMS))
        .apply("Heirs", grouping.merge(CLAIMS, (a, b) -> Inheritance.heir(List.of(a, b))))
        .apply("Granted", Values.create())
        .setCoder(CLAIMS)
        .apply("OfStories", Filter.by(claim -> !claim.getStory().isEmpty()))
        .apply("ByHeir", WithKeys.of(Claim::getStory).withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(STRING, CLAIMS));
  }

  private PCollection<KV<String, KV<String, KV<Integer, Story>>>> placedById(
      String what, PCollection<KV<Integer, Story>> placed) {
    return placed
        .apply(
            what + "ById",
            WithKeys.<String, KV<Integer, Story>>of(story -> story.getValue().getId())
                .withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(STRING, RecallStories.PLACED))
        .apply("Spread" + what, grouping.spread(RecallStories.PLACED));
  }

  private static WithKeys<String, Story> byId() {
    return WithKeys.<String, Story>of(Story::getId).withKeyType(TypeDescriptors.strings());
  }

  private static final class MembersFn extends DoFn<Story, KV<String, String>> {
    @ProcessElement
    public void process(@Element Story story, OutputReceiver<KV<String, String>> out) {
      for (StoryMember member : story.getMembers()) {
        out.output(KV.of(member.getArticleId(), story.getId()));
      }
    }
  }

  private static final class BeforeFn extends DoFn<Recalled, KV<String, String>> {
    @ProcessElement
    public void process(@Element Recalled recalled, OutputReceiver<KV<String, String>> out) {
      String story = recalled.getArticle().getStoryId();
      if (story != null) {
        out.output(KV.of(recalled.getArticle().getId(), story));
      }
    }
  }

  private static final class ClaimFn extends DoFn<KV<String, CoGbkResult>, KV<String, Claim>> {
    @ProcessElement
    public void process(
        @Element KV<String, CoGbkResult> group, OutputReceiver<KV<String, Claim>> out) {
      Map<String, List<String>> before = Grouping.split(group.getValue().getAll(BEFORE));
      for (KV<String, String> now : group.getValue().getAll(NOW)) {
        for (String earlier : before.getOrDefault(now.getKey(), List.of())) {
          out.output(
              KV.of(
                  earlier + ' ' + now.getValue(),
                  Inheritance.byArticle(now.getValue(), earlier, now.getKey())));
        }
      }
    }
  }

  private static final class NameFn extends DoFn<KV<String, CoGbkResult>, Story> {
    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, OutputReceiver<Story> out) {
      Map<String, List<Claim>> granted = Grouping.split(group.getValue().getAll(CLAIM));
      for (KV<String, Story> story : group.getValue().getAll(STORY)) {
        String id =
            Inheritance.idOf(story.getKey(), granted.getOrDefault(story.getKey(), List.of()));
        out.output(Story.newBuilder(story.getValue()).setId(id).build());
      }
    }
  }

  private static final class ReviseFn extends DoFn<KV<String, CoGbkResult>, Story> {
    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, MultiOutputReceiver out) {
      Map<String, List<Story>> now = Grouping.split(group.getValue().getAll(STORY));
      Map<String, List<KV<Integer, Story>>> touched =
          Grouping.split(group.getValue().getAll(TOUCHED));
      for (KV<String, KV<Integer, Story>> story : group.getValue().getAll(UNTOUCHED)) {
        keep(story.getValue(), out);
      }
      Set<String> ids = new TreeSet<>(now.keySet());
      ids.addAll(touched.keySet());
      for (String id : ids) {
        revise(only(touched.get(id)), only(now.get(id)), out);
      }
    }

    private static void revise(
        @Nullable KV<Integer, Story> before, @Nullable Story story, MultiOutputReceiver out) {
      Story old = before == null ? null : before.getValue();
      if (story == null) {
        leave(before, out);
        return;
      }
      int revision = old == null ? 0 : old.getRevision();
      Story revised = Story.newBuilder(story).setRevision(revision).build();
      if (before != null && RecordDigests.same(revised, old)) {
        out.get(FOLDED).output(revised);
        keep(before, out);
        return;
      }
      revised.setRevision(old == null ? 0 : revision + 1);
      Counters.count(Metric.STORIES_CHANGED);
      out.get(FOLDED).output(revised);
      out.get(CHANGED).output(revised);
      out.get(PARTITIONS).output(partition(revised));
      leave(before, out);
    }

    private static void keep(KV<Integer, Story> story, MultiOutputReceiver out) {
      if (History.isOwn(story.getKey())) {
        out.get(KEPT).output(story.getValue());
      }
    }

    private static void leave(@Nullable KV<Integer, Story> story, MultiOutputReceiver out) {
      if (story != null && History.isOwn(story.getKey())) {
        out.get(PARTITIONS).output(partition(story.getValue()));
      }
    }

    private static String partition(Story story) {
      return RunLayout.folderOf(Dataset.STORIES, Dataset.STORIES.partitionOf(story));
    }

    private static <T> @Nullable T only(@Nullable List<T> items) {
      return items == null ? null : items.get(0);
    }
  }
}
