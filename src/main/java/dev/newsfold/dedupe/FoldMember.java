package dev.newsfold.dedupe;

import dev.newsfold.records.Article;
import dev.newsfold.records.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fold needs to know of an article.
 *
 * @param id the article's id, unique among those folded
 * @param url its canonical address; empty if it has none
 * @param site host of that address, as it stands; empty if it has none; see {@link #outlet}
 * @param source where the site says it took the article from
 * @param agencies news agencies quoted in the body, in order of appearance
 * @param headline the headline as published
 * @param originalHeadline the headline at the source (原标题)
 * @param publishedAt when it was published; null for an undated article
 * @param publishDay the calendar day of that in the run's zone
 * @param precision how exactly the time is known
 * @param sketch the body's sketch; empty if there is no body
 * @param facts what is remarkable among the observations that concern it ({@link
 *     Facts#concerning}); none before that was learnt
 */
public record FoldMember(
    String id,
    String url,
    String site,
    @Nullable String source,
    List<String> agencies,
    String headline,
    @Nullable String originalHeadline,
    @Nullable Instant publishedAt,
    @Nullable LocalDate publishDay,
    @Nullable Precision precision,
    Sketch sketch,
    List<String> facts) {

  /** News of the evening is news of the next day too. */
  private static final int ONE_DAY_HOURS = 36;

  public FoldMember {
    agencies = List.copyOf(agencies);
    facts = List.copyOf(facts);
  }

  /** An article that quotes no agency, and of which nothing was learnt. */
  public FoldMember(
      String id,
      String url,
      String site,
      @Nullable String source,
      String headline,
      @Nullable String originalHeadline,
      @Nullable Instant publishedAt,
      @Nullable LocalDate publishDay,
      @Nullable Precision precision,
      Sketch sketch) {
    this(
        id,
        url,
        site,
        source,
        List.of(),
        headline,
        originalHeadline,
        publishedAt,
        publishDay,
        precision,
        sketch,
        List.of());
  }

  /**
   * The fold's view of an article; its sketch is taken from the record, or made if it has no
   * current one.
   */
  public static FoldMember of(Article article) {
    return new FoldMember(
        article.getId(),
        article.getCanonicalUrl(),
        article.getSite(),
        article.getSource(),
        article.getAgencies(),
        article.getHeadline(),
        article.getOriginalHeadline(),
        article.getPublishedAt(),
        article.getPublishDay(),
        article.getPublishedPrecision(),
        article.getSketch().hasRemaining() && SketchBytes.isCurrent(article.getSketch())
            ? SketchBytes.read(article.getSketch())
            : Sketch.of(article.getBody()),
        List.of());
  }

  /**
   * The site without what marks an edition of it for a device or a printer: that of {@code
   * m.daily.example} is {@code daily.example}. Whoever counts sites counts these.
   */
  public String outlet() {
    return Edition.outlet(site);
  }

  /** Whether the address is that of an edition for a device or a printer. */
  boolean edition() {
    return Edition.is(site, url);
  }

  /** The same article, with what was learnt that concerns it. */
  public FoldMember knowing(List<String> learnt) {
    return new FoldMember(
        id,
        url,
        site,
        source,
        agencies,
        headline,
        originalHeadline,
        publishedAt,
        publishDay,
        precision,
        sketch,
        learnt);
  }

  /**
   * Whether two articles are of one day: the same publish day, or less than {@value #ONE_DAY_HOURS}
   * hours apart where both state the time. True too if either is undated.
   */
  boolean sameDayAs(FoldMember other) {
    Long days = daysFrom(other);
    if (days == null || days == 0) {
      return true;
    }
    return days == 1
        && publishedAt != null
        && other.publishedAt != null
        && precision != Precision.DAY
        && other.precision != Precision.DAY
        && Duration.between(publishedAt, other.publishedAt).abs().toHours() < ONE_DAY_HOURS;
  }

  /** Whole days between two publish days; null if either is undated. */
  @Nullable Long daysFrom(FoldMember other) {
    return publishDay == null || other.publishDay == null
        ? null
        : Math.abs(publishDay.toEpochDay() - other.publishDay.toEpochDay());
  }
}
