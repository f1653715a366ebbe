package dev.newsfold.report;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Stage;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A run that never was, of any number of days; its main method writes the page to look at it. */
final class InventedRun {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 7, 27);
  private static final Instant START = Instant.parse("2026-11-23T02:34:10Z");

  private static final List<String> PLACES =
      List.of("青浦湾", "云岭县", "北桥镇", "临江新区", "石泉市", "南屏岛", "长堤村");
  private static final List<String> SUBJECTS =
      List.of("首座竹木天桥", "夜间公交环线", "旧船厂博物馆", "山区小学食堂", "潮汐发电站", "社区种子图书馆");
  private static final List<String> EVENTS =
      List.of("今日启用", "通过验收", "迎来首批访客", "延期至明年春天开放", "入围年度工程奖", "因大雾暂停一日");
  private static final List<String> SITES =
      List.of(
          "news.lantern.example",
          "portal.heron.example",
          "www2.willow.example",
          "daily.cedar.example",
          "m.ferry.example",
          "kuaibao.example",
          "wire.plover.example",
          "city.quince.example",
          "paper.sedge.example",
          "times.alder.example");
  private static final List<String> SOURCES =
      List.of("灯塔社", "鹭江晚报", "柳岸新闻网", "雪松日报", "渡口客户端", "The Sedge Paper");
  private static final List<String> SECTIONS = List.of("国际", "社会", "财经", "文化", "体育", "科技");
  private static final List<String> FILLED =
      List.of("headline", "body", "publishedAt", "source", "authors", "language", "canonicalUrl");
  private static final List<String> RULES =
      List.of("json-ld", "meta og", "label", "position", "breadcrumb", "site rule", "url path");

  private final Random random;

  private InventedRun(long seed) {
    random = new Random(seed);
  }

  static RunReport ofDays(int days, long seed) {
    return new InventedRun(seed).run(days);
  }

  static Rejection rejection(Random random) {
    Reason[] reasons = Reason.values();
    return Rejection.newBuilder()
        .setOrigin(
            new Origin(
                "dump/part-%03d.warc.gz".formatted(random.nextInt(40)),
                random.nextBoolean() ? (long) random.nextInt(9_000_000) : null,
                null))
        .setUrl(random.nextBoolean() ? "http://portal.heron.example/" + random.nextInt(99) : null)
        .setStage(Stage.values()[random.nextInt(3)])
        .setReason(reasons[1 + random.nextInt(reasons.length - 1)])
        .setMessage("text of " + random.nextInt(80) + " characters in 14 links")
        .setPayload(
            ByteBuffer.wrap("<html><title>频道首页</title>\u0000".getBytes(StandardCharsets.UTF_8)))
        .setPayloadSize((long) random.nextInt(90_000))
        .build();
  }

  static Article article(Random random) {
    Map<String, String> evidence = new HashMap<>();
    for (String field : FILLED) {
      double skew = random.nextDouble() * random.nextDouble();
      evidence.put(
          field, RULES.get((int) (skew * RULES.size())) + " (" + random.nextInt(1000) + ")");
    }
    boolean dated = random.nextInt(20) > 0;
    if (!dated) {
      evidence.put("publishedAt", "refused: meta: after the capture (2031-01-01)");
    }
    Article article =
        Article.newBuilder()
            .setId(Long.toHexString(random.nextLong()))
            .setUrl("https://daily.cedar.example/a/1.html")
            .setCanonicalUrl("https://daily.cedar.example/a/1.html")
            .setSite("daily.cedar.example")
            .setOrigin(new Origin("a", null, null))
            .setPayloadDigest("")
            .setHeadline("青浦湾首座竹木天桥今日启用")
            .setOriginalHeadline(random.nextInt(4) == 0 ? "青浦湾竹桥启用" : null)
            .setBody("正文")
            .setSummary(random.nextInt(3) > 0 ? "摘要" : null)
            .setPublishedAt(dated ? START : null)
            .setPublishedPrecision(dated ? Precision.values()[random.nextInt(3)] : null)
            .setSection(random.nextInt(5) > 0 ? "国际" : null)
            .setBreadcrumb(random.nextInt(3) > 0 ? List.of("国际") : List.of())
            .setSource(random.nextInt(6) > 0 ? "灯塔社" : null)
            .setAgencies(random.nextInt(5) == 0 ? List.of("灯塔社") : List.of())
            .setAuthors(random.nextInt(5) < 2 ? List.of("林一") : List.of())
            .setEditor(random.nextInt(2) == 0 ? List.of("周二") : List.of())
            .setLanguage(random.nextInt(9) > 0 ? "zh-Hans" : "en")
            .setCharset(random.nextInt(3) > 0 ? "UTF-8" : "gb18030")
            .setCharsetEvidence(List.of("meta", "http", "utf8-valid").get(random.nextInt(3)))
            .setEvidence(evidence)
            .setTruncated(random.nextInt(200) == 0)
            .build();
    if (article.getAuthors().isEmpty()) {
      evidence.remove("authors");
    }
    if (article.getSource() == null) {
      evidence.remove("source");
    }
    return article;
  }

  private RunReport run(int days) {
    List<DailyAggregate> windows = IntStream.range(0, days).mapToObj(this::window).toList();
    Totals totals = new Totals();
    IntStream.range(0, 4000).forEach(i -> totals.add(article(random)));
    IntStream.range(0, 160).forEach(i -> totals.add(rejection(random)));
    List<InputFile> files = IntStream.range(0, 140).mapToObj(this::file).toList();
    LedgerTotals ledger =
        files.stream().map(LedgerTotals::of).reduce(LedgerTotals.NONE, LedgerTotals::plus);
    Map<Dimension, List<KeyTotal>> keys = new EnumMap<>(Dimension.class);
    keys.put(Dimension.SITE, keys(SITES));
    keys.put(Dimension.SOURCE, keys(SOURCES));
    keys.put(Dimension.SECTION, keys(SECTIONS));
    keys.put(Dimension.AGENCY, keys(List.of("共同社", "韩联社", "路透社", "AP")));
    keys.put(Dimension.LANGUAGE, keys(List.of("zh-Hans", "zh-Hant", "en", "")));
    return new RunReport(
        RunFacts.of(
            "local",
            START,
            START.plusSeconds(423),
            ZONE,
            Map.of("input", "dump/*.warc.gz", "output", "out", "zone", "Asia/Shanghai"),
            Map.of("newsfold", "0.1.0", "beam", "2.70.0", "java", "17.0.19")),
        Map.of("articles", 12_408L, "stories", 8_931L, "headlines", 21_500L, "late", 17L),
        3_477L,
        ledger,
        files,
        windows,
        IntStream.range(0, 14).mapToObj(i -> story(14 - i)).toList(),
        keys,
        totals);
  }

  private DailyAggregate window(int index) {
    LocalDate day = FIRST_DAY.plusDays(index);
    Instant start = day.atStartOfDay(ZONE).toInstant();
    boolean weekend = day.getDayOfWeek().getValue() > 5;
    double wave = 1 + 0.35 * Math.sin(index / 9.0);
    long articles = Math.round((weekend ? 110 : 210) * wave * (0.85 + 0.3 * random.nextDouble()));
    long stories = Math.round(articles * (0.62 + 0.2 * random.nextDouble()));
    return DailyAggregate.newBuilder()
        .setDay(day)
        .setWindowStart(start)
        .setWindowEnd(start.plusSeconds(86_400))
        .setZone(ZONE.getId())
        .setDimension(Dimension.ALL)
        .setKey("")
        .setCaptures(articles + 9)
        .setArticles(articles)
        .setStories(stories)
        .setCrossPosts(articles - stories)
        .setSites(8)
        .setFirstPublishedAt(start)
        .setLastPublishedAt(start.plusSeconds(80_000))
        .build();
  }

  private InputFile file(int index) {
    Map<String, Long> rejections = new HashMap<>();
    if (random.nextInt(3) == 0) {
      rejections.put("NOT_ARTICLE", 1L + random.nextInt(9));
    }
    if (index == 7) {
      rejections.put("WARC_TRUNCATED", 1L);
    }
    Map<String, Long> skips = Map.of("warc-metadata", 2L, "redirect", 1L);
    long articles = 60 + random.nextInt(60);
    long recaptures = random.nextInt(9);
    return InputFile.newBuilder()
        .setPath("dump/2020/part-%03d.warc.gz".formatted(index))
        .setSize(1_000_000L + random.nextInt(9_000_000))
        .setDigest(index == 7 ? null : "9f")
        .setArticles(articles)
        .setRecaptures(recaptures)
        .setRejections(rejections)
        .setSkips(skips)
        .setCaptures(articles + recaptures + Ledger.sum(rejections) + 3)
        .build();
  }

  private Story story(int members) {
    Instant published = FIRST_DAY.atTime(11, 45, 27).toInstant(ZoneOffset.ofHours(8));
    String headline = headline();
    List<StoryMember> list = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      String site = SITES.get(i % SITES.size());
      list.add(
          StoryMember.newBuilder()
              .setArticleId("a" + i)
              .setUrl("https://" + site + "/2020/" + i + ".html")
              .setSite(site)
              .setSource(random.nextBoolean() ? pick(SOURCES) : null)
              .setHeadline(i % 3 == 2 ? "(图)" + headline : headline)
              .setPublishedAt(published.plusSeconds(1900L * i))
              .setRelation(
                  i == 0 ? Relation.ORIGINAL : i % 4 == 3 ? Relation.ABRIDGED : Relation.COPY)
              .setSimilarity(i == 0 ? 1 : 0.75 + 0.25 * random.nextDouble())
              .setEvidence("Jaccard of 5-character shingles over 0.7")
              .build());
    }
    return Story.newBuilder()
        .setId("s" + members)
        .setHeadline(headline)
        .setCanonicalArticleId("a0")
        .setFirstPublishedAt(published)
        .setLastPublishedAt(published.plusSeconds(1900L * (members - 1)))
        .setMembers(list)
        .setSiteCount(Math.min(members, SITES.size()))
        .build();
  }

  private List<KeyTotal> keys(List<String> names) {
    long most = 5000;
    List<KeyTotal> keys = new ArrayList<>();
    for (String name : names) {
      keys.add(new KeyTotal(name, most, Math.round(most * (0.5 + 0.5 * random.nextDouble()))));
      most = Math.round(most * (0.5 + 0.4 * random.nextDouble()));
    }
    return keys;
  }

  private String headline() {
    return pick(PLACES) + pick(SUBJECTS) + pick(EVENTS);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (Map.Entry<String, byte[]> file :
        SiteWriterTest.site(new InventedRecords(Integer.parseInt(args[1]), ""), 5000).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, file.getValue());
    }
  }
}
