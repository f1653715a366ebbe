package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Version;
import dev.newsfold.records.VersionChange;
import dev.newsfold.report.DataTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables of versions: the addresses that changed most, and what each version changed. */
final class VersionTables {
  private static final int ADDRESS = 120;
  private static final int COMMAND = 200;

  /** Of an id as much as tells it from others; its link, and the data, have it whole. */
  private static final int ID = 12;

  private VersionTables() {}

  /** The page of the addresses that changed most. */
  static String render(Site site, DataTable table) {
    VersionPass versions = site.versions();
    String lead =
        Figures.count(versions.addresses(), "address", "addresses")
            + ", "
            + Figures.percent(versions.addresses(), site.articleCount())
            + " of all, said something else when captured again: "
            + Figures.count(versions.versions() - versions.addresses(), "change", "changes")
            + ", "
            + Figures.count(versions.changed(VersionChange.HEADLINE))
            + " of the headline, "
            + Figures.count(versions.changed(VersionChange.TEXT))
            + " of the text, "
            + Figures.count(versions.changed(VersionChange.TIME))
            + " of the publish time, "
            + Figures.count(versions.changed(VersionChange.AUTHORS))
            + " of the authors. Here are those with most versions; versions/ holds them all.";
    return ListPages.render(PageNames.VERSIONS, "Versions", lead, table, table.rows().size());
  }

  /** The addresses that changed most. */
  static DataTable mostChanged(Site site) {
    DataTable table =
        new DataTable(
            "versions",
            "Addresses with most versions",
            Column.text("headline", "latest headline"),
            Column.number("versions", "versions"),
            Column.number("headlines", "changes of the headline"),
            Column.number("texts", "changes of the text"),
            Column.number("times", "changes of the publish time"),
            Column.number("authors", "changes of the authors"),
            Column.number("wordsAdded", "words added"),
            Column.number("wordsRemoved", "words removed"),
            Column.text("first", "first captured"),
            Column.text("last", "last version from"),
            Column.text("site", "site"),
            Column.text("url", "address"),
            Column.text("articleId", "article"));
    for (String id : site.versions().mostChanged()) {
      List<Version> versions = site.versions().of(id);
      if (versions.isEmpty()) {
        continue;
      }
      Version first = versions.get(0);
      Version last = versions.get(versions.size() - 1);
      table.add(
          Cell.headline(
              last.getHeadline(), ArticleTables.HEADLINE, language(site, id), site.article(id)),
          Cell.count(last.getVersions()),
          Cell.count(changes(versions, VersionChange.HEADLINE)),
          Cell.count(changes(versions, VersionChange.TEXT)),
          Cell.count(changes(versions, VersionChange.TIME)),
          Cell.count(changes(versions, VersionChange.AUTHORS)),
          Cell.count(versions.stream().mapToLong(Version::getWordsAdded).sum()),
          Cell.count(versions.stream().mapToLong(Version::getWordsRemoved).sum()),
          Cell.captured(first.getFirstCapturedAt(), site.zone()),
          Cell.captured(last.getFirstCapturedAt(), site.zone()),
          Cell.site(last.getSite(), site.key(Dimension.SITE, last.getSite())),
          Cell.address(last.getUrl(), ADDRESS),
          Cell.foreign(id, ID, site.article(id)).as("id"));
    }
    return table;
  }

  /** Every version of those addresses, and of the articles that have a page. */
  static DataTable all(Site site) {
    DataTable table = new DataTable("article-versions", "Versions of articles", columns(true));
    for (String id : site.versions().articles()) {
      addTo(table, site, site.versions().of(id), true);
    }
    return table;
  }

  /** The versions of one article. */
  static DataTable of(Site site, Article article) {
    DataTable table = new DataTable("article-versions", "What it said when", columns(false));
    addTo(table, site, site.versions().of(article.getId()), false);
    return table;
  }

