package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import dev.newsfold.records.Dimension;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Stage;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {
  private static final String HOSTILE =
      "</title></style></script><script>x()</script><img src=x onerror=x()>\u0000\u202E\"'&";

  @Test
  void theWholeRunIsOnThePage() {
    Document page = Jsoup.parse(render(InventedRun.ofDays(60, 1)));
    assertThat(
        page.select("h2").eachText(),
        equalTo(
            List.of(
                "Articles and stories a day",
                "Stories on most sites",
                "Sites, sources, sections",
                "Fields",
                "Rejections",
                "Ledger",
                "This run")));
    assertThat(page.select("svg .bar").size(), is(60));
    assertThat(page.select(".fields tbody tr").size(), is(Totals.FIELDS.size()));
    assertThat(page.select(".ledger tbody tr").size(), is(RunReport.FILES));
  }

  @Test
  void theSumIsShownWithItsNumbers() {
    LedgerTotals ledger =
        LedgerTotals.of(file("a", 1234, 1000, 200, Map.of("EMPTY", 30L), Map.of("image", 4L)));
    String sum = Jsoup.parse(render(run(ledger))).select(".terms").text();
    assertThat(
        sum,
        equalTo(
            "1,234 captures = 1,000 articles 81 % + 200 recaptures 16 % + 30 rejections 2 % + 4"
                + " skips < 1 %"));
  }

  @Test
  void aSumThatDoesNotHoldIsSaid() {
    LedgerTotals ledger = LedgerTotals.of(file("a", 10, 7, 1, Map.of(), Map.of()));
    assertThat(
        Jsoup.parse(render(run(ledger))).select(".equation").text(),
        containsString("2 captures are unexplained"));
  }

  @Test
  void hostileTextStaysText() {
    Document page = Jsoup.parse(render(hostileRun()));
    assertThat(page.select("style, img, iframe, object, form, base"), empty());
    assertThat(page.select("script").eachAttr("src"), equalTo(List.of("report.js")));
    assertThat(page.select("link").eachAttr("href"), equalTo(List.of("report.css")));
    Set<String> attributes =
        page.getAllElements().stream()
            .flatMap(element -> element.attributes().asList().stream())
            .map(attribute -> attribute.getKey())
            .collect(Collectors.toSet());
    assertThat(attributes.stream().filter(name -> name.startsWith("on")).toList(), empty());
    assertThat(page.select("a[href*=:], a[href*=x()]"), empty());
    assertThat(page.select(".telling h3 bdi").text(), containsString("<script>x()</script>"));
    assertThat(page.outerHtml(), not(containsString("\u202E")));
    assertThat(page.outerHtml(), not(containsString("\u0000")));
  }

  @Test
  void thePageIsWellFormed() {
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    parser.parseInput(render(hostileRun()), "");
    assertThat(parser.getErrors().toString(), parser.getErrors(), empty());
  }

  @Test
  void nothingIsFetched() {
    String html = render(InventedRun.ofDays(30, 2));
    assertThat(html, containsString("default-src &#39;none&#39;"));
    assertThat(html, not(containsString("url(")));
    assertThat(html, not(containsString("@import")));
  }

  @Test
  void anEmptyRunHasAPageToo() {
    Document page = Jsoup.parse(render(run(LedgerTotals.NONE)));
    assertThat(page.select("h1").text(), equalTo("0 articles, 0 stories"));
    assertThat(page.select(".none").size(), is(10));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 60, 400, 4000})
  void thePageStaysSmallAndTheSameForAnyNumberOfDays(int days) {
    String page = render(InventedRun.ofDays(days, 3));
    assertThat(page.length(), lessThan(300_000));
    assertThat(render(InventedRun.ofDays(days, 3)), equalTo(page));
  }

  @Test
  void theWorstFilesComeFirst() {
    InputFile fine = file("a", 9, 9, 0, Map.of(), Map.of());
    InputFile few = file("b", 9, 7, 0, Map.of("NOT_ARTICLE", 2L), Map.of());
    InputFile many = file("c", 9, 4, 0, Map.of("NOT_ARTICLE", 5L), Map.of());
    InputFile unexplained = file("d", 9, 8, 0, Map.of(), Map.of());
    InputFile unread = file("e", 0, 0, 0, Map.of(), Map.of());
    unread.setDigest(null);
    RunReport run =
        run(LedgerTotals.NONE, List.of(fine, few, unread, many, unexplained), List.of(), Map.of());
    String table = Jsoup.parse(render(run)).select(".path").text();
    assertThat(table, stringContainsInOrder("e", "d", "c", "b", "a"));
  }

  @Test
  void aStorySaysNoMoreOfItsTimeThanIsKnown() {
    Story story = story(0, Instant.parse("2020-09-24T23:30:00Z"));
    RunReport run = run(LedgerTotals.NONE, List.of(), List.of(story), Map.of());
    assertThat(
        Jsoup.parse(render(run, member -> true)).select(".telling .meta").eachText().get(0),
        equalTo("2 articles, 2020-09-25 07:30"));
    assertThat(
        Jsoup.parse(render(run, member -> false)).select(".telling .meta").eachText().get(0),
        equalTo("2 articles, 2020-09-25"));
  }

  @Test
  void aStoryOfNoKnownSiteIsCountedInArticles() {
    RunReport run = run(LedgerTotals.NONE, List.of(), List.of(story(0, null)), Map.of());
    assertThat(Jsoup.parse(render(run)).select(".sites").text(), equalTo("2 articles"));
    RunReport sites = run(LedgerTotals.NONE, List.of(), List.of(story(2, null)), Map.of());
    assertThat(Jsoup.parse(render(sites)).select(".sites").text(), equalTo("2 sites"));
  }

  private static Story story(int sites, @Nullable Instant at) {
    StoryMember member =
        StoryMember.newBuilder()
            .setArticleId("1")
            .setUrl("file:1.html")
            .setSite("")
            .setHeadline("a bridge")
            .setPublishedAt(at)
            .setRelation(Relation.COPY)
            .build();
    return Story.newBuilder()
        .setId("s")
        .setHeadline("a bridge")
        .setCanonicalArticleId("1")
        .setFirstPublishedAt(at)
        .setLastPublishedAt(at)
        .setMembers(List.of(member, member))
        .setSiteCount(sites)
        .build();
  }

  static String render(RunReport run) {
    return render(run, member -> member.getPublishedAt() != null);
  }

  /** With no pages to lead to. */
  private static String render(RunReport run, Predicate<StoryMember> exact) {
    return ReportPage.render(
        run,
        new Links() {
          @Override
          public @Nullable String story(@Nullable String id) {
            return null;
          }

          @Override
          public @Nullable String article(@Nullable String id) {
            return null;
          }

          @Override
          public @Nullable String key(Dimension dimension, @Nullable String key) {
            return null;
          }

          @Override
          public @Nullable String period(@Nullable LocalDate day) {
            return null;
          }
        },
        exact);
  }

  private static RunReport hostileRun() {
    StoryMember member =
        StoryMember.newBuilder()
            .setArticleId("1")
            .setUrl("javascript:x()")
            .setSite(HOSTILE)
            .setSource(HOSTILE)
            .setHeadline(HOSTILE)
            .setRelation(Relation.COPY)
            .setEvidence(HOSTILE)
            .build();
    Story story =
        Story.newBuilder()
            .setId("s")
            .setHeadline(HOSTILE)
            .setCanonicalArticleId("1")
            .setMembers(List.of(member, member))
            .setSiteCount(1)
            .build();
    InputFile file = file(HOSTILE, 1, 0, 0, Map.of(HOSTILE, 1L), Map.of(HOSTILE, 0L));
    return run(
        LedgerTotals.of(file),
        List.of(file),
        List.of(story),
        Map.of(Dimension.SOURCE, List.of(new KeyTotal(HOSTILE, 3, 2))));
  }

  private static RunReport run(LedgerTotals ledger) {
    return run(ledger, List.of(), List.of(), Map.of());
  }

  private static RunReport run(
      LedgerTotals ledger,
      List<InputFile> files,
      List<Story> stories,
      Map<Dimension, List<KeyTotal>> keys) {
    Totals totals = new Totals();
    if (!keys.isEmpty()) {
      totals.add(
          Rejection.newBuilder()
              .setOrigin(new Origin(HOSTILE, 5L, HOSTILE))
              .setUrl(HOSTILE)
              .setStage(Stage.PARSE)
              .setReason(Reason.NOT_ARTICLE)
              .setMessage(HOSTILE)
              .setPayload(ByteBuffer.wrap(HOSTILE.getBytes(StandardCharsets.UTF_8)))
              .build());
    }
    RunFacts facts =
        RunFacts.of(
            "local",
            Instant.EPOCH,
            Instant.EPOCH.plusMillis(1500),
            InventedRun.ZONE,
            Map.of("input", HOSTILE),
            Map.of());
    return new RunReport(facts, Map.of(), 0, ledger, files, List.of(), stories, keys, totals);
  }

  private static InputFile file(
      String path,
      long captures,
      long articles,
      long recaptures,
      Map<String, Long> rejections,
      Map<String, Long> skips) {
    return InputFile.newBuilder()
        .setPath(path)
        .setSize(1L)
        .setDigest("9f")
        .setCaptures(captures)
        .setArticles(articles)
        .setRecaptures(recaptures)
        .setRejections(rejections)
        .setSkips(skips)
        .build();
  }
}
