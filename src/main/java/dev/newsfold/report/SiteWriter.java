package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Story;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The report of a run: a small site of pages that lead from each number to what it counts, with the
 * data of every table beside them. The same records, facts and limits always give the same bytes.
 */
public final class SiteWriter {
  /** The page that leads to all others. */
  public static final String FIRST_PAGE = PageNames.INDEX;

  private static final List<String> ASSETS = List.of("report.css", "report.js");

  private final Site site;
  private final Sink sink;

  private SiteWriter(Site site, Sink sink) {
    this.site = site;
    this.sink = sink;
  }

  /** Takes the files of the report one by one; the first page comes last. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes a file.
     *
     * @param name below the report's folder
     */
    void put(String name, byte[] bytes) throws IOException;
  }

  /** Reads a run and writes its report. */
  public static void write(RunRecords records, RunFacts facts, Limits limits, Sink sink)
      throws IOException {
    new SiteWriter(new SiteReader(records, limits, facts.zone()).read(facts), sink).write();
  }

  private void write() throws IOException {
    for (String asset : ASSETS) {
      sink.put(asset, asset(asset));
    }
    for (Story story : site.stories().values()) {
      put(PageNames.story(story.getId()), StoryPage.render(site, story));
    }
    List<Article> articles = new ArrayList<>(site.articles().values());
    articles.sort(Comparator.comparing(Article::getId));
    for (Article article : articles) {
      put(PageNames.article(article.getId()), ArticlePage.render(site, article));
    }
    writeListings();
    writeLists();
    put(PageNames.INDEX, ReportPage.render(site.run(), site, site::isExact));
  }

  private void writeListings() throws IOException {
    for (Map.Entry<Dimension, List<KeyTotal>> keys : site.keys().entrySet()) {
      Dimension dimension = keys.getKey();
      for (KeyTotal key : keys.getValue()) {
        Listing listing = site.listings().of(dimension, key.key());
        if (listing != null) {
          put(
              PageNames.key(dimension, key.key()),
              ListingPages.renderKey(site, dimension, key.key(), listing));
        }
      }
      DataTable table = ListingPages.keys(site, dimension);
      put(PageNames.keys(dimension), ListingPages.renderKeys(site, dimension, table));
      data(table);
    }
    for (Map.Entry<LocalDate, Listing> period : site.listings().periods().entrySet()) {
      put(
          PageNames.period(period.getKey()),
          ListingPages.renderPeriod(site, period.getKey(), period.getValue()));
    }
    put(PageNames.undated(), ListingPages.renderUndated(site));
    DataTable periods = ListingPages.periods(site);
    put(PageNames.DAYS, ListingPages.renderPeriods(site, periods));
    data(periods);
  }

  private void writeLists() throws IOException {
    DataTable stories = StoryTables.stories(site);
    put(PageNames.STORIES, ListPages.stories(site, stories));
    DataTable articles = ArticleTables.all(site);
    put(PageNames.ARTICLES, ListPages.articles(site, articles));
    List<DataTable> copying = CopyingPage.tables(site);
    put(PageNames.COPYING, CopyingPage.render(site, copying));
    DataTable versions = VersionTables.mostChanged(site);
    put(PageNames.VERSIONS, VersionTables.render(site, versions));
    DataTable falls = ListPages.falls(site);
    put(PageNames.DRIFT, ListPages.drift(falls));
    DataTable headlines = ListPages.headlines(site);
    put(PageNames.HEADLINES, ListPages.headlines(site, headlines));
    DataTable reasons = RejectionsPage.reasons(site);
    put(PageNames.REJECTIONS, RejectionsPage.render(site, reasons));
    DataTable ledger = ListPages.ledger(site);
    put(PageNames.LEDGER, ListPages.ledger(site, ledger));
    put(PageNames.SEARCH, SearchPage.render());
    put(SearchPage.DATA, SearchPage.data(site));
    List<DataTable> tables =
        new ArrayList<>(
            List.of(
                stories, articles, versions, falls, headlines, reasons, RejectionsPage.all(site)));
    tables.addAll(List.of(ledger, FieldsSection.table(site.run()), ListPages.sizes(site)));
    tables.addAll(copying);
    tables.addAll(ListPages.data(site));
    for (DataTable table : tables) {
      data(table);
    }
  }

  private void data(DataTable table) throws IOException {
    put(DataTable.FOLDER + table.name() + ".csv", DataFiles.csv(table));
    put(DataTable.FOLDER + table.name() + ".json", DataFiles.json(table));
  }

  private void put(String name, String text) throws IOException {
    sink.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] asset(String name) throws IOException {
    try (InputStream in = SiteWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return in.readAllBytes();
    }
  }
}