  /** Where the bytes of each version of an article lie, and what prints them. */
  static DataTable places(Site site, Article article) {
    DataTable table =
        new DataTable(
            "version-places",
            "Where the bytes of each version lie: those of its first capture",
            Column.number("number", "version"),
            Column.text("place", "file, and place in it"),
            Column.text("command", "its bytes"));
    for (Version version : site.versions().of(article.getId())) {
      Origin origin = version.getOrigin();
      String digest = version.getPayloadDigest();
      table.add(
          Cell.count(version.getNumber()),
          origin == null
              ? Cell.text("not known")
              : new Cell(origin.getFile(), "", "path", html -> place(html, origin)),
          digest == null
              ? Cell.none()
              : Cell.foreign(ArticlePage.inspect(digest), COMMAND).as("path"));
    }
    return table;
  }

  private static void place(Html html, Origin origin) {
    html.name(origin.getFile(), ADDRESS);
    if (origin.getOffset() != null) {
      html.text(", byte " + Figures.count(origin.getOffset()));
    }
    if (origin.getMember() != null) {
      html.text(", record ").name(origin.getMember(), ADDRESS);
    }
  }

  private static List<Cell> place(Version version) {
    Origin origin = version.getOrigin();
    return origin == null
        ? List.of(Cell.none(), Cell.none(), Cell.none())
        : List.of(
            Cell.foreign(origin.getFile(), ADDRESS),
            origin.getOffset() == null ? Cell.none() : Cell.count(origin.getOffset()),
            Cell.foreign(origin.getMember(), ADDRESS));
  }

  private static Column[] columns(boolean withArticle) {
    List<Column> columns =
        List.of(
            Column.number("number", "version"),
            Column.text("firstCapturedAt", "first captured"),
            Column.text("changed", "changed"),
            Column.text("headline", "headline; marked where it differs"),
            Column.number("wordsAdded", "words added"),
            Column.number("wordsRemoved", "words removed"),
            Column.text("added", "added"),
            Column.text("removed", "removed"),
            Column.text("publishedAt", "publish time stated"),
            Column.text("current", "stands"));
    return withArticle
        ? Stream.concat(
                columns.stream(),
                Stream.of(
                    Column.text("file", "file"),
                    Column.number("offset", "offset"),
                    Column.text("record", "record"),
                    Column.text("payloadDigest", "payload SHA-256"),
                    Column.text("articleId", "article")))
            .toArray(Column[]::new)
        : columns.toArray(Column[]::new);
  }

  private static void addTo(
      DataTable table, Site site, List<Version> versions, boolean withArticle) {
    @Nullable Version before = null;
    for (Version version : versions) {
      String language = language(site, version.getArticleId());
      List<Cell> cells =
          new ArrayList<>(
              List.of(
                  Cell.count(version.getNumber()),
                  Cell.captured(version.getFirstCapturedAt(), site.zone()),
                  Cell.text(changed(version)),
                  headline(before, version, language),
                  Cell.count(version.getWordsAdded()),
                  Cell.count(version.getWordsRemoved()),
                  Cell.foreign(String.join(" … ", version.getAdded()), ArticleTables.HEADLINE),
                  Cell.foreign(String.join(" … ", version.getRemoved()), ArticleTables.HEADLINE),
                  Cell.time(
                      version.getPublishedAt(),
                      version.getPublishedPrecision() != Precision.DAY,
                      site.zone()),
                  Cell.text(version.getCurrent() ? "yes" : "no")));
      if (withArticle) {
        cells.addAll(place(version));
        cells.add(Cell.foreign(version.getPayloadDigest(), ADDRESS));
        cells.add(Cell.foreign(version.getArticleId(), ArticleTables.NAME));
      }
      table.add(cells.toArray(Cell[]::new));
      before = version;
    }
  }

  private static Cell headline(
      @Nullable Version before, Version version, @Nullable String language) {
    String text = version.getHeadline();
    if (before == null || before.getHeadline().equals(text)) {
      return Cell.headline(text, ArticleTables.HEADLINE, language, null);
    }
    return new Cell(
        text,
        "",
        "headline",
        html -> Marked.headline(html, before.getHeadline(), text, ArticleTables.HEADLINE));
  }

  private static String changed(Version version) {
    return version.getChanged().stream()
        .map(change -> change.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static long changes(List<Version> versions, VersionChange change) {
    return versions.stream().filter(version -> version.getChanged().contains(change)).count();
  }

  private static @Nullable String language(Site site, String articleId) {
    Article article = site.articles().get(articleId);
    return article == null ? null : article.getLanguage();
  }
}
