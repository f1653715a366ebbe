package dev.newsfold.flow;

import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.PublishDays;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Late;
import dev.newsfold.records.Recalled;
import dev.newsfold.records.Recapture;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Distinct;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Folds new articles together with those of earlier runs that were published within reach of them,
 * and counts anew the windows that this changes. What it yields is what to write: of an earlier
 * output only what has changed; of the output that is being written whole partitions, in place of
 * those that were there.
 */
public final class FoldOntoHistory extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** Articles to write. */
  public static final TupleTag<Article> ARTICLES = new TupleTag<>("articles") {};

  /** What each run made of addresses that several captured, to write. */
  public static final TupleTag<Recapture> RECAPTURES = new TupleTag<>("recaptures") {};

  /** Stories to write. */
  public static final TupleTag<Story> STORIES = new TupleTag<>("stories") {};

  /** Rows to write. */
  public static final TupleTag<DailyAggregate> AGGREGATES = new TupleTag<>("aggregates") {};

  /** Articles among those to write that were not counted, to write. */
  public static final TupleTag<Late> LATE = new TupleTag<>("late") {};

  /** Folders of the partitions whose files give way to those that are written. */
  public static final TupleTag<String> REPLACED = new TupleTag<>("replaced") {};

  private final History history;
  private final Lateness lateness;
  private final Grouping grouping;

  private FoldOntoHistory(History history, Lateness lateness, Grouping grouping) {
    this.history = history;
    this.lateness = lateness;
    this.grouping = grouping;
  }

  /** Folds onto {@code history}; its articles have sketches. */
  public static FoldOntoHistory of(History history, Lateness lateness, Grouping grouping) {
    return new FoldOntoHistory(history, lateness, grouping);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    PCollectionView<List<Long>> newDays = newDays(articles);
    PCollectionTuple earlier =
        articles
            .getPipeline()
            .apply("RecallStories", new RecallStories(history, newDays, grouping));
    PCollectionTuple recalled =
        articles.apply(
            "RecallArticles",
            new RecallArticles(
                history,
                daysToRecall(newDays, earlier.get(RecallStories.DAYS)),
                earlier.get(RecallStories.MEMBERS),
                grouping));

    PCollection<Recalled> all = recalled.get(RecallArticles.RECALLED);
    PCollection<Recalled> folding = all.apply("Folding", Filter.by(Recalled::getFolds));
    PCollection<Story> folded =
        folding
            .apply("Leanly", MapElements.into(TypeDescriptor.of(Article.class)).via(r -> lean(r)))
            .setCoder(AvroCoder.specific(Article.class))
            .apply("FoldStories", FoldStories.with(grouping))
            .get(FoldStories.STORIES);
    PCollectionTuple stories =
        folded.apply("SettleStories", new SettleStories(folding, earlier, grouping));
    PCollectionTuple placed =
        all.apply(
            "SettleArticles",
            new SettleArticles(stories.get(SettleStories.FOLDED), history.calendar(), grouping));

    PCollectionTuple gone =
        recalled
            .get(RecallArticles.GONE)
            .apply(
                "Gone",
                ParDo.of(new GoneFn(history.calendar()))
                    .withOutputTags(
                        SettleArticles.PARTITIONS, TupleTagList.of(SettleArticles.WINDOWS)));
    PCollection<String> articleFolders =
        both("ArticleFolders", placed, gone, SettleArticles.PARTITIONS);
    PCollectionView<List<String>> articleView = articleFolders.apply("ArticleView", View.asList());
    PCollection<Article> written =
        PCollectionList.of(placed.get(SettleArticles.CHANGED))
            .and(
                placed
                    .get(SettleArticles.KEPT)
                    .apply("KeptArticles", inFolders(Dataset.ARTICLES, articleView)))
            .apply("Articles", Flatten.pCollections());
    PCollection<String> storyFolders =
        stories.get(SettleStories.PARTITIONS).apply("StoryFolders", Distinct.create());
    PCollectionView<List<String>> storyView = storyFolders.apply("StoryView", View.asList());
    PCollection<Story> writtenStories =
        PCollectionList.of(stories.get(SettleStories.CHANGED))
            .and(
                stories
                    .get(SettleStories.KEPT)
                    .apply("KeptStories", inFolders(Dataset.STORIES, storyView)))
            .apply("Stories", Flatten.pCollections());

    PCollectionTuple rows = count(placed, both("Windows", placed, gone, SettleArticles.WINDOWS));
    return PCollectionTuple.of(ARTICLES, written)
        .and(
            RECAPTURES,
            recalled
                .get(RecallArticles.RECAPTURES)
                .apply("Recaptures", inFolders(Dataset.RECAPTURES, articleView)))
        .and(STORIES, writtenStories)
        .and(AGGREGATES, rows.get(ReviseAggregates.ROWS))
        .and(LATE, written.apply("Late", SetAsideLate.by(lateness)).get(SetAsideLate.LATE))
        .and(
            REPLACED,
            PCollectionList.of(articleFolders)
                .and(storyFolders)
                .and(rows.get(ReviseAggregates.PARTITIONS))
                .apply("Replaced", Flatten.pCollections())
                .apply("Once", Distinct.create()));
  }

  /** Publish days of what is new, and of what is replaced. */
  private PCollectionView<List<Long>> newDays(PCollection<Article> articles) {
    PCollection<Long> replaced =
        articles
            .getPipeline()
            .apply(
                "ReplacedDays",
                Create.of(history.replaced().stream().map(LocalDate::toEpochDay).toList())
                    .withCoder(VarLongCoder.of()))
            .apply("KeepEventTime", KeepEventTime.create());
    return PCollectionList.of(articles.apply("DaysOfNew", ParDo.of(new DayFn())))
        .and(replaced)
        .apply("NewDays", Flatten.pCollections())
        .apply("NewDaysOnce", Distinct.create())
        .apply("NewDaysView", View.asList());
  }

  private PCollectionView<List<Long>> daysToRecall(
      PCollectionView<List<Long>> newDays, PCollection<Long> ofStories) {
    PCollectionView<List<Long>> far =
        ofStories.apply("StoryDays", Distinct.create()).apply("StoryDaysView", View.asList());
    return ofStories
        .getPipeline()
        .apply("Start", Create.of("").withCoder(StringUtf8Coder.of()))
        .apply("KeepEventTimeOfStart", KeepEventTime.create())
        .apply(
            "DaysToRecall",
            ParDo.of(new RecallDaysFn(newDays, far, history)).withSideInputs(newDays, far))
        .apply("DaysToRecallView", View.asList());
  }

  private PCollectionTuple count(PCollectionTuple placed, PCollection<Long> windows) {
    PCollectionView<List<Long>> view = windows.apply("WindowsView", View.asList());
    Lateness rule = lateness;
    return placed
        .get(SettleArticles.ALL)
        .apply("InTime", Filter.by(article -> rule.of(article).isEmpty()))
        .apply("ToCount", ParDo.of(new ToCountFn(view, history.calendar())).withSideInputs(view))
        .apply("TallyWindows", TallyWindows.of(history.calendar(), grouping))
        .apply("ReviseAggregates", new ReviseAggregates(history, view, grouping));
  }

  private static <T> PCollection<T> both(
      String name, PCollectionTuple one, PCollectionTuple other, TupleTag<T> tag) {
    return PCollectionList.of(one.get(tag))
        .and(other.get(tag))
        .apply(name, Flatten.pCollections())
        .apply(name + "Once", Distinct.create());
  }

  /** All that the fold looks at; its story is settled afterwards. */
  private static Article lean(Recalled recalled) {
    return Article.newBuilder(recalled.getArticle())
        .setBody("")
        .setEvidence(Map.of())
        .setStoryId(null)
        .setCrossPostRelation(null)
        .build();
  }

  private static <T extends SpecificRecord> ParDo.SingleOutput<T, T> inFolders(
      Dataset dataset, PCollectionView<List<String>> folders) {
    return ParDo.of(new InFoldersFn<T>(dataset, folders)).withSideInputs(folders);
  }

  private static final class DayFn extends DoFn<Article, Long> {
    @ProcessElement
    public void process(@Element Article article, OutputReceiver<Long> out) {
      LocalDate day = article.getPublishDay();
      if (day != null) {
        out.output(day.toEpochDay());
      }
    }
  }

  private static final class RecallDaysFn extends DoFn<String, Long> {
    private final DayView newDays;
    private final DayView far;
    private final int reach;
    private final PublishCalendar calendar;

    private RecallDaysFn(
        PCollectionView<List<Long>> newDays, PCollectionView<List<Long>> far, History history) {
      this.newDays = new DayView(newDays);
      this.far = new DayView(far);
      this.reach = history.reach();
      this.calendar = history.calendar();
    }

    @ProcessElement
    public void process(ProcessContext context) {
      newDays
          .read(context)
          .around(reach)
          .and(far.read(context))
          .countedWith(calendar)
          .days()
          .forEach(context::output);
    }
  }

  private static final class GoneFn extends DoFn<Article, String> {
    private final PublishCalendar calendar;

    private GoneFn(PublishCalendar calendar) {
      this.calendar = calendar;
    }

    @ProcessElement
    public void process(@Element Article article, MultiOutputReceiver out) {
      SettleArticles.partitions(article.getPublishDay())
          .forEach(out.get(SettleArticles.PARTITIONS)::output);
      Instant at = article.getPublishedAt();
      if (at != null) {
        out.get(SettleArticles.WINDOWS).output(PublishDays.windowDay(calendar, at).toEpochDay());
      }
    }
  }

  private static final class ToCountFn extends DoFn<Article, Article> {
    private final DayView windows;
    private final PublishCalendar calendar;

    private ToCountFn(PCollectionView<List<Long>> windows, PublishCalendar calendar) {
      this.windows = new DayView(windows);
      this.calendar = calendar;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Instant at = context.element().getPublishedAt();
      if (at != null
          && windows.read(context).near(PublishDays.windowDay(calendar, at).toEpochDay(), 0)) {
        context.output(context.element());
      }
    }
  }

  private static final class InFoldersFn<T extends SpecificRecord> extends DoFn<T, T> {
    private final Dataset dataset;
    private final PCollectionView<List<String>> view;
    private transient @Nullable Set<String> folders;

    private InFoldersFn(Dataset dataset, PCollectionView<List<String>> view) {
      this.dataset = dataset;
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Set<String> known = folders;
      if (known == null) {
        known = new HashSet<>(context.sideInput(view));
        folders = known;
      }
      T item = context.element();
      if (known.contains(RunLayout.folderOf(dataset, dataset.partitionOf(item)))) {
        context.output(item);
      }
    }
  }
}
