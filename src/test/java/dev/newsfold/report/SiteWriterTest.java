package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes whole reports, and looks through every page of them. */
class SiteWriterTest {
  private static final String HOSTILE =
      "=</title></style></script><script>x()</script><img src=x onerror=x()>\u0000\u202E\"'&/../";

  private static Map<String, byte[]> plain = Map.of();
  private static Map<String, byte[]> hostile = Map.of();

  @BeforeAll
  static void write() throws IOException {
    plain = site(new InventedRecords(120, ""), 5000);
    hostile = site(new InventedRecords(60, HOSTILE), 5000);
  }

  @Test
  void everyLinkResolves() {
    for (Map<String, byte[]> site : List.of(plain, hostile)) {
      Map<String, Set<String>> ids = new HashMap<>();
      pages(site).forEach((name, page) -> ids.put(name, new HashSet<>(ids(page))));
      List<String> dead = new ArrayList<>();
      pages(site)
          .forEach(
              (name, page) -> {
                for (Element link : page.select("[href], [src]")) {
                  String address = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                  if (!isWeb(address) && !resolves(site, ids, name, address)) {
                    dead.add(name + " -> " + address);
                  }
                }
              });
      assertThat(dead, empty());
    }
  }

  @Test
  void everyPageIsReachedFromTheFirst() {
    Map<String, Document> pages = pages(plain);
    Set<String> seen = new HashSet<>(Set.of("index.html"));
    List<String> next = new ArrayList<>(seen);
    while (!next.isEmpty()) {
      String name = next.remove(next.size() - 1);
      for (Element link : Objects.requireNonNull(pages.get(name)).select("a[href]")) {
        String to = target(name, link.attr("href")).replaceAll("#.*", "");
        if (pages.containsKey(to) && seen.add(to)) {
          next.add(to);
        }
      }
    }
    assertThat(seen, equalTo(pages.keySet()));
  }

  @Test
  void numbersOfTheFirstPageAreThoseOfThePagesThatTheyLeadTo() {
    Map<String, Document> pages = pages(plain);
    int compared = 0;
    for (Element row : Objects.requireNonNull(pages.get("index.html")).select(".bars li")) {
      Element number = row.select(".n a").first();
      if (number != null) {
        Document page = Objects.requireNonNull(pages.get(number.attr("href")));
        assertThat(row.text(), page.select(".lead").text(), startsWith(number.text() + " article"));
        compared++;
      }
    }
    assertThat(compared, greaterThan(10));
  }

  @Test
  void whatComesToNoneHasNoPercentage() {
    List<String> shares =
        pages(plain).values().stream()
            .flatMap(page -> page.select("td.n:has(small)").eachText().stream())
            .toList();
    assertThat(shares, not(empty()));
    assertThat(shares, everyItem(not(startsWith("0 "))));
  }

  @Test
  void languagesAreNamed() {
    Document page = Objects.requireNonNull(pages(plain).get("language/index.html"));
    assertThat(page.select("tbody th").eachText().toString(), containsString("zh-Hans Chinese"));
    assertThat(text(plain, "data/language-counts.csv"), not(containsString("Chinese")));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    for (Map<String, byte[]> site : List.of(plain, hostile)) {
      pages(site)
          .forEach(
              (name, page) -> {
                assertThat(name, page.select("img, iframe, object, embed, form, base"), empty());
                for (Element loaded : page.select("link[href], script[src]")) {
                  assertThat(
                      loaded.attr("href") + loaded.attr("src"),
                      matchesPattern("(\\.\\./)?(report\\.css|report\\.js|data/search\\.js)"));
                }
                assertThat(
                    page.select("meta[http-equiv=Content-Security-Policy]").attr("content"),
                    containsString("default-src 'none'"));
              });
      assertThat(text(site, "report.css"), not(containsString("url(")));
      assertThat(text(site, "report.css"), not(containsString("@import")));
    }
  }

  @Test
  void hostileTextStaysText() {
    pages(hostile)
        .forEach(
            (name, page) -> {
              for (Element script : page.select("script")) {
                assertThat(name, script.data(), equalTo(""));
              }
              for (Element element : page.getAllElements()) {
                element
                    .attributes()
                    .forEach(
                        attribute -> assertThat(attribute.getKey().startsWith("on"), is(false)));
              }
              for (Element link : page.select("a[href]")) {
                assertThat(link.attr("href").startsWith("javascript"), is(false));
              }
              assertThat(name, page.outerHtml(), not(containsString("\u202E")));
            });
    assertThat(hostile.keySet(), everyItem(matchesPattern("[a-z0-9-]+(/[a-z0-9-]+)?\\.[a-z]+")));
    assertThat(text(hostile, "data/search.js"), not(containsString("<")));
  }

