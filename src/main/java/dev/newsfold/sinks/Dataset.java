package dev.newsfold.sinks;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Recapture;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Story;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The datasets of a run: their folders, how each is partitioned, and what orders its records. */
public enum Dataset {
  ARTICLES(
      Article.getClassSchema(),
      (Article article) -> day(article.getPublishDay()),
      (Article article) -> article.getId()),
  /** What each run made of an address that several runs captured. */
  RECAPTURES(
      Recapture.getClassSchema(),
      (Recapture recapture) -> day(recapture.getPublishDay()),
      (Recapture r) -> r.getArticle().getId() + ' ' + r.getArticle().getRun()),
  STORIES(
      Story.getClassSchema(),
      (Story story) -> day(story.getFirstPublishDay()),
      (Story story) -> story.getId()),
  COPIES(
      Copy.getClassSchema(),
      (Copy copy) -> day(copy.getPublishDay()),
      (Copy copy) -> copy.getArticleId()),
  HEADLINES(Headline.getClassSchema(), headline -> "", (Headline h) -> h.getHeadlineKey()),
  SIGHTINGS(
      HeadlineSighting.getClassSchema(),
      sighting -> "",
      (HeadlineSighting s) -> s.getPageUrl() + ' ' + s.getList() + ' ' + s.getRank()),
  AGGREGATES(
      DailyAggregate.getClassSchema(),
      (DailyAggregate row) -> "window=" + row.getWindow() + '/' + day(row.getDay()),
      (DailyAggregate row) -> row.getWindowStart() + " " + row.getDimension() + ' ' + row.getKey()),
  LATE(
      Late.getClassSchema(),
      (Late late) -> day(late.getPublishDay()),
      (Late late) -> late.getArticleId()),
  REJECTIONS(
      Rejection.getClassSchema(),
      rejection -> "",
      (Rejection r) -> r.getOrigin() + " " + r.getReason()),
  LEDGER(InputFile.getClassSchema(), file -> "", (InputFile file) -> file.getPath());

  /** The partition of what has no publish day. */
  public static final String UNDATED = "day=undated";

  private final Schema schema;
  private final Function<SpecificRecord, String> partition;
  private final Function<SpecificRecord, String> order;

  @SuppressWarnings("unchecked") // each constant above pairs functions with its own schema's class
  <T extends SpecificRecord> Dataset(
      Schema schema, Function<T, String> partition, Function<T, String> order) {
    this.schema = schema;
    this.partition = (Function<SpecificRecord, String>) partition;
    this.order = (Function<SpecificRecord, String>) order;
  }

  /** The folder below the output folder, and the dataset's name. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as part of a step's name: {@code Articles}. */
  public String title() {
    return name().charAt(0) + folder().substring(1);
  }

  /** The schema its files are written with. */
  public Schema schema() {
    return schema;
  }

  /** The folder of {@code item} below {@link #folder()}; empty where there are no partitions. */
  public String partitionOf(SpecificRecord item) {
    return partition.apply(item);
  }

  /**
   * Whether a scheduled run owns what it wrote, and a rerun of its capture day replaces it. The
   * others are made anew, by publish day, of what all runs have captured.
   */
  public boolean ownedByRun() {
    return switch (this) {
      case HEADLINES, SIGHTINGS, REJECTIONS, LEDGER -> true;
      case ARTICLES, RECAPTURES, STORIES, COPIES, AGGREGATES, LATE -> false;
    };
  }

  /** What records are sorted by within a file. */
  public String orderOf(SpecificRecord item) {
    return order.apply(item);
  }

  /** The folder of a publish day; null stands for none. */
  public static String day(@Nullable LocalDate day) {
    return day == null ? UNDATED : "day=" + day;
  }
}
