package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report from disk in a browser, where there is one. */
class BrowserTest {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  @TempDir static Path folder;
  private static String browser = "";

  @BeforeAll
  static void write() throws IOException {
    Optional<Path> found = installed();
    assumeTrue(found.isPresent(), "no chromium on the PATH: the report is not tried in a browser");
    browser = found.map(Path::toString).orElse("");
    for (Map.Entry<String, byte[]> file :
        SiteWriterTest.site(new InventedRecords(60, ""), 5000).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, file.getValue());
    }
  }

  @Test
  void searchFindsAChineseHeadline() throws Exception {
    assertThat(found("第4次启用").toString(), containsString("青浦湾首座竹木天桥第4次启用"));
  }

  @Test
  void searchFindsAnEnglishHeadline() throws Exception {
    assertThat(found("NUMBER 7 opens").toString(), containsString("Bamboo bridge number 7 opens"));
  }

  @Test
  void searchFindsNothingThatIsNotThere() throws Exception {
    Document page = open("search.html#q=zzzz");
    assertThat(page.select("#found").text(), equalTo("0 found"));
    assertThat(page.select("#lists[hidden]").size(), equalTo(1));
  }

  @Test
  void tablesCanBeSorted() throws Exception {
    Document page = open("site/index.html");
    assertThat(page.select("th button").eachText(), hasItem("articles"));
    assertThat(page.outerHtml(), not(containsString("Refused to")));
  }

  private static List<String> found(String query) throws Exception {
    String page = "search.html#q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return open(page.replace("+", "%20")).select("#results a").eachText();
  }

  private static Document open(String page) throws IOException, InterruptedException {
    Path output = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=5000",
                "--dump-dom",
                folder.toUri() + page)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Jsoup.parse(Files.readString(output));
  }

  private static Optional<Path> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .flatMap(folderName -> NAMES.stream().map(name -> Path.of(folderName, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
