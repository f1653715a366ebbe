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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The report of a run: a small site of pages that lead from each number to what it counts, with the
 * data of every table beside them. The same records, facts and limits always give the same bytes.
 */
public final class SiteWriter {
  /** The page that leads to all others. */
  public static final String FIRST_PAGE = PageNames.INDEX;

  private static final List<String> ASSETS = List.of("report.css", "report.js");

  /** Tasks that may be done before the files of an earlier one are taken. */
  private static final int AHEAD = 64;

  private final Site site;
  private final Sink sink;
  private final ExecutorService threads = Cores.threads("report-write", AHEAD);
  private final Pending<List<Part>> pending;

  private SiteWriter(Site site, Sink sink) {
    this.site = site;
    this.sink = sink;
    pending = new Pending<>(AHEAD, this::put);
  }

  /** A file, when it is made. */
  private record Part(String name, byte[] bytes) {
    private static Part of(String name, String text) {
      return new Part(name, text.getBytes(StandardCharsets.UTF_8));
    }
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

  /**
   * Reads a run and writes its report. Pages are made on all cores; {@code sink} is called in this
   * thread only, always in the same order.
   */
  public static void write(RunRecords records, RunFacts facts, Limits limits, Sink sink)
      throws IOException {
    SiteWriter writer =
        new SiteWriter(new SiteReader(records, limits, facts.zone()).read(facts), sink);
    try {
      writer.write();
    } finally {
      writer.threads.shutdownNow();
    }
  }

  private void write() throws IOException {
    for (String asset : ASSETS) {
      sink.put(asset, asset(asset));
    }
    for (Story story : site.stories().values()) {
      page(PageNames.story(story.getId()), () -> StoryPage.render(site, story));
    }
    List<Article> articles = new ArrayList<>(site.articles().values());
    articles.sort(Comparator.comparing(Article::getId));
    for (Article article : articles) {
      page(PageNames.article(article.getId()), () -> ArticlePage.render(site, article));
    }
    writeListings();
    writeLists();
    pending.finish();
    page(PageNames.INDEX, () -> ReportPage.render(site.run(), site, site::isExact));
    pending.finish();
  }

  private void writeListings() throws IOException {
    for (Map.Entry<Dimension, List<KeyTotal>> keys : site.keys().entrySet()) {
      Dimension dimension = keys.getKey();
      for (KeyTotal key : keys.getValue()) {
        Listing listing = site.listings().of(dimension, key.key());
        if (listing != null) {
          page(listing.page(), () -> ListingPages.renderKey(site, dimension, key.key(), listing));
        }
      }
      page(
          PageNames.keys(dimension),
          () -> ListingPages.keys(site, dimension),
          table -> ListingPages.renderKeys(site, dimension, table));
    }
    for (Map.Entry<LocalDate, Listing> period : site.listings().periods().entrySet()) {
      page(
          period.getValue().page(),
          () -> ListingPages.renderPeriod(site, period.getKey(), period.getValue()));
    }
    page(PageNames.undated(), () -> ListingPages.renderUndated(site));
    page(
        PageNames.DAYS,
        () -> ListingPages.periods(site),
        table -> ListingPages.renderPeriods(site, table));
  }

  private void writeLists() throws IOException {
    page(PageNames.STORIES, () -> StoryTables.stories(site), t -> ListPages.stories(site, t));
    page(PageNames.ARTICLES, () -> ArticleTables.all(site), t -> ListPages.articles(site, t));
    page(
        PageNames.VERSIONS,
        () -> VersionTables.mostChanged(site),
        table -> VersionTables.render(site, table));
    page(PageNames.DRIFT, () -> ListPages.falls(site), ListPages::drift);
    page(PageNames.HEADLINES, () -> ListPages.headlines(site), t -> ListPages.headlines(site, t));
    page(
        PageNames.REJECTIONS,
        () -> RejectionsPage.reasons(site),
        table -> RejectionsPage.render(site, table));
    page(PageNames.LEDGER, () -> ListPages.ledger(site), t -> ListPages.ledger(site, t));
    page(PageNames.SEARCH, SearchPage::render);
    page(SearchPage.DATA, () -> SearchPage.data(site));
    make(
        () -> {
          List<DataTable> tables = CopyingPage.tables(site);
          List<Part> parts = new ArrayList<>();
          parts.add(Part.of(PageNames.COPYING, CopyingPage.render(site, tables)));
          tables.forEach(table -> parts.addAll(data(table)));
          return parts;
        });
    // What no page shows whole.
    make(() -> data(RejectionsPage.all(site)));
    make(() -> data(FieldsSection.table(site.run())));
    make(() -> data(ListPages.sizes(site)));
    make(() -> data(StoryTables.members(site)));
    make(() -> data(VersionTables.all(site)));
    make(() -> data(ArticleTables.fields(site)));
    make(() -> data(ListPages.rates(site)));
  }

  private void page(String name, Supplier<String> text) throws IOException {
    make(() -> List.of(Part.of(name, text.get())));
  }

  /** A page of a table, and the table's data. */
  private void page(String name, Supplier<DataTable> table, Function<DataTable, String> text)
      throws IOException {
    make(
        () -> {
          DataTable rows = table.get();
          List<Part> parts = new ArrayList<>(data(rows));
          parts.add(Part.of(name, text.apply(rows)));
          return parts;
        });
  }

  private void make(Callable<List<Part>> parts) throws IOException {
    pending.add(threads.submit(parts));
  }

  private void put(List<Part> parts) throws IOException {
    for (Part part : parts) {
      sink.put(part.name(), part.bytes());
    }
  }

  private static List<Part> data(DataTable table) {
    String name = DataTable.FOLDER + table.name();
    return List.of(
        Part.of(name + ".csv", DataFiles.csv(table)),
        Part.of(name + ".json", DataFiles.json(table)));
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
