package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.dedupe.SketchBytes;
import dev.newsfold.records.Article;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Recapture;
import dev.newsfold.sinks.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Brings new articles together with all of earlier runs: one record an address, as all runs
 * together know it. What a run that is replaced knew is left out; an address that no other run has
 * goes.
 */
public final class RecallArticles extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** Articles as they are now; the story is the one that they were in before, if any. */
  public static final TupleTag<Article> ARTICLES = new TupleTag<>("articles") {};

  /** What each run made of an address that several runs captured. */
  public static final TupleTag<Recapture> RECAPTURES = new TupleTag<>("recaptures") {};

  /** Entries of the ledger, for captures that are no recapture any more, or have become one. */
  public static final TupleTag<InputFile> LEDGER = new TupleTag<>("ledger") {};

  private static final Side<Article> NEW = new Side<>(0, RecordCoder.of(Article.class));
  private static final Side<KV<Integer, Article>> KNOWN =
      new Side<>(1, ReadHistory.coder(Article.class));
  private static final Side<Article> RUNS = new Side<>(2, RecordCoder.of(Article.class));
  private static final KvCoder<String, RawUnionValue> BY_ADDRESS = Side.keyed(NEW, KNOWN, RUNS);

  private final History history;
  private final Grouping grouping;

  private RecallArticles(History history, Grouping grouping) {
    this.history = history;
    this.grouping = grouping;
  }

  /** Recalls what {@code history} has. */
  public static RecallArticles from(History history, Grouping grouping) {
    return new RecallArticles(history, grouping);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    PCollection<KV<String, RawUnionValue>> known =
        articles
            .getPipeline()
            .apply(
                "ReadArticles",
                new ReadHistory<>(history, Dataset.ARTICLES, Article.class, grouping))
            .apply("Known", KNOWN.by(item -> item.getValue().getId(), BY_ADDRESS));
    PCollection<KV<String, RawUnionValue>> runs =
        articles
            .getPipeline()
            .apply(
                "ReadRecaptures",
                new ReadHistory<>(history, Dataset.RECAPTURES, Recapture.class, grouping))
            .apply("Runs", ParDo.of(new RunsFn()))
            .setCoder(BY_ADDRESS);
    return PCollectionList.of(articles.apply("New", NEW.by(Article::getId, BY_ADDRESS)))
        .and(known)
        .and(runs)
        .apply("Meet", Side.meet(grouping, BY_ADDRESS))
        .apply(
            "Recall",
            ParDo.of(new RecallFn(history.run(), grouping))
                .withOutputTags(ARTICLES, TupleTagList.of(RECAPTURES).and(LEDGER)));
  }

  /** Recaptures of the output that is being written; those of others are summed up there. */
  private static final class RunsFn
      extends DoFn<KV<Integer, Recapture>, KV<String, RawUnionValue>> {
    @ProcessElement
    public void process(
        @Element KV<Integer, Recapture> placed, OutputReceiver<KV<String, RawUnionValue>> out) {
      if (History.isOwn(placed.getKey())) {
        Article article = placed.getValue().getArticle();
        out.output(KV.of(article.getId(), RUNS.of(article)));
      }
    }
  }

  private static final class RecallFn
      extends DoFn<KV<String, Iterable<KV<String, RawUnionValue>>>, Article> {
    private final String run;
    private final Grouping grouping;

    private RecallFn(String run, Grouping grouping) {
      this.run = run;
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, RawUnionValue>>> group, MultiOutputReceiver out) {
      Side.forEachKey(
          grouping,
          group,
          (id, all) -> {
            recall(NEW.among(all), Placed.first(KNOWN.among(all)), RUNS.among(all), out);
          });
    }

    private void recall(
        List<Article> fresh,
        @Nullable KV<Integer, Article> placed,
        List<Article> runs,
        MultiOutputReceiver out) {
      Article before = placed == null ? null : placed.getValue();
      List<Article> versions = new ArrayList<>(runs);
      if (versions.isEmpty() && before != null) {
        versions.add(unplaced(before));
      }
      versions.removeIf(version -> run.equals(version.getRun()));
      versions.addAll(fresh);
      if (versions.isEmpty()) {
        return;
      }
      Article now = sketched(Recaptures.winner(versions));
      enter(fresh, before, now, out);
      out.get(ARTICLES).output(before == null ? now : placedAs(before, now));
      if (versions.size() > 1 && placed != null && History.isOwn(placed.getKey())) {
        for (Article version : versions) {
          out.get(RECAPTURES)
              .output(
                  new Recapture(now.getPublishDay(), version.getId(), version.getRun(), version));
        }
      }
    }

    /** A file that this run reads again is entered as if it had won all its addresses. */
    private void enter(
        List<Article> fresh, @Nullable Article before, Article now, MultiOutputReceiver out) {
      for (Article version : fresh) {
        if (!sameCapture(version, now)) {
          out.get(LEDGER).output(Ledger.lost(version.getOrigin().getFile(), version.getRun()));
        }
      }
      boolean kept = before != null && sameCapture(before, now);
      if (before != null && !run.equals(before.getRun()) && !kept) {
        out.get(LEDGER).output(Ledger.lost(before.getOrigin().getFile(), before.getRun()));
      }
      if (!run.equals(now.getRun()) && !kept) {
        out.get(LEDGER).output(Ledger.won(now.getOrigin().getFile(), now.getRun()));
      }
    }

    private static boolean sameCapture(Article a, Article b) {
      return Objects.equals(a.getRun(), b.getRun())
          && a.getOrigin().equals(b.getOrigin())
          && a.getPayloadDigest().equals(b.getPayloadDigest());
    }

    private static Article placedAs(Article before, Article now) {
      return Article.newBuilder(now)
          .setStoryId(before.getStoryId())
          .setCrossPostRelation(before.getCrossPostRelation())
          .build();
    }

    private static Article unplaced(Article article) {
      return Article.newBuilder(article)
          .setStoryId(null)
          .setCrossPostRelation(null)
          .setRevision(0)
          .build();
    }

    /** A release may sketch bodies in another way than the one that wrote the record. */
    private static Article sketched(Article article) {
      return SketchBytes.isCurrent(article.getSketch()) ? article : SketchBodies.sketch(article);
    }
  }
}
