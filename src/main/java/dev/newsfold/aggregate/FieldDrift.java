package dev.newsfold.aggregate;

import dev.newsfold.records.Article;
import dev.newsfold.records.Drift;
import dev.newsfold.records.FieldRate;
import dev.newsfold.records.SiteWeeks;
import dev.newsfold.records.WeekFill;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** How often a site fills each field by week, and which fields fell away. */
public final class FieldDrift {
  /** The fields that are counted, in the order of the report. */
  public static final List<String> FIELDS =
      List.of(
          "headline",
          "originalHeadline",
          "body",
          "summary",
          "publishedAt",
          "modifiedAt",
          "section",
          "breadcrumb",
          "source",
          "sourceUrl",
          "publisher",
          "dateline",
          "agencies",
          "topic",
          "authors",
          "editor",
          "keywords",
          "language",
          "image",
          "canonicalUrl",
          "isAccessibleForFree",
          "license",
          "reservation");

  /** Articles that a week needs on both sides of a fall, so that chance alone is no fall. */
  public static final int ENOUGH = 5;

  /** A fall worth telling: the rate of a week is this much below that of the weeks before. */
  public static final double FALL = 0.3;

  private static final Schema SCHEMA = Article.getClassSchema();
  private static final int[] POSITIONS =
      FIELDS.stream().mapToInt(field -> SCHEMA.getField(field).pos()).toArray();

  private FieldDrift() {}

  /** Whether a field holds anything. */
  public static boolean isFilled(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return text.length() > 0;
    }
    if (value instanceof Collection<?> list) {
      return !list.isEmpty();
    }
    return value != null;
  }

  /** The Monday of the week that an article counts in; null where neither time is known. */
  public static @Nullable LocalDate week(Article article, ZoneId zone) {
    LocalDate day =
        article.getCapturedAt() == null
            ? article.getPublishDay()
            : LocalDate.ofInstant(article.getCapturedAt(), zone);
    return day == null ? null : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Which of the fields an article has, a bit each: the first of {@link #FIELDS} is the lowest. */
  public static long filled(Article article) {
    long bits = 0;
    for (int i = 0; i < POSITIONS.length; i++) {
      bits |= isFilled(article.get(POSITIONS[i])) ? 1L << i : 0;
    }
    return bits;
  }

  /** What one article adds to its week; the week is one of those that it counts in. */
  public static SiteWeeks of(Article article, LocalDate week) {
    return of(filled(article), week, 1);
  }

  /**
   * What articles alike add to a week.
   *
   * @param bits the fields that each of them has
   * @param articles how many they are; negative to take them out again
   */
  static SiteWeeks of(long bits, LocalDate week, long articles) {
    List<Long> filled = new ArrayList<>(POSITIONS.length);
    for (int i = 0; i < POSITIONS.length; i++) {
      filled.add((bits >>> i & 1) * articles);
    }
    return new SiteWeeks(List.of(new WeekFill(week, articles, filled)));
  }

  /** The sum of two, without weeks that have no article; associative and commutative. */
  public static SiteWeeks merge(SiteWeeks a, SiteWeeks b) {
    SortedMap<LocalDate, WeekFill> weeks = new TreeMap<>();
    a.getWeeks().forEach(week -> weeks.put(week.getWeek(), week));
    b.getWeeks().forEach(week -> weeks.merge(week.getWeek(), week, FieldDrift::sum));
    weeks.values().removeIf(week -> week.getArticles() == 0);
    return new SiteWeeks(new ArrayList<>(weeks.values()));
  }

  private static WeekFill sum(WeekFill a, WeekFill b) {
    List<Long> filled = new ArrayList<>(a.getFilled().size());
    for (int i = 0; i < a.getFilled().size(); i++) {
      filled.add(a.getFilled().get(i) + b.getFilled().get(i));
    }
    return new WeekFill(a.getWeek(), a.getArticles() + b.getArticles(), filled);
  }

  /** The rows of a site, in the order of weeks. */
  public static List<Drift> rows(String site, SiteWeeks weeks) {
    List<Before> before = new ArrayList<>();
    FIELDS.forEach(field -> before.add(new Before()));
    List<Drift> rows = new ArrayList<>();
    for (WeekFill week : weeks.getWeeks()) {
      List<FieldRate> rates = new ArrayList<>();
      for (int i = 0; i < POSITIONS.length; i++) {
        rates.add(before.get(i).rate(FIELDS.get(i), week.getArticles(), week.getFilled().get(i)));
      }
      rows.add(
          Drift.newBuilder()
              .setSite(site)
              .setWeek(week.getWeek())
              .setArticles(week.getArticles())
              .setFields(rates)
              .build());
    }
    return rows;
  }

  /** How far a field is below the weeks before; 0 where too few articles are compared. */
  public static double depth(Drift row, FieldRate rate) {
    return rate.getBefore() == null
            || row.getArticles() < ENOUGH
            || rate.getArticlesBefore() < ENOUGH
        ? 0
        : Math.max(0, rate.getBefore() - rate.getRate());
  }

  /** The weeks before, as far as they are compared with. */
  private static final class Before {
    private long articles;
    private long filled;

    private FieldRate rate(String field, long articlesNow, long filledNow) {
      double rate = (double) filledNow / articlesNow;
      Double known = articles == 0 ? null : (double) filled / articles;
      boolean fell =
          known != null && articles >= ENOUGH && articlesNow >= ENOUGH && known - rate >= FALL;
      FieldRate told = new FieldRate(field, filledNow, rate, articles, known, fell);
      if (fell) {
        // What comes after is measured by the new layout, or each later week would fall again.
        articles = 0;
        filled = 0;
      }
      articles += articlesNow;
      filled += filledNow;
      return told;
    }
  }
}
