package dev.newsfold.report;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Headline;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Story;
import dev.newsfold.records.Version;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a run for its report, in passes: over aggregates and stories, to choose what has a page;
 * over articles; over stories again, now that it is known which times are exact; and over the rest.
 */
final class SiteReader {
  private static final int PAYLOAD = 400;

  /** Seen on most pages first, then on most sites; then by key. */
  private static final Comparator<Headline> MOST_SEEN_FIRST =
      Comparator.comparingLong(Headline::getPages)
          .thenComparingLong(Headline::getSites)
          .reversed()
          .thenComparing(Headline::getHeadlineKey);

  /** In the order of the input; the rest of the order tells equal places apart. */
  private static final Comparator<Rejection> BY_PLACE = Comparator.naturalOrder();

  private final RunRecords records;
  private final Limits limits;

  private final List<DailyAggregate> windows = new ArrayList<>();
  private final Map<Dimension, Map<String, KeyTotal>> totalsByKey = new EnumMap<>(Dimension.class);
  private final Concentration concentration = new Concentration();
  private final FieldRates rates;
  private final Totals totals = new Totals();
  private final Copying copying = new Copying();
  private final TopList<Headline> headlines = new TopList<>(MOST_SEEN_FIRST, Limits.ROWS);
  private final Map<Reason, TopList<Rejection>> rejections = new EnumMap<>(Reason.class);
  private final TopList<InputFile> files =
      new TopList<>(RunReport.WORST_FIRST, Math.max(Limits.ROWS, RunReport.FILES));
  private LedgerTotals ledger = LedgerTotals.NONE;

  SiteReader(RunRecords records, Limits limits, ZoneId zone) {
    rates = new FieldRates(zone);
    this.records = records;
    this.limits = limits;
  }

  /** Reads all there is. */
  Site read(RunFacts facts) throws IOException {
    records.forEach(Dataset.AGGREGATES, DailyAggregate.class, this::add);
    Timeline timeline = Timeline.of(windows);
    StoryPass stories = new StoryPass(limits);
    records.forEach(Dataset.STORIES, Story.class, stories::add);
    Map<Dimension, List<KeyTotal>> keys = keys(stories);
    Map<Dimension, List<String>> chosen = new EnumMap<>(Dimension.class);
    keys.forEach((dimension, rows) -> chosen.put(dimension, values(rows)));
    Listings listings = new Listings(chosen, timeline);
    ArticlePass articles = new ArticlePass(stories.articles());
    readArticles(articles, listings);
    IdSet dayOnly = articles.dayOnly();
    Map<Dimension, List<KeyTotal>> counted = counted(keys, listings);
    records.forEach(Dataset.STORIES, Story.class, story -> copying.add(story, dayOnly));
    records.forEach(Dataset.COPIES, Copy.class, copying::add);
    VersionPass versions = new VersionPass();
    records.forEach(Dataset.VERSIONS, Version.class, versions::count);
    versions.keep(articles.kept().keySet());
    records.forEach(Dataset.VERSIONS, Version.class, versions::take);
    records.forEach(Dataset.HEADLINES, Headline.class, this::add);
    records.forEach(Dataset.REJECTIONS, Rejection.class, this::add);
    records.forEach(Dataset.LEDGER, InputFile.class, this::add);
    RunReport run =
        new RunReport(
            facts,
            records.counts(),
            stories.articleCount() - stories.storyCount(),
            ledger,
            files.items(),
            windows,
            stories.stories(),
            counted,
            totals);
    return new Site(
        run,
        stories,
        byId(stories.stories()),
        articles.kept(),
        dayOnly,
        counted,
        listings,
        timeline,
        copying,
        concentration,
        versions,
        rates,
        headlines.items(),
        rejections(),
        files.items().stream().filter(SiteReader::needsALook).toList());
  }

