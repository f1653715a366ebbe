package dev.newsfold.flow;

import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.records.Article;
import dev.newsfold.records.Recalled;
import dev.newsfold.records.Recapture;
import dev.newsfold.sinks.Dataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Brings new articles together with those of earlier runs: one record an address, as all runs know
 * it. What a run that is replaced knew is left out; an address that no other run has goes.
 */
final class RecallArticles extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** Articles near and new, as they are now and with how they stood before. */
  static final TupleTag<Recalled> RECALLED = new TupleTag<>("recalled") {};

  /** What each run made of an address that several runs captured. */
  static final TupleTag<Recapture> RECAPTURES = new TupleTag<>("recaptures") {};

  /** Articles that no run has any longer. */
  static final TupleTag<Article> GONE = new TupleTag<>("gone") {};

  private static final TupleTag<KV<String, Article>> NEW = new TupleTag<>("new") {};
  private static final TupleTag<KV<String, KV<Integer, Article>>> KNOWN =
      new TupleTag<>("known") {};
  private static final TupleTag<KV<String, Article>> RUNS = new TupleTag<>("runs") {};
  private static final TupleTag<KV<String, String>> MEMBER = new TupleTag<>("member") {};

  private static final AvroCoder<Article> ARTICLE = AvroCoder.specific(Article.class);
  private static final KvCoder<Integer, Article> PLACED = KvCoder.of(VarIntCoder.of(), ARTICLE);
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  private final History history;
  private final PCollectionView<List<Long>> days;
  private final PCollection<KV<String, String>> members;
  private final Grouping grouping;

  /**
   * @param days whose articles are recalled
   * @param members of the stories that are folded again
   */
  RecallArticles(
      History history,
      PCollectionView<List<Long>> days,
      PCollection<KV<String, String>> members,
      Grouping grouping) {
    this.history = history;
    this.days = days;
    this.members = members;
    this.grouping = grouping;
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    PCollection<KV<String, KV<Integer, Article>>> known =
        articles
            .getPipeline()
            .apply(
                "ReadArticles",
                new ReadHistory<>(history, Dataset.ARTICLES, Article.class, days, 0, grouping))
            .apply(
                "KnownById",
                WithKeys.<String, KV<Integer, Article>>of(item -> item.getValue().getId())
                    .withKeyType(TypeDescriptors.strings()))
            .setCoder(KvCoder.of(STRING, PLACED));
    PCollection<KV<String, Article>> runs =
        articles
            .getPipeline()
            .apply(
                "ReadRecaptures",
                new ReadHistory<>(history, Dataset.RECAPTURES, Recapture.class, days, 0, grouping))
            .apply("RunsById", ParDo.of(new RunsFn()))
            .setCoder(KvCoder.of(STRING, ARTICLE));
    return KeyedPCollectionTuple.of(
            NEW,
            articles
                .apply(
                    "NewById", WithKeys.of(Article::getId).withKeyType(TypeDescriptors.strings()))
                .setCoder(KvCoder.of(STRING, ARTICLE))
                .apply("SpreadNew", grouping.spread(ARTICLE)))
        .and(KNOWN, known.apply("SpreadKnown", grouping.spread(PLACED)))
        .and(RUNS, runs.apply("SpreadRuns", grouping.spread(ARTICLE)))
        .and(MEMBER, members.apply("SpreadMembers", grouping.spread(STRING)))
        .apply("Meet", CoGroupByKey.create())
        .apply(
            "Recall",
            ParDo.of(new RecallFn(history.run()))
                .withOutputTags(RECALLED, TupleTagList.of(RECAPTURES).and(GONE)));
  }

  /** Recaptures of the output that is being written; those of others are summed up there. */
  private static final class RunsFn extends DoFn<KV<Integer, Recapture>, KV<String, Article>> {
    @ProcessElement
    public void process(
        @Element KV<Integer, Recapture> placed, OutputReceiver<KV<String, Article>> out) {
      if (History.isOwn(placed.getKey())) {
        Article article = placed.getValue().getArticle();
        out.output(KV.of(article.getId(), article));
      }
    }
  }

  private static final class RecallFn extends DoFn<KV<String, CoGbkResult>, Recalled> {
    private final String run;

    private RecallFn(String run) {
      this.run = run;
    }

    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, MultiOutputReceiver out) {
      Map<String, List<Article>> fresh = Grouping.split(group.getValue().getAll(NEW));
      Map<String, List<KV<Integer, Article>>> known =
          Grouping.split(group.getValue().getAll(KNOWN));
      Map<String, List<Article>> runs = Grouping.split(group.getValue().getAll(RUNS));
      Map<String, List<String>> members = Grouping.split(group.getValue().getAll(MEMBER));
      Set<String> ids = new TreeSet<>(fresh.keySet());
      ids.addAll(known.keySet());
      for (String id : ids) {
        recall(
            fresh.getOrDefault(id, List.of()),
            last(known.getOrDefault(id, List.of())),
            runs.getOrDefault(id, List.of()),
            members.getOrDefault(id, List.of()),
            out);
      }
    }

    private void recall(
        List<Article> fresh,
        @Nullable KV<Integer, Article> placed,
        List<Article> runs,
        List<String> stories,
        MultiOutputReceiver out) {
      Article before = placed == null ? null : placed.getValue();
      List<Article> versions = new ArrayList<>(runs);
      if (versions.isEmpty() && before != null) {
        versions.add(unplaced(before));
      }
      versions.removeIf(version -> !run.isEmpty() && run.equals(version.getRun()));
      versions.addAll(fresh);
      if (versions.isEmpty()) {
        if (before != null) {
          out.get(GONE).output(before);
        }
        return;
      }
      Article now = sketched(Recaptures.winner(versions));
      if (before != null) {
        now.setStoryId(before.getStoryId());
        now.setCrossPostRelation(before.getCrossPostRelation());
      }
      boolean several = versions.size() > 1;
      boolean changed =
          !now.equals(before)
              || !new HashSet<>(runs).equals(several ? new HashSet<>(versions) : Set.of());
      out.get(RECALLED)
          .output(
              Recalled.newBuilder()
                  .setArticle(now)
                  .setKnown(before != null)
                  .setOwn(placed != null && History.isOwn(placed.getKey()))
                  .setChanged(changed)
                  .setFolds(
                      before == null
                          || before.getStoryId() == null
                          || stories.contains(before.getStoryId()))
                  .setFormerDay(before == null ? null : before.getPublishDay())
                  .setFormerAt(before == null ? null : before.getPublishedAt())
                  .build());
      if (several) {
        versions.forEach(
            version -> out.get(RECAPTURES).output(new Recapture(now.getPublishDay(), version)));
      }
    }

    private static @Nullable KV<Integer, Article> last(List<KV<Integer, Article>> placed) {
      KV<Integer, Article> last = null;
      for (KV<Integer, Article> item : placed) {
        last = last == null || item.getKey() > last.getKey() ? item : last;
      }
      return last;
    }

    private static Article unplaced(Article article) {
      return Article.newBuilder(article).setStoryId(null).setCrossPostRelation(null).build();
    }

    /** A release may sketch bodies in another way than the one that wrote the record. */
    private static Article sketched(Article article) {
      return Sketch.isCurrent(article.getSketch()) ? article : SketchBodies.sketch(article);
    }
  }
}
