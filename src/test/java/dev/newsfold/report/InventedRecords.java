package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Fuller;
import dev.newsfold.records.Headline;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.records.Version;
import dev.newsfold.records.VersionChange;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** The records of a run that never was, of any number of stories, made as they are asked for. */
final class InventedRecords implements RunRecords {
  private static final LocalDate FIRST = LocalDate.of(2020, 7, 27);
  private static final int DAYS = 60;
  private static final int SITES = 30;
  private static final int LONG_SITE = 11;

  /** Longer than a line of a narrow window, amid a script without spaces. */
  private static final String LONG_WORD =
      "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

  private static final String PARAGRAPH =
      "青浦湾首座竹木天桥今日启用，数百名居民步行通过。The bridge was opened to the public on Monday. ";

  private final int stories;
  private final String odd;
  private final boolean backwards;

  /**
   * A run.
   *
   * @param odd stands in every text that comes from a page; may be empty
   */
  InventedRecords(int stories, String odd) {
    this(stories, odd, false);
  }

  private InventedRecords(int stories, String odd, boolean backwards) {
    this.stories = stories;
    this.odd = odd;
    this.backwards = backwards;
  }

  /** The same records, the last first. */
  InventedRecords backwards() {
    return new InventedRecords(stories, odd, true);
  }

  @Override
  public SortedMap<String, Long> counts() {
    return new TreeMap<>(Map.of("stories", (long) stories));
  }

  @Override
  public <T extends SpecificRecord> void forEachBlock(
      Dataset dataset, Class<T> type, Taker<List<T>> taker) throws IOException {
    for (int i = 0; i < stories; i++) {
      int number = backwards ? stories - 1 - i : i;
      List<SpecificRecord> records = new ArrayList<>(of(dataset, number));
      if (backwards) {
        Collections.reverse(records);
      }
      taker.take(records.stream().map(type::cast).toList());
    }
  }

  private List<? extends SpecificRecord> of(Dataset dataset, int number) {
    return switch (dataset) {
      case STORIES -> List.of(story(number));
      case ARTICLES -> articles(number);
      case COPIES -> copies(number);
      case VERSIONS -> versions(number);
      case AGGREGATES -> number < DAYS ? rows(number) : List.of();
      case HEADLINES -> number < 300 ? List.of(headline(number)) : List.of();
      case REJECTIONS -> number < 90 ? List.of(rejection(number)) : List.of();
      case LEDGER -> number < 40 ? List.of(file(number)) : List.of();
      default -> List.of();
    };
  }

  static int members(int number) {
    return number % 5 == 0 ? 2 + number % 9 : 1;
  }

  private String id(int number, int member) {
    return odd + Long.toHexString(0xabcdef0123456789L ^ (number * 1009L + member));
  }

  private String site(int number, int member) {
    return siteOf((number + member) % SITES);
  }

  private String siteOf(int place) {
    return odd
        + (place == LONG_SITE ? "zwischenstadtkurier.cedarbridge" : "site" + place)
        + ".example";
  }

  private String headline(int number, int member) {
    String base =
        number % 30 == 0
            ? "青浦湾" + LONG_WORD + "第" + number + "次启用"
            : number % 2 == 0
                ? "青浦湾首座竹木天桥第" + number + "次启用"
                : "Bamboo bridge number " + number + " opens in Qingpu";
    return odd + base + (member % 3 == 2 ? "（图）" : "");
  }

  private static Instant time(int number, int member) {
    LocalDate day = FIRST.plusDays(number % DAYS);
    return day.atTime(9, 30).plusMinutes(37L * member).atZone(InventedRun.ZONE).toInstant();
  }

  private static boolean dated(int number, int member) {
    return (number + member) % 17 != 3;
  }

  private static boolean exact(int number, int member) {
    return (number + member) % 4 != 1;
  }

  private Story story(int number) {
    List<StoryMember> members = new ArrayList<>();
    for (int i = 0; i < members(number); i++) {
      members.add(
          StoryMember.newBuilder()
              .setArticleId(id(number, i))
              .setUrl(url(number, i))
              .setSite(site(number, i))
              .setSource(i % 2 == 0 ? odd + "灯塔社" : null)
              .setHeadline(headline(number, i))
              .setPublishedAt(dated(number, i) ? time(number, i) : null)
              .setRelation(i == 0 ? Relation.ORIGINAL : Relation.COPY)
              .setSimilarity(0.9)
              .setEvidence(odd + "shingles alike")
              .build());
    }
    return Story.newBuilder()
        .setId("s" + id(number, 0))
        .setHeadline(headline(number, 0))
        .setCanonicalArticleId(id(number, 0))
        .setFirstPublishedAt(dated(number, 0) ? time(number, 0) : null)
        .setLastPublishedAt(dated(number, 0) ? time(number, members.size()) : null)
        .setMembers(members)
        .setSiteCount(members.size())
        .build();
  }

  private String url(int number, int member) {
    return number % 7 == 6 ? "javascript:x()" : "https://site.example/" + number + '/' + member;
  }

