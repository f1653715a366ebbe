package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Story;
import dev.newsfold.report.DataTable.Column;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An article: its fields with the rule that won each, where its bytes lie, how it differs. */
final class ArticlePage {
  private static final int VALUE = 600;
  private static final int PLACE = 300;

  private ArticlePage() {}

  static String render(Site site, Article article) {
    return Shell.render(
        PageNames.article(article.getId()), "Article", html -> body(html, site, article));
  }

  private static void body(Html html, Site site, Article article) {
    html.tag(
        "header",
        "",
        () -> {
          html.tag("p", "eyebrow", "Article");
          String headline = article.getHeadline().isEmpty() ? "no headline" : article.getHeadline();
          html.tag("h1", "", () -> html.foreign(headline, VALUE, article.getLanguage()));
          html.tag("p", "lead", () -> html.address(article.getUrl(), VALUE));
        });
    html.tag("section", "", () -> places(html, site, article));
    html.tag("section", "", () -> fields(html, article));
    html.tag("section", "", () -> differences(html, site, article));
    if (!site.versions().of(article.getId()).isEmpty()) {
      html.tag("section", "", () -> versions(html, site, article));
    }
  }

  private static void places(Html html, Site site, Article article) {
    html.tag("h2", "", "Where it is");
    html.tag(
        "dl",
        "facts",
        () -> {
          fact(html, "id", article.getId(), null);
          fact(html, "site", ArticleTables.named(article.getSite()), at(site, article));
          String source = article.getSource();
          if (source != null) {
            fact(html, "source", source, site.key(Dimension.SOURCE, source));
          }
          String day = String.valueOf(article.getPublishDay());
          boolean undated = article.getPublishDay() == null;
          fact(html, "day", undated ? "undated" : day, site.period(article.getPublishDay()));
          Origin origin = article.getOrigin();
          fact(html, "file", origin.getFile(), null);
          if (origin.getOffset() != null) {
            fact(html, "offset", "byte " + Figures.count(origin.getOffset()), null);
          }
          if (origin.getMember() != null) {
            fact(html, "record", origin.getMember(), null);
          }
          fact(html, "payload SHA-256", article.getPayloadDigest(), null);
          fact(html, "its bytes", inspect(article.getPayloadDigest()), null);
          fact(html, "captures", captures(article), null);
          if (article.getTruncated()) {
            fact(html, "page", "cut short: it ends before its markup does", null);
          }
          if (!article.getParserVersion().isEmpty()) {
            fact(html, "rules", article.getParserVersion(), null);
          }
        });
  }

  /** The command that prints a payload. */
  static String inspect(String payloadDigest) {
    return "pipelines/run inspect FILE --payload=" + payloadDigest;
  }

  private static @Nullable String at(Site site, Article article) {
    return site.key(Dimension.SITE, article.getSite());
  }

  private static String captures(Article article) {
    String text = Figures.count(article.getCaptures(), "capture", "captures") + " of this address";
    if (article.getDifferingTexts() > 1) {
      text += ", with " + Figures.count(article.getDifferingTexts()) + " different texts";
    }
    if (article.getFirstCapturedAt() != null) {
      text += ", first " + article.getFirstCapturedAt();
    }
    if (article.getCapturedAt() != null) {
      text += ", this one " + article.getCapturedAt();
    }
    return text;
  }

  private static void fact(Html html, String name, String value, @Nullable String page) {
    html.tag("dt", "", name);
    html.tag("dd", "", () -> html.page(page, () -> html.foreign(value, PLACE)));
  }

  private static void fields(Html html, Article article) {
    html.tag("h2", "", "Fields");
    DataTable table =
        new DataTable(
            "article-fields",
            "Fields and the rule that won each, or why a value was refused",
            Column.text("field", "field"),
            Column.text("value", "value"),
            Column.text("rule", "rule"));
    for (ArticleFields.Field field : ArticleFields.of(article)) {
      table.add(
          Cell.text(field.name()),
          field.value().isEmpty()
              ? Cell.none()
              : new Cell(
                  field.value(),
                  "",
                  "",
                  h -> h.foreign(field.value(), VALUE, article.getLanguage())),
          Cell.foreign(field.rule(), VALUE));
    }
    table.writeHere(html, Integer.MAX_VALUE);
    html.tag(
        "p",
        "note",
        () -> {
          html.text("Fields of all articles that have a page: ");
          html.page("data/article-fields.csv", () -> html.text("CSV")).text(", ");
          html.page("data/article-fields.json", () -> html.text("JSON")).text(".");
        });
  }

  private static void versions(Html html, Site site, Article article) {
    html.tag("h2", "", "Versions");
    VersionTables.of(site, article).writeHere(html, Integer.MAX_VALUE);
    html.tag(
        "p",
        "note",
        () -> {
          html.text("Each compared with the version before. Versions of all articles that have a");
          html.text(" page: ").page("data/article-versions.csv", () -> html.text("CSV"));
          html.text(", ").page("data/article-versions.json", () -> html.text("JSON")).text(".");
        });
    VersionTables.places(site, article).writeHere(html, Integer.MAX_VALUE);
  }

  private static void differences(Html html, Site site, Article article) {
    html.tag("h2", "", "In its story");
    Story story = article.getStoryId() == null ? null : site.stories().get(article.getStoryId());
    if (story == null) {
      html.tag("p", "none", "No other article of this run tells its story, as far as is known.");
      return;
    }
    html.tag(
        "p",
        "",
        () -> {
          html.text("It is one of ");
          html.page(
              site.story(story.getId()),
              () -> html.text(Figures.count(site.counts().size(story)) + " articles of a story"));
          html.text(", there: " + ArticleTables.words(article.getCrossPostRelation()) + ".");
        });
    Article canonical = site.articles().get(story.getCanonicalArticleId());
    if (canonical == null || canonical.getId().equals(article.getId())) {
      return;
    }
    differs(html, "Headline", h -> headlines(h, site, canonical, article));
    differs(html, "Text", h -> texts(h, canonical, article));
  }

  private static void differs(Html html, String title, Consumer<Html> content) {
    html.tag("h3", "", title);
    content.accept(html);
  }

  private static void headlines(Html html, Site site, Article canonical, Article article) {
    if (canonical.getHeadline().equals(article.getHeadline())) {
      html.tag("p", "none", "The same as that of the canonical article.");
      return;
    }
    html.tag(
        "p",
        "",
        () -> Marked.headline(html, canonical.getHeadline(), article.getHeadline(), VALUE));
    html.tag(
        "p",
        "note",
        () -> {
          html.text("Compared with ");
          html.page(site.article(canonical.getId()), () -> html.text("the canonical article"));
          html.text(": struck out what only that has, underlined what only this has.");
        });
  }

  private static void texts(Html html, Article canonical, Article article) {
    if (canonical.getBody().equals(article.getBody())) {
      html.tag("p", "none", "The same as that of the canonical article.");
    } else if (canonical.getBody().isEmpty() || article.getBody().isEmpty()) {
      html.tag("p", "none", "One of the two has no text.");
    } else if (!Marked.body(html, canonical.getBody(), article.getBody())) {
      html.tag("p", "none", "The two differ too much to mark.");
    }
  }
}
