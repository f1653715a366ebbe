package dev.newsfold.report;

import dev.newsfold.aggregate.FieldDrift;
import dev.newsfold.records.Article;
import dev.newsfold.records.Dateline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of an article as its page shows them, each with what won it its value. */
final class ArticleFields {
  private static final int BODY = 300;

  private ArticleFields() {}

  /**
   * A field.
   *
   * @param value empty if it is not filled
   * @param rule the evidence as the parser gave it, also of why a value was refused; may be empty
   */
  record Field(String name, String value, String rule) {}

  /** The fields that are filled or of which a value was refused, in the report's order. */
  static List<Field> of(Article article) {
    List<Field> fields = new ArrayList<>();
    for (String name : Totals.FIELDS) {
      Object value = article.get(article.getSchema().getField(name).pos());
      String rule = article.getEvidence().getOrDefault(name, "");
      if (FieldDrift.isFilled(value) || !rule.isEmpty()) {
        fields.add(new Field(name, shown(value), rule));
      }
    }
    if (!article.getCharset().isEmpty()) {
      fields.add(new Field("charset", article.getCharset(), article.getCharsetEvidence()));
    }
    return fields;
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    String text = value instanceof Dateline dateline ? dateline.getText() : value.toString();
    return Html.shorten(text, BODY);
  }
}
