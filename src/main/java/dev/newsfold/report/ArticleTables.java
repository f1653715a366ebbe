package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Relation;
import dev.newsfold.report.DataTable.Column;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables with an article in each row. */
final class ArticleTables {
  static final int HEADLINE = 160;
  static final int NAME = 60;
  private static final int ADDRESS = 120;

  private ArticleTables() {}

  /** Articles as a page of a site, a source or a day lists them. */
  static DataTable listing(Site site, String name, String caption, List<ArticleRow> rows) {
    DataTable table =
        new DataTable(
            name,
            caption,
            Column.text("headline", "headline"),
            Column.text("publishedAt", "published"),
            Column.text("site", "site"),
            Column.text("source", "source"),
            Column.text("relation", "in its story"),
            Column.text("url", "address"));
    for (ArticleRow row : rows) {
      String page = site.article(row.id());
      table.add(
          Cell.headline(row.headline(), HEADLINE, row.language(), page),
          Cell.time(row.publishedAt(), row.exact(), site.zone()),
          Cell.site(row.site(), site.key(Dimension.SITE, row.site())),
          Cell.foreign(row.source(), NAME, site.key(Dimension.SOURCE, row.source())),
          Cell.text(words(row.relation()), site.story(row.storyId())),
          Cell.address(row.url(), ADDRESS));
    }
    return table;
  }

  /** The articles that have a page. */
  static DataTable all(Site site) {
    List<ArticleRow> rows =
        site.articles().values().stream()
            .map(ArticleRow::of)
            .sorted(ArticleRow.LATEST_FIRST)
            .toList();
    return listing(site, "articles", "Articles, latest first", rows);
  }

  /** Every field of the articles that have a page, and the rule that gave it. */
  static DataTable fields(Site site) {
    DataTable table =
        new DataTable(
            "article-fields",
            "Fields of articles and the rules that gave them",
            Column.text("articleId", "article"),
            Column.text("field", "field"),
            Column.text("value", "value"),
            Column.text("rule", "rule"));
    site.articles().values().stream()
        .map(Article::getId)
        .sorted()
        .map(id -> site.articles().get(id))
        .forEach(
            article -> {
              if (article != null) {
                ArticleFields.of(article)
                    .forEach(
                        field ->
                            table.add(
                                Cell.foreign(article.getId(), NAME),
                                Cell.text(field.name()),
                                Cell.foreign(field.value(), HEADLINE),
                                Cell.foreign(field.rule(), HEADLINE)));
              }
            });
    return table;
  }

  static String words(@Nullable Relation relation) {
    return relation == null ? "" : relation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String named(String site) {
    return site.isEmpty() ? "no site" : site;
  }
}