  private List<Article> articles(int number) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < members(number); i++) {
      boolean dated = dated(number, i);
      articles.add(
          Article.newBuilder()
              .setId(id(number, i))
              .setUrl(url(number, i))
              .setCanonicalUrl(url(number, i))
              .setSite(site(number, i))
              .setOrigin(
                  new Origin(odd + "dump/" + number + ".warc.gz", 1000L + i, odd + "<urn:1>"))
              .setPayloadDigest("9f")
              .setHeadline(headline(number, i))
              .setBody((odd + PARAGRAPH).repeat(8) + (i % 2 == 1 ? "编辑加了一句。" : ""))
              .setPublishedAt(dated ? time(number, i) : null)
              .setPublishedPrecision(
                  dated ? exact(number, i) ? Precision.MINUTE : Precision.DAY : null)
              .setPublishDay(dated ? FIRST.plusDays(number % DAYS) : null)
              .setSource(i % 2 == 0 ? odd + "灯塔社" : null)
              .setSection(odd + "国际")
              .setAgencies(i == 0 ? List.of(odd + "共同社") : List.of())
              .setLanguage(number % 2 == 0 ? "zh-Hans" : odd.isEmpty() ? "en" : odd)
              .setEvidence(Map.of("headline", odd + "h1", "body", odd + "densest block"))
              .setStoryId("s" + id(number, 0))
              .setCrossPostRelation(i == 0 ? Relation.ORIGINAL : Relation.COPY)
              .build());
    }
    return articles;
  }

  private List<Copy> copies(int number) {
    List<Copy> copies = new ArrayList<>();
    for (int i = 1; i < members(number); i++) {
      boolean known = dated(number, i) && exact(number, i) && dated(number, 0) && exact(number, 0);
      copies.add(
          Copy.newBuilder()
              .setArticleId(id(number, i))
              .setUrl(url(number, i))
              .setSite(site(number, i))
              .setSource(i % 2 == 0 ? odd + "灯塔社" : null)
              .setHeadline(headline(number, i))
              .setOriginalId(id(number, 0))
              .setOriginalSite(site(number, 0))
              .setStoryId("s" + id(number, 0))
              .setWhy(CopyReason.values()[i % CopyReason.values().length])
              .setLagSeconds(known ? 37L * 60 * i : null)
              .setFuller(Fuller.values()[0])
              .build());
    }
    return copies;
  }

  /** Of the first article of each tenth story: one headline after the other. */
  private List<Version> versions(int number) {
    List<Version> versions = new ArrayList<>();
    for (int i = 1; number % 10 == 0 && i <= 2 + number % 3; i++) {
      versions.add(
          Version.newBuilder()
              .setOrigin(
                  number % 20 == 0
                      ? new Origin(odd + "dump/" + number + ".warc.gz", 500L * i, odd + "<urn:v>")
                      : null)
              .setPayloadDigest(number % 20 == 0 ? "9f" + i : null)
              .setArticleId(id(number, 0))
              .setNumber(i)
              .setVersions(2 + number % 3)
              .setCurrent(i == 1)
              .setUrl(url(number, 0))
              .setSite(site(number, 0))
              .setFirstCapturedAt(i == 3 ? null : time(number, i))
              .setHeadline(headline(number, 0) + (i == 2 ? "（更新）" : ""))
              .setTextDigest("9f")
              .setPublishedAt(time(number, 0))
              .setChanged(i == 1 ? List.of() : List.of(VersionChange.HEADLINE, VersionChange.TEXT))
              .setWordsAdded(i - 1)
              .setWordsRemoved(0)
              .setAdded(i == 1 ? List.of() : List.of(odd + "编辑加了一句"))
              .build());
    }
    return versions;
  }

  private List<DailyAggregate> rows(int number) {
    LocalDate day = FIRST.plusDays(number);
    List<DailyAggregate> rows = new ArrayList<>();
    rows.add(row(day, Dimension.ALL, "", 40 + number));
    IntStream.range(0, SITES).forEach(i -> rows.add(row(day, Dimension.SITE, siteOf(i), 1 + i)));
    rows.add(row(day, Dimension.SOURCE, odd + "灯塔社", 20));
    rows.add(row(day, Dimension.SOURCE, odd + "鹭江晚报", 10));
    rows.add(row(day, Dimension.SOURCE, "", 10 + number));
    rows.add(row(day, Dimension.SECTION, odd + "国际", 40));
    rows.add(row(day, Dimension.AGENCY, odd + "共同社", 30));
    rows.add(row(day, Dimension.AGENCY, "", 10));
    rows.add(row(day, Dimension.LANGUAGE, "zh-Hans", 40));
    return rows;
  }

  private static DailyAggregate row(LocalDate day, Dimension dimension, String key, long articles) {
    Instant start = day.atStartOfDay(InventedRun.ZONE).toInstant();
    return DailyAggregate.newBuilder()
        .setDay(day)
        .setWindowStart(start)
        .setWindowEnd(start.plusSeconds(86_400))
        .setZone(InventedRun.ZONE.getId())
        .setDimension(dimension)
        .setKey(key)
        .setCaptures(articles)
        .setArticles(articles)
        .setStories(articles)
        .setCrossPosts(0)
        .setSites(1)
        .setFirstPublishedAt(start)
        .setLastPublishedAt(start)
        .build();
  }

  private Headline headline(int number) {
    return Headline.newBuilder()
        .setHeadlineKey(odd + number)
        .setHeadline(headline(number, 0))
        .setPages(number)
        .setSites(1)
        .setArticleId(number % 2 == 0 ? id(number, 0) : null)
        .build();
  }

  private SpecificRecord rejection(int number) {
    var rejection = InventedRun.rejection(new Random(number));
    rejection.setMessage(odd + rejection.getMessage());
    rejection.getOrigin().setFile(odd + rejection.getOrigin().getFile());
    return rejection;
  }

  private InputFile file(int number) {
    return InputFile.newBuilder()
        .setPath(odd + "dump/" + number + ".warc.gz")
        .setSize(1000L)
        .setDigest(number == 3 ? null : "9f")
        .setCaptures(10)
        .setArticles(number % 2 == 0 ? 9 : 10)
        .setRecaptures(0)
        .setRejections(number % 2 == 0 ? Map.of("NOT_ARTICLE", 1L) : Map.of())
        .setSkips(Map.of())
        .build();
  }
}
