package dev.newsfold.report;

import dev.newsfold.aggregate.FieldDrift;
import dev.newsfold.parse.text.LanguageTags;
import dev.newsfold.records.Article;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the report says of a run beyond its small datasets: how often each field is filled and by
 * which rules, encodings, languages, precisions, and rejections with examples.
 *
 * <p>Bounded in memory: nothing in here grows with the number of captures. Sites, sources and
 * sections, which do, are in the daily aggregates.
 */
public final class Totals {
  /** The fields whose filling is told, in the report's order. */
  static final List<String> FIELDS = FieldDrift.FIELDS;

  /** How evidence begins that says why there is no value. */
  private static final String REFUSED = "refused: ";

  private static final List<String> DETAILS = List.of("(", ";", ", ", " but ");

  private static final Schema SCHEMA = Article.getClassSchema();

  private long articles;
  private long undated;
  private long truncated;
  private final Map<String, FieldTotals> fields = new LinkedHashMap<>();
  private final BoundedCounts charsets = new BoundedCounts();
  private final BoundedCounts charsetEvidence = new BoundedCounts();
  private final BoundedCounts languages = new BoundedCounts();
  private final BoundedCounts precisions = new BoundedCounts();
  private final EnumMap<Reason, ReasonTotals> rejections = new EnumMap<>(Reason.class);

  /** Totals of nothing. */
  public Totals() {
    FIELDS.forEach(field -> fields.put(field, new FieldTotals()));
  }

  /** Counts an article. */
  public Totals add(Article article) {
    articles++;
    if (article.getPublishedAt() == null) {
      undated++;
    }
    if (article.getTruncated()) {
      truncated++;
    }
    fields.forEach(
        (field, totals) -> {
          Object value = article.get(SCHEMA.getField(field).pos());
          totals.add(FieldDrift.isFilled(value), rule(article.getEvidence().get(field)));
        });
    charsets.add(article.getCharset());
    charsetEvidence.add(rule(article.getCharsetEvidence()));
    String language = article.getLanguage();
    languages.add(language == null ? "" : LanguageTags.withoutRegion(language));
    if (article.getPublishedPrecision() != null) {
      precisions.add(article.getPublishedPrecision().name());
    }
    return this;
  }

  /** Counts a rejection. */
  public Totals add(Rejection rejection) {
    rejections.computeIfAbsent(rejection.getReason(), none -> new ReasonTotals()).add(rejection);
    return this;
  }

  /** Articles counted. */
  public long articles() {
    return articles;
  }

  /** Articles among them without a publish time. */
  public long undated() {
    return undated;
  }

  /** Articles among them whose page was cut short. */
  public long truncated() {
    return truncated;
  }

  FieldTotals field(String name) {
    return of(fields, name);
  }

  BoundedCounts charsets() {
    return charsets;
  }

  BoundedCounts charsetEvidence() {
    return charsetEvidence;
  }

  BoundedCounts languages() {
    return languages;
  }

  BoundedCounts precisions() {
    return precisions;
  }

  /** Rejections counted for a reason. */
  long rejections(Reason reason) {
    ReasonTotals counted = rejections.get(reason);
    return counted == null ? 0 : counted.count();
  }

  Map<Reason, ReasonTotals> rejections() {
    return Collections.unmodifiableMap(rejections);
  }

  private static FieldTotals of(Map<String, FieldTotals> fields, String name) {
    FieldTotals totals = fields.get(name);
    if (totals == null) {
      throw new IllegalArgumentException("not a field that is counted: " + name);
    }
    return totals;
  }

  /**
   * The name of the rule, without the details that evidence may give after it: {@code (…)}, {@code
   * ;}, {@code but …}, or after a comma the rules that agree.
   */
  private static String rule(@Nullable String evidence) {
    if (evidence == null) {
      return "";
    }
    int end = evidence.length();
    for (String details : DETAILS) {
      int at = evidence.indexOf(details);
      end = at < 0 ? end : Math.min(end, at);
    }
    int start = evidence.startsWith(REFUSED) ? REFUSED.length() : 0;
    return evidence.substring(Math.min(start, end), end).strip();
  }
}
