package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.captures.WarcText;
import dev.newsfold.captures.containers.WarcContainers;
import dev.newsfold.records.Article;
import dev.newsfold.records.Headline;
import dev.newsfold.records.InputFile;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisits in files of every kind, of pages in files of every kind. */
class RevisitsAcrossFilesTest {
  private static final List<String> KINDS =
      List.of("warc", "warc.gz", "gz of one member", "zip", "wacz", "tar.gz", "zip in tar", "zst");

  @TempDir Path folder;

  /** Whether revisits lie in the files that come first, and in how many parts the dump is read. */
  @ParameterizedTest
  @CsvSource({
    "DirectRunner, true, 1",
    "FlinkRunner, false, 1",
    "DirectRunner, true, 4",
    "DirectRunner, false, 4"
  })
  void aRevisitIsThePageThatItRepeats(String runner, boolean revisitsFirst, int parts)
      throws IOException {
    Path dump = Files.createDirectories(folder.resolve("dump"));
    long bytes = 0;
    SortedMap<String, String> headlines = new TreeMap<>();
    for (String kind : KINDS) {
      List<byte[]> revisits = new ArrayList<>();
      List<byte[]> pages = new ArrayList<>();
      for (String other : KINDS) {
        String repeated = number(kind, other);
        revisits.add(record("revisit", "again" + repeated, "20", repeated, ""));
        headlines.put("again" + repeated, headline(repeated));
        String here = number(other, kind);
        pages.add(record("response", "page" + here, "18", here, html(here)));
        headlines.put("page" + here, headline(here));
      }
      // One that nobody has.
      revisits.add(record("revisit", "missing", "20", "NONE", ""));
      String ending = "." + kind.replace(' ', '.');
      byte[] sought = WarcContainers.of(kind, revisits);
      byte[] held = WarcContainers.of(kind, pages);
      Files.write(dump.resolve((revisitsFirst ? "a" : "z") + ending), sought);
      Files.write(dump.resolve("m" + ending), held);
      bytes += sought.length + held.length;
    }

    Path output = folder.resolve("out");
    Started.well(
        "reprocess",
        "--runner=" + runner,
        "--input=" + dump,
        "--output=" + output,
        "--partBytes=" + (parts == 1 ? bytes : bytes / parts));
    SortedMap<String, String> found = new TreeMap<>();
    for (Article article : Started.records(output, Dataset.ARTICLES, Article.class)) {
      String path = article.getUrl().substring("http://a.example/".length());
      found.put(path, article.getHeadline());
    }
    assertThat(found, equalTo(headlines));
    for (InputFile row : Started.records(output, Dataset.LEDGER, InputFile.class)) {
      Map<String, Long> skips = row.getPath().startsWith("m.") ? Map.of() : Map.of("revisit", 1L);
      assertThat(row.getPath(), row.getSkips(), equalTo(skips));
    }
    List<Long> pagesOfEachSeen =
        Started.records(output, Dataset.HEADLINES, Headline.class).stream()
            .filter(headline -> headline.getArticleId() == null)
            .map(headline -> (long) headline.getPages())
            .toList();
    long all = headlines.size();
    assertThat(pagesOfEachSeen, equalTo(List.of(all, all, all)));
    if (parts > 1) {
      Path atOnce = folder.resolve("at-once");
      Started.well("local", "--input=" + dump, "--output=" + atOnce);
      assertThat(StoppedRun.written(output), equalTo(StoppedRun.written(atOnce)));
    }
  }

  private static String number(String revisits, String pages) {
    return Integer.toString(KINDS.indexOf(revisits) * KINDS.size() + KINDS.indexOf(pages));
  }

  private static String headline(String number) {
    return "青浦湾的渡船" + number + "号停航";
  }

  private static String html(String number) {
    String headline = headline(number);
    return """
        <html><head><meta charset="utf-8"><title>%1$s</title></head><body><h1>%1$s</h1>
        <p>2020-09-01 08:00 来源：青浦日报</p><p>%2$s</p><div class="hot"><h3>热门新闻</h3><ul>
        <li><a href="/hot/1.html">青浦湾茶馆今年照常开门迎客</a></li>
        <li><a href="/hot/2.html">轮渡公司新增两班早班渡船</a></li>
        <li><a href="/hot/3.html">老码头修缮工程下月正式开工</a></li></ul></div></body></html>
        """
        .formatted(headline, (headline + "，" + number + "号的乘客改乘班车，茶馆照常开门。").repeat(6));
  }

  private static byte[] record(String type, String page, String day, String digest, String body) {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    String field = "WARC-Payload-Digest: sha1:" + digest + "\r\n";
    return WarcText.record(type, page, day, field, head + body).getBytes(StandardCharsets.UTF_8);
  }
}
