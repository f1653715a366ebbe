package dev.newsfold.report;

import dev.newsfold.records.Dimension;
import dev.newsfold.report.DataTable.Column;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pages that list the articles of a site, a source, a day or another value. */
final class ListingPages {
  private static final int NAME = 120;
  private static final String NOT_STATED = "not stated";

  private static final Map<Dimension, String> ONE = new EnumMap<>(Dimension.class);
  private static final Map<Dimension, String> MANY = new EnumMap<>(Dimension.class);

  static {
    ONE.put(Dimension.SITE, "Site");
    ONE.put(Dimension.SOURCE, "Source");
    ONE.put(Dimension.SECTION, "Section");
    ONE.put(Dimension.AGENCY, "Agency");
    ONE.put(Dimension.LANGUAGE, "Language");
    MANY.put(Dimension.SITE, "Sites");
    MANY.put(Dimension.SOURCE, "Sources");
    MANY.put(Dimension.SECTION, "Sections");
    MANY.put(Dimension.AGENCY, "Agencies");
    MANY.put(Dimension.LANGUAGE, "Languages");
  }

  private ListingPages() {}

  /** The table of all values of a dimension that have a page. */
  static DataTable keys(Site site, Dimension dimension) {
    String one = ONE.getOrDefault(dimension, "");
    DataTable table =
        new DataTable(
            PageNames.folder(dimension) + "-counts",
            MANY.getOrDefault(dimension, "") + ", most articles first",
            Column.text("name", one),
            Column.number("articles", "articles"),
            Column.number("undated", "undated"),
            Column.number("notCanonical", "copies"),
            Column.number("stories", "stories, a window each"));
    for (KeyTotal key : site.keys().getOrDefault(dimension, List.of())) {
      Listing listing = site.listings().of(dimension, key.key());
      String page = site.key(dimension, key.key());
      if (listing == null) {
        continue;
      }
      table.add(
          name(dimension, key.key(), page),
          Cell.share(listing.articles(), site.articleCount(), page),
          Cell.share(listing.undated(), listing.articles(), page),
          Cell.share(listing.copies(), listing.articles(), page),
          Cell.count(key.stories()));
    }
    return table;
  }

  private static Cell name(Dimension dimension, String key, @Nullable String page) {
    if (key.isEmpty()) {
      return Cell.text(NOT_STATED, page);
    }
    return switch (dimension) {
      case SITE -> Cell.site(key, page);
      case LANGUAGE -> Cell.language(key, page);
      default -> Cell.foreign(key, NAME, page);
    };
  }

  static String renderKeys(Site site, Dimension dimension, DataTable table) {
    String title = MANY.getOrDefault(dimension, "");
    return Shell.render(
        PageNames.keys(dimension),
        title,
        html -> {
          header(html, "Newsfold", h -> h.text(title), count(site, dimension, table));
          html.tag("section", "", () -> table.write(html));
        });
  }

  /** How many values there are; to have none is not one of them. */
  private static String count(Site site, Dimension dimension, DataTable table) {
    Listing none = site.listings().of(dimension, "");
    boolean rest = none != null && none.articles() > 0;
    String all = Figures.count(table.rows().size() - (rest ? 1 : 0));
    boolean isAll = table.rows().size() < Listings.PAGES.getOrDefault(dimension, 0);
    return all
        + (isAll ? "" : ", the largest")
        + (rest ? ", and the articles that state none." : ".");
  }

  static String renderKey(Site site, Dimension dimension, String key, Listing listing) {
    String one = ONE.getOrDefault(dimension, "");
    return Shell.render(
        PageNames.key(dimension, key),
        one,
        html -> {
          header(
              html,
              one,
              h -> {
                if (key.isEmpty()) {
                  h.text(NOT_STATED);
                } else {
                  h.address(key, NAME);
                }
              },
              lead(site, listing));
          if (dimension == Dimension.SITE) {
            SiteProfile.write(html, site, key);
          }
          list(html, site, listing);
        });
  }

  static String renderPeriod(Site site, LocalDate start, Listing listing) {
    String name = name(site, start);
    return Shell.render(
        PageNames.period(start),
        name,
        html -> {
          header(html, "Published", h -> h.text(name), lead(site, listing));
          list(html, site, listing);
        });
  }

  static String renderUndated(Site site) {
    return Shell.render(
        PageNames.undated(),
        "Undated",
        html -> {
          header(html, "Published", h -> h.text("Undated"), lead(site, site.listings().undated()));
          list(html, site, site.listings().undated());
        });
  }

  /** The table of all bars of the chart on the first page. */
  static DataTable periods(Site site) {
    String grain = site.timeline().grain().label();
    DataTable table =
        new DataTable(
            "days",
            "Articles and stories a " + grain,
            Column.text("start", site.timeline().grain() == Grain.DAY ? "day" : "from"),
            Column.number("articles", "articles"),
            Column.number("stories", "stories"));
    for (Timeline.Bar bar : site.timeline().bars()) {
      String page = site.period(bar.start());
      table.add(
          Cell.text(Figures.day(bar.start()), page),
          Cell.share(bar.articles(), site.articleCount(), page),
          Cell.share(bar.stories(), site.counts().storyCount(), page));
    }
    return table;
  }

  static String renderPeriods(Site site, DataTable table) {
    return Shell.render(
        PageNames.DAYS,
        "Days",
        html -> {
          header(html, "Newsfold", h -> h.text(table.caption()), null);
          html.tag("section", "", () -> table.write(html));
          html.tag(
              "p",
              "note",
              () -> {
                html.text("On no day: ");
                html.page(
                    PageNames.undated(),
                    () ->
                        html.text(
                            Figures.count(
                                site.listings().undated().articles(),
                                "undated article",
                                "undated articles")));
                html.text(".");
              });
        });
  }

  static void header(Html html, String eyebrow, Consumer<Html> title, @Nullable String lead) {
    html.tag(
        "header",
        "",
        () -> {
          html.tag("p", "eyebrow", eyebrow);
          html.tag("h1", "", () -> title.accept(html));
          if (lead != null) {
            html.tag("p", "lead", lead);
          }
        });
    html.line();
  }

  private static String name(Site site, LocalDate start) {
    Grain grain = site.timeline().grain();
    return grain == Grain.DAY
        ? Figures.day(start)
        : Figures.day(start) + " and the " + grain.label() + " from then";
  }

  private static String lead(Site site, Listing listing) {
    return Figures.count(listing.articles(), "article", "articles")
        + ", "
        + Figures.percent(listing.articles(), site.articleCount())
        + " of all; "
        + Figures.count(listing.copies())
        + " of them copies, "
        + Figures.percent(listing.copies(), listing.articles())
        + "; "
        + Figures.count(listing.undated())
        + " undated, "
        + Figures.percent(listing.undated(), listing.articles())
        + ".";
  }

  private static void list(Html html, Site site, Listing listing) {
    List<ArticleRow> rows = listing.latest();
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", "Articles");
          if (rows.isEmpty()) {
            html.tag("p", "none", "None.");
            return;
          }
          ArticleTables.listing(site, "articles", "Articles, latest first", rows)
              .writeHere(html, rows.size());
          if (rows.size() < listing.articles()) {
            html.tag(
                "p",
                "note",
                "The latest "
                    + Figures.count(rows.size())
                    + " of "
                    + Figures.count(listing.articles())
                    + "; articles/ holds them all.");
          }
        });
  }
}
