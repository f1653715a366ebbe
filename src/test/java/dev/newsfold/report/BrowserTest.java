package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * Opens the report from disk in a browser, where there is one, and looks at pages of each kind as
 * readers of all kinds do.
 */
class BrowserTest {
  private static final int STORIES = 16;

  private static final String FAULTY =
      """
      <!DOCTYPE html><html><head><title>What can be wrong</title></head>
      <body style="background: #fff"><nav>here</nav>
      <main><p style="color: #ccc">pale</p><a style="outline: 0" href="gone.html">a link</a>
      <p style="width: 3000px">wide</p><p style="overflow: hidden; width: 30px">undersized</p>
      <p style="width: 90px; word-break: break-all">one uninterrupted line</p>
      <p id="more"></p><script>more.textContent = "more"; fetch("http://127.0.0.1:1/away");</script>
      </main></body></html>
      """;

  @TempDir static Path folder;
  private static @Nullable Browser started;
  private static final Map<String, Cost> TABLE = new LinkedHashMap<>();

  /** What a check has come to on all pages. */
  private static final class Cost {
    private int pages;
    private int faulty;
    private long nanos;

    private void add(long took, List<String> faults) {
      pages++;
      faulty += faults.isEmpty() ? 0 : 1;
      nanos += took;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    for (Map.Entry<String, byte[]> file :
        SiteWriterTest.site(new InventedRecords(STORIES, ""), 5000).entrySet()) {
      Path path = report().resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, file.getValue());
    }
    Optional<Browser> found = Browser.start(folder.resolve("profile"));
    assumeTrue(
        found.isPresent(),
        "skipped: no chromium and chromedriver on the PATH, so no browser opens the report");
    started = found.get();
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.close();
      System.out.println("| check                               | pages | with faults | seconds");
      TABLE.forEach(
          (check, cost) ->
              System.out.printf(
                  Locale.ROOT,
                  "| %-35s | %5d | %11d | %7.1f%n",
                  check,
                  cost.pages,
                  cost.faulty,
                  cost.nanos / 1e9));
    }
  }

  @TestFactory
  Stream<DynamicContainer> eachKindOfPage() throws IOException {
    PageChecks checks = new PageChecks(browser());
    return kinds()
        .map(
            page ->
                DynamicContainer.dynamicContainer(
                    page,
                    checks.all().entrySet().stream()
                        .map(
                            check ->
                                DynamicTest.dynamicTest(
                                    check.getKey(), () -> count(check, address(page))))));
  }

  private static void count(Map.Entry<String, PageChecks.Check> check, URI page)
      throws IOException {
    Cost cost = TABLE.computeIfAbsent(check.getKey(), none -> new Cost());
    long start = System.nanoTime();
    List<String> faults = check.getValue().faults(page);
    cost.add(System.nanoTime() - start, faults);
    assertThat(page.getPath(), faults, empty());
  }

  @TestFactory
  Stream<DynamicTest> eachCheckFindsWhatIsWrong() throws IOException {
    Path page = folder.resolve("faulty.html");
    Files.writeString(page, FAULTY);
    return new PageChecks(browser())
        .all().entrySet().stream()
            .map(
                check ->
                    DynamicTest.dynamicTest(
                        check.getKey(),
                        () -> assertThat(check.getValue().faults(page.toUri()), not(empty()))));
  }

  @Test
  void searchLeadsToAChineseHeadlineByKeyboardAlone() {
    browser().open(address("search.html"));
    browser().type("第4次启用");
    assertThat(found(), hasItem(containsString("青浦湾首座竹木天桥第4次启用")));
    browser().type(Keys.TAB, Keys.ENTER);
    assertThat(browser().page().getPath(), containsString("/article/"));
    assertThat(texts("h1"), equalTo(List.of("青浦湾首座竹木天桥第4次启用")));
  }

  @Test
  void searchFindsAnEnglishHeadlineAndASource() {
    browser().open(address("search.html"));
    browser().type("NUMBER 7 opens");
    assertThat(found(), hasItem(startsWith("Bamboo bridge number 7 opens in Qingpu")));
    browser().open(address("search.html#q=" + "%E7%81%AF%E5%A1%94"));
    assertThat(found(), hasItem("灯塔社"));
  }

  @Test
  void searchFindsNothingThatIsNotThere() {
    browser().open(address("search.html"));
    browser().type("zzzz");
    assertThat(found(), empty());
    assertThat(texts("#found"), equalTo(List.of("0 found")));
    assertThat(browser().find("#lists").get(0).isDisplayed(), is(false));
  }

  @Test
  void withoutScriptsSearchLeadsToTheLists() {
    browser().scripts(false);
    browser().open(address("search.html"));
    assertThat(browser().find("#lists a").size(), is(4));
    assertThat(browser().find("#lists").get(0).isDisplayed(), is(true));
    assertThat(browser().find("#search").get(0).isDisplayed(), is(false));
    browser().scripts(true);
  }

  @Test
  void tablesAreSortedEitherWay() {
    browser().open(address("site/index.html"));
    WebElement articles = browser().find("th:nth-child(2) button").get(0);
    assertThat(articles.getText(), equalTo("articles"));
    articles.click();
    assertThat(browser().find("th[aria-sort=ascending]").size(), is(1));
    List<Integer> up = counts();
    articles.click();
    List<Integer> down = counts();
    assertThat(up, equalTo(down.stream().sorted().toList()));
    assertThat(down, equalTo(up.stream().sorted(Comparator.reverseOrder()).toList()));
    assertThat(down, not(equalTo(up)));
    assertThat(browser().find("th[aria-sort=descending]").size(), is(1));
  }

  @Test
  void numbersLeadToStoriesArticlesAndSites() {
    browser().open(address("index.html"));
    browser().find(".stories h3 a, .telling a").get(0).click();
    assertThat(browser().page().getPath(), containsString("/story/"));
    browser().find("main a[href*='article/']").get(0).click();
    assertThat(browser().page().getPath(), containsString("/article/"));
    browser().find("main a[href*='site/']").get(0).click();
    assertThat(browser().page().getPath(), containsString("/site/"));
  }

  private static Browser browser() {
    return Objects.requireNonNull(started, "started");
  }

  private static Path report() {
    return folder.resolve("report");
  }

  private static URI address(String page) {
    return URI.create(report().toUri() + page);
  }

  private static List<String> found() {
    return texts("#results a");
  }

  /** The second column: a count and its percentage. */
  private static List<Integer> counts() {
    return texts("tbody td:nth-child(2)").stream()
        .map(cell -> Integer.valueOf(cell.replaceAll(" .*", "")))
        .toList();
  }

  private static List<String> texts(String selector) {
    return browser().find(selector).stream().map(WebElement::getText).toList();
  }

  /** All pages of the report's own folder; of each below, the lists and the extremes in size. */
  private static Stream<String> kinds() throws IOException {
    Map<Path, List<Path>> folders = new TreeMap<>();
    try (Stream<Path> files = Files.walk(report())) {
      files
          .filter(file -> file.toString().endsWith(".html"))
          .sorted(
              Comparator.comparing((Path file) -> file.toFile().length())
                  .thenComparing(Comparator.naturalOrder()))
          .forEach(
              file ->
                  folders
                      .computeIfAbsent(file.resolveSibling(""), none -> new ArrayList<>())
                      .add(file));
    }
    Set<Path> pages = new LinkedHashSet<>(folders.remove(report().resolve("")));
    for (List<Path> files : folders.values()) {
      pages.add(files.get(0));
      pages.add(files.get(files.size() - 1));
      files.stream()
          .filter(file -> file.getFileName().toString().matches("(index|none|undated)\\.html"))
          .forEach(pages::add);
    }
    return pages.stream().map(page -> report().relativize(page).toString());
  }
}