  private void add(DailyAggregate row) {
    concentration.add(row);
    if (row.getDimension() == Dimension.ALL) {
      windows.add(row);
    } else {
      totalsByKey
          .computeIfAbsent(row.getDimension(), dimension -> new HashMap<>())
          .merge(row.getKey(), KeyTotal.of(row), KeyTotal::plus);
    }
  }

  /** Most of a run are articles, and what is counted of them takes as long as to read them. */
  private void readArticles(ArticlePass articles, Listings listings) throws IOException {
    try (Lanes<Article> lanes =
        new Lanes<>(List.of(totals::add, rates::add, listings::add, articles::add))) {
      records.forEachBlock(Dataset.ARTICLES, Article.class, lanes::put);
      lanes.finish();
    }
  }

  private void add(Headline headline) {
    if (headline.getArticleId() == null) {
      headlines.offer(headline);
    }
  }

  private void add(Rejection rejection) {
    totals.add(rejection);
    ByteBuffer payload = rejection.getPayload();
    if (payload != null && payload.remaining() > PAYLOAD) {
      byte[] start = new byte[PAYLOAD];
      payload.duplicate().get(start);
      rejection.setPayload(ByteBuffer.wrap(start));
    }
    rejections
        .computeIfAbsent(rejection.getReason(), reason -> new TopList<>(BY_PLACE, Limits.ROWS))
        .offer(rejection);
  }

  private void add(InputFile file) {
    ledger = ledger.plus(LedgerTotals.of(file));
    files.offer(file);
  }

  private static boolean needsALook(InputFile file) {
    return file.getDigest() == null
        || Ledger.unexplained(file) != 0
        || Ledger.sum(file.getRejections()) > 0;
  }

  private SortedMap<Reason, List<Rejection>> rejections() {
    SortedMap<Reason, List<Rejection>> lists = new TreeMap<>();
    rejections.forEach((reason, list) -> lists.put(reason, list.items()));
    return lists;
  }

  /** The largest values; of sites and sources those that have undated articles only, too. */
  private Map<Dimension, List<KeyTotal>> keys(StoryPass stories) {
    Map<Dimension, List<KeyTotal>> largest = new EnumMap<>(Dimension.class);
    Listings.PAGES.forEach(
        (dimension, most) -> {
          TopList<KeyTotal> top = new TopList<>(KeyTotal.LARGEST_FIRST, most);
          Map<String, KeyTotal> dated = totalsByKey.getOrDefault(dimension, Map.of());
          dated.values().forEach(top::offer);
          Set<String> undated = new LinkedHashSet<>();
          if (dimension == Dimension.SITE) {
            undated.addAll(stories.sites().keys());
          } else if (dimension == Dimension.SOURCE) {
            undated.addAll(stories.sources().keys());
          }
          undated.removeAll(dated.keySet());
          undated.forEach(key -> top.offer(new KeyTotal(key, 0, 0)));
          largest.put(dimension, top.items());
        });
    return largest;
  }

  /**
   * The same values with all their articles, as their pages list them: windows know of neither
   * those that are undated nor those that are late.
   */
  private static Map<Dimension, List<KeyTotal>> counted(
      Map<Dimension, List<KeyTotal>> keys, Listings listings) {
    Map<Dimension, List<KeyTotal>> counted = new EnumMap<>(Dimension.class);
    keys.forEach(
        (dimension, rows) ->
            counted.put(
                dimension,
                rows.stream()
                    .map(
                        row ->
                            new KeyTotal(
                                row.key(), listings.count(dimension, row.key()), row.stories()))
                    .filter(row -> row.articles() > 0)
                    .sorted(KeyTotal.LARGEST_FIRST)
                    .toList()));
    return counted;
  }

  private static Map<String, Story> byId(List<Story> stories) {
    Map<String, Story> byId = new LinkedHashMap<>();
    stories.forEach(story -> byId.put(story.getId(), story));
    return byId;
  }

  private static List<String> values(List<KeyTotal> rows) {
    return rows.stream().map(KeyTotal::key).toList();
  }
}