  @Test
  void pagesAreWellFormed() {
    hostile.forEach(
        (name, bytes) -> {
          if (name.endsWith(".html")) {
            Parser parser = Parser.htmlParser().setTrackErrors(5);
            parser.parseInput(new String(bytes, StandardCharsets.UTF_8), "");
            assertThat(name + parser.getErrors(), parser.getErrors(), empty());
          }
        });
  }

  @Test
  void readersOfAllKindsFindTheirWay() {
    pages(plain)
        .forEach(
            (name, page) -> {
              assertThat(name, page.select("html").attr("lang"), equalTo("en"));
              assertThat(name, page.select("h1").size(), is(1));
              assertThat(name, page.body().select("a").get(0).attr("href"), equalTo("#content"));
              assertThat(name, page.select("main#content").size(), is(1));
              for (Element table : page.select("table")) {
                assertThat(name, table.select("> caption").text(), not(equalTo("")));
                assertThat(name, table.select("th:not([scope])"), empty());
                assertThat(name, table.select("thead th").eachText(), not(hasItem("")));
              }
              assertThat(name, page.select("svg:not([role][aria-label])"), empty());
              assertThat(name, page.select("svg[role=img] a"), empty());
              assertThat(name, page.select("svg a:not(:has(title))"), empty());
              assertThat(name, page.select(".scroll:not([tabindex=0][aria-label])"), empty());
              assertThat(name, page.select("a[href]:matchesOwn(^$):not(:has(*))"), empty());
              List<String> ids = ids(page);
              assertThat(name, new HashSet<>(ids).size(), is(ids.size()));
            });
  }

  @Test
  void theSameRecordsInAnyOrderGiveTheSameBytes() throws IOException {
    Map<String, byte[]> again = site(new InventedRecords(120, "").backwards(), 5000);
    assertThat(again.keySet(), equalTo(plain.keySet()));
    List<String> different =
        plain.keySet().stream()
            .filter(name -> !Arrays.equals(plain.get(name), again.get(name)))
            .toList();
    assertThat(different, empty());
  }

  @Test
  void noMorePagesThanAskedFor() throws IOException {
    Map<String, byte[]> few = site(new InventedRecords(120, ""), 7);
    assertThat(few.keySet().stream().filter(n -> n.startsWith("story/")).count(), is(7L));
    assertThat(few.keySet().stream().filter(n -> n.startsWith("article/")).count(), is(7L));
    Map<String, byte[]> none = site(new InventedRecords(120, ""), 0);
    assertThat(none.keySet().stream().filter(n -> n.startsWith("article/")).count(), is(0L));
    assertThat(text(none, "stories.html"), containsString("24 stories of more than one article"));
  }

  @Test
  void aStoryTellsWhoHadItWhenWithWhatHeadline() {
    Document page =
        pages(plain).entrySet().stream()
            .filter(e -> e.getKey().startsWith("story/"))
            .map(Map.Entry::getValue)
            .filter(p -> p.select("tbody tr").size() == 10)
            .findFirst()
            .orElseThrow();
    assertThat(page.select("svg .moment").size(), greaterThan(2));
    assertThat(page.select("ins").eachText(), hasItem("（图）"));
    assertThat(page.select("tbody .assumed").eachText().toString(), containsString("not known"));
  }

  @Test
  void anArticleTellsItsFieldsItsRulesAndWhereItsBytesLie() {
    Document page =
        pages(plain).entrySet().stream()
            .filter(e -> e.getKey().startsWith("article/"))
            .map(Map.Entry::getValue)
            .filter(p -> p.select(".marked ins").eachText().toString().contains("编辑加了一句"))
            .findFirst()
            .orElseThrow();
    assertThat(page.select("tbody tr").eachText().toString(), containsString("densest block"));
    assertThat(page.select("dl").text(), containsString(".warc.gz"));
    assertThat(page.select("dl").text(), containsString("offset byte 1,00"));
    assertThat(page.select("h1 bdi[lang]").size(), is(1));
  }

  @Test
  void theMostChangedAddressesLeadToTheirVersions() {
    Map<String, Document> pages = pages(plain);
    Document list = Objects.requireNonNull(pages.get("versions.html"));
    assertThat(list.select(".lead").text(), containsString("12 addresses"));
    assertThat(list.select(".lead").text(), containsString("24 changes, 24 of the headline"));
    Element first = Objects.requireNonNull(list.select("tbody tr").first());
    assertThat(first.select("td").get(0).text(), equalTo("4"));
    String to = target("versions.html", first.select("a[href]").attr("href"));
    Document article = Objects.requireNonNull(pages.get(to));
    Element table =
        article.select("table").stream()
            .filter(one -> one.select("caption").text().equals("What it said when"))
            .findFirst()
            .orElseThrow();
    assertThat(table.select("tbody tr").size(), is(4));
    assertThat(table.select("ins").eachText(), hasItem("（更新）"));
    assertThat(table.select("td").eachText(), hasItem("not known"));
    assertThat(text(plain, "data/article-versions.csv"), containsString("编辑加了一句"));
  }

