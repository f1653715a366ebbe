package dev.newsfold.sinks;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Drift;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Recapture;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Story;
import dev.newsfold.records.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The datasets of a run: their folders, what identifies a record, partitions, and order. */
public enum Dataset {
  ARTICLES(
      Article.getClassSchema(),
      List.of("id"),
      (Article article) -> day(article.getPublishDay()),
      (Article article) -> article.getId()),
  /** What each run made of an address that several runs captured. */
  RECAPTURES(
      Recapture.getClassSchema(),
      List.of("articleId", "run"),
      (Recapture recapture) -> day(recapture.getPublishDay()),
      (Recapture r) -> r.getArticleId() + ' ' + r.getRun()),
  STORIES(
      Story.getClassSchema(),
      List.of("id"),
      (Story story) -> day(story.getFirstPublishDay()),
      (Story story) -> story.getId()),
  COPIES(
      Copy.getClassSchema(),
      List.of("articleId"),
      (Copy copy) -> day(copy.getPublishDay()),
      (Copy copy) -> copy.getArticleId()),
  VERSIONS(
      Version.getClassSchema(),
      List.of("articleId", "number"),
      (Version version) -> day(version.getPublishDay()),
      (Version v) -> String.format(Locale.ROOT, "%s %06d", v.getArticleId(), v.getNumber())),
  HEADLINES(
      Headline.getClassSchema(),
      List.of("headlineKey"),
      headline -> "",
      (Headline h) -> h.getHeadlineKey()),
  /** What each run has seen of headlines, so that later runs can go on counting. */
  TALLIES(
      HeadlineTally.getClassSchema(),
      List.of("headlineKey"),
      tally -> "",
      (HeadlineTally tally) -> tally.getHeadlineKey()),
  SIGHTINGS(
      HeadlineSighting.getClassSchema(),
      List.of(),
      sighting -> "",
      (HeadlineSighting s) -> s.getPageUrl() + ' ' + s.getList() + ' ' + s.getRank()),
  AGGREGATES(
      DailyAggregate.getClassSchema(),
      List.of("day", "window", "windowStart", "zone", "dimension", "key"),
      (DailyAggregate row) -> "window=" + row.getWindow() + '/' + day(row.getDay()),
      (DailyAggregate row) -> row.getWindowStart() + " " + row.getDimension() + ' ' + row.getKey()),
  DRIFT(
      Drift.getClassSchema(),
      List.of("site", "week"),
      row -> "",
      (Drift row) -> row.getSite() + ' ' + row.getWeek()),
  LATE(
      Late.getClassSchema(),
      List.of("articleId"),
      (Late late) -> day(late.getPublishDay()),
      (Late late) -> late.getArticleId()),
  REJECTIONS(
      Rejection.getClassSchema(),
      List.of("origin", "stage", "reason"),
      rejection -> "",
      (Rejection r) -> r.getOrigin() + " " + r.getReason()),
  LEDGER(
      InputFile.getClassSchema(),
      List.of("path", "run"),
      file -> "",
      (InputFile file) -> file.getPath() + ' ' + file.getRun());

  /** The partition of what has no publish day. */
  public static final String UNDATED = "day=undated";

  private final Schema schema;
  private final List<String> keyFields;
  private final Function<SpecificRecord, String> partition;
  private final Function<SpecificRecord, String> order;

  @SuppressWarnings("unchecked") // each constant above pairs functions with its own schema's class
  <T extends SpecificRecord> Dataset(
      Schema schema,
      List<String> keyFields,
      Function<T, String> partition,
      Function<T, String> order) {
    this.schema = schema;
    this.keyFields = keyFields;
    this.partition = (Function<SpecificRecord, String>) partition;
    this.order = (Function<SpecificRecord, String>) order;
  }

  /** The folder below the output folder, and the dataset's name. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The dataset of a folder.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Dataset in(String folder) {
    return valueOf(folder.toUpperCase(Locale.ROOT));
  }

  /** The name as part of a step's name: {@code Articles}. */
  public String title() {
    return name().charAt(0) + folder().substring(1);
  }

  /** The schema its files are written with. */
  public Schema schema() {
    return schema;
  }

  /** The fields by which two records are the same thing; none where only their content tells. */
  public List<String> keyFields() {
    return keyFields;
  }

  /** The folder of {@code item} below {@link #folder()}; empty where there are no partitions. */
  public String partitionOf(SpecificRecord item) {
    return partition.apply(item);
  }

  /**
   * Whether a scheduled run owns what it wrote, and a rerun of its capture day replaces it. The
   * others are made anew of what all runs have captured.
   */
  public boolean ownedByRun() {
    return switch (this) {
      case TALLIES, SIGHTINGS, REJECTIONS -> true;
      case ARTICLES,
          RECAPTURES,
          STORIES,
          COPIES,
          VERSIONS,
          HEADLINES,
          AGGREGATES,
          DRIFT,
          LATE,
          LEDGER ->
          false;
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
