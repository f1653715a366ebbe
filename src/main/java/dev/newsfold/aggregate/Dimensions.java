package dev.newsfold.aggregate;

import dev.newsfold.parse.text.LanguageTags;
import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a window that an article counts in. */
public final class Dimensions {
  private Dimensions() {}

  /**
   * One row: a dimension, and its value for an article.
   *
   * @param key empty for {@code ALL}, and where the article has no value
   */
  public record Row(Dimension dimension, String key) {
    /** Parts the pieces of an encoded key; no text on a page holds it. */
    private static final char SEPARATOR = '\0';

    /** The key of a story's articles in this row. */
    public String encode(String storyId) {
      return dimension.name() + SEPARATOR + key + SEPARATOR + storyId;
    }

    /** The key of a row, of which {@code encoded} is the key of a story. */
    public static String keyOf(String encoded) {
      return encoded.substring(0, encoded.lastIndexOf(SEPARATOR));
    }

    /** The row whose key is {@code encoded}. */
    public static Row decode(String encoded) {
      int end = encoded.indexOf(SEPARATOR);
      return new Row(Dimension.valueOf(encoded.substring(0, end)), encoded.substring(end + 1));
    }
  }

  /**
   * Every row that {@code article} counts in: one for each dimension, and one for each agency it
   * quotes. An article without a value counts under the empty key, so that the rows of a dimension
   * other than AGENCY add up to the row of ALL.
   */
  public static List<Row> of(Article article) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Dimension.ALL, ""));
    rows.add(new Row(Dimension.SITE, article.getSite()));
    rows.add(new Row(Dimension.SOURCE, orEmpty(article.getSource())));
    rows.add(new Row(Dimension.SECTION, orEmpty(article.getSection())));
    String language = orEmpty(article.getLanguage());
    rows.add(new Row(Dimension.LANGUAGE, LanguageTags.withoutRegion(language)));
    if (article.getAgencies().isEmpty()) {
      rows.add(new Row(Dimension.AGENCY, ""));
    }
    for (String agency : new LinkedHashSet<>(article.getAgencies())) {
      rows.add(new Row(Dimension.AGENCY, agency));
    }
    return rows;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