  @Test
  void anArticleSaysWhereTheBytesOfEachVersionLie() {
    List<String> rows =
        pages(plain).values().stream()
            .flatMap(page -> page.select("table.version-places tbody tr").stream())
            .map(Element::text)
            .toList();
    assertThat(
        rows,
        hasItem(
            "2 dump/20.warc.gz, byte 1,000, record <urn:v>"
                + " pipelines/run inspect FILE --payload=9f2"));
    // What a version of Newsfold wrote that did not say.
    assertThat(rows, hasItem("1 not known"));
    assertThat(
        text(plain, "data/article-versions.csv"),
        containsString(",dump/20.warc.gz,1000,<urn:v>,9f2,"));
  }

  @Test
  void storiesOfWhichOnlyTheDayIsKnownShowNoTime() {
    Document page = Objects.requireNonNull(pages(plain).get("stories.html"));
    assertThat(page.select("td.assumed").eachText().toString(), containsString("time not known"));
    assertThat(
        page.select("td.time:not(.assumed)").eachText().toString(), containsString(" 09:30"));
  }

  @Test
  void searchKnowsEveryPageOfAHeadlineASiteAndASource() throws IOException {
    String script = text(plain, "data/search.js");
    String rows = script.substring(script.indexOf('['), script.lastIndexOf(';'));
    Set<String> found = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (JsonNode row : new ObjectMapper().readTree(rows)) {
      assertThat(plain.keySet(), hasItem(row.get(2).asText()));
      found.add(row.get(2).asText());
      texts.add(row.get(1).asText());
    }
    Set<String> pages = new HashSet<>(plain.keySet());
    pages.removeIf(
        name ->
            !name.matches("(story|article|site|source)/.*")
                || name.matches(".*/(index|none).html"));
    assertThat(found, equalTo(pages));
    assertThat(texts, hasItem("青浦湾首座竹木天桥第4次启用 · site4.example"));
    assertThat(texts, hasItem("Bamboo bridge number 7 opens in Qingpu · site7.example"));
  }

  @Test
  void everyTableLiesBesideAsCsvAndJson() throws IOException {
    for (String name : plain.keySet()) {
      if (name.endsWith(".csv")) {
        String json = name.replace(".csv", ".json");
        int rows = new ObjectMapper().readTree(plain.get(json)).size();
        assertThat(name, text(plain, name).split("\r\n").length, is(rows + 1));
      }
    }
    assertThat(text(plain, "data/copying-pairs.csv"), containsString("site1.example"));
    assertThat(text(hostile, "data/stories.csv"), containsString("\"'=</title>"));
  }

  @Test
  void anEmptyRunHasAReportToo() throws IOException {
    Map<String, byte[]> site = site(new InventedRecords(0, ""), 10);
    assertThat(site.containsKey("index.html"), is(true));
    assertThat(text(site, "copying.html"), containsString("No article of this run"));
  }

  static Map<String, byte[]> site(RunRecords records, int pages) throws IOException {
    Map<String, byte[]> site = new TreeMap<>();
    RunFacts facts =
        RunFacts.of(
            "local",
            Instant.EPOCH,
            Instant.EPOCH.plusMillis(1500),
            InventedRun.ZONE,
            Map.of("input", HOSTILE),
            Map.of());
    SiteWriter.write(records, facts, new Limits(pages), site::put);
    return site;
  }

  private static Map<String, Document> pages(Map<String, byte[]> site) {
    Map<String, Document> pages = new TreeMap<>();
    site.forEach(
        (name, bytes) -> {
          if (name.endsWith(".html")) {
            pages.put(name, Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)));
          }
        });
    return pages;
  }

  private static String text(Map<String, byte[]> site, String name) {
    return new String(site.get(name), StandardCharsets.UTF_8);
  }

  private static List<String> ids(Document page) {
    return page.select("[id]").eachAttr("id");
  }

  private static boolean isWeb(String address) {
    return address.startsWith("http://") || address.startsWith("https://");
  }

  private static String target(String page, String address) {
    return address.startsWith("#")
        ? page + address
        : Path.of("/" + page).resolveSibling(address).normalize().toString().substring(1);
  }

  private static boolean resolves(
      Map<String, byte[]> site, Map<String, Set<String>> ids, String page, String address) {
    String[] parts = target(page, address).split("#", 2);
    return site.containsKey(parts[0])
        && (parts.length == 1 || ids.getOrDefault(parts[0], Set.of()).contains(parts[1]));
  }
}
