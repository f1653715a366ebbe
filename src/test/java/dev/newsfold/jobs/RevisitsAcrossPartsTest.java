package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.captures.WarcText;
import dev.newsfold.records.Article;
import dev.newsfold.records.InputFile;
import dev.newsfold.sinks.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisits in one part of a dump of pages in another: the parts are pipelines of their own. */
class RevisitsAcrossPartsTest {
  @TempDir static Path folder;
  private static Path dump;

  /** The files of a run over the whole dump at once. */
  private static SortedMap<String, String> atOnce = new TreeMap<>();

  @BeforeAll
  static void writeDump() throws IOException {
    dump = Files.createDirectories(folder.resolve("dump"));
    // Of pages in part 3, and in part 1 itself, and of one that nobody has.
    write(dump, "1", page("a", "A"), revisit("c2", "C"), revisit("a2", "A"), revisit("x", "NONE"));
    write(dump, "2", page("b", "B"), revisit("a3", "A"));
    write(dump, "3", page("c", "C"), revisit("a4", "A"), revisit("b2", "B"));
    Path output = folder.resolve("at-once");
    Started.well("local", "--input=" + dump, "--output=" + output);
    atOnce = StoppedRun.written(output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "200", "1000000000"})
  void wherePartsEndMakesNoDifference(String partBytes) throws IOException {
    Path output = folder.resolve("out-" + partBytes);
    Started.well(reprocess(output, "--partBytes=" + partBytes));
    SortedMap<String, String> bodies = new TreeMap<>();
    for (Article article : Started.records(output, Dataset.ARTICLES, Article.class)) {
      String path = article.getUrl().substring("http://a.example/".length());
      bodies.put(path, article.getHeadline());
    }
    assertThat(
        bodies,
        equalTo(
            new TreeMap<>(
                Map.of(
                    "a",
                    headline("A"),
                    "a2",
                    headline("A"),
                    "a3",
                    headline("A"),
                    "a4",
                    headline("A"),
                    "b",
                    headline("B"),
                    "b2",
                    headline("B"),
                    "c",
                    headline("C"),
                    "c2",
                    headline("C")))));
    SortedMap<String, Map<String, Long>> skips = new TreeMap<>();
    for (InputFile row : Started.records(output, Dataset.LEDGER, InputFile.class)) {
      skips.put(row.getPath(), row.getSkips());
    }
    assertThat(skips.get("1.warc.gz"), equalTo(Map.of("revisit", 1L)));
    assertThat(skips.get("2.warc.gz"), equalTo(Map.of()));
    assertThat(skips.get("3.warc.gz"), equalTo(Map.of()));
    assertThat(StoppedRun.written(output), equalTo(atOnce));
  }

  @ParameterizedTest
  @ValueSource(strings = {"part 2 of 3", "part 3 of 3", "revisits of pages"})
  void aRunThatWasStoppedEndsAsIfUndisturbed(String words) throws IOException {
    Path output = folder.resolve("stopped-before-" + words);
    StoppedRun.before(words, reprocess(output, "--partBytes=1"));
    // At another parallelism, too, names that are alike have to meet.
    Started resumed =
        Started.well(reprocess(output, "--partBytes=1", "--resume", "--targetParallelism=1"));
    assertThat(resumed.err(), containsString("part 1 of 3 is done"));
    assertThat(StoppedRun.written(output), equalTo(atOnce));
    assertThat(Files.exists(output.resolve(DumpParts.FOLDER)), equalTo(false));
  }

  @Test
  void aDumpWithoutSuchRevisitsIsReadNoMore() throws IOException {
    Path plain = Files.createDirectories(folder.resolve("plain"));
    write(plain, "1", page("a", "A"));
    write(plain, "2", page("b", "B"));
    write(plain, "3", page("c", "C"), revisit("c2", "C"));
    Started done = Started.well(reprocess(plain, folder.resolve("out"), "--partBytes=1"));
    assertThat(done.err().contains("revisits of pages"), equalTo(false));
  }

  private static String[] reprocess(Path output, String... more) {
    return reprocess(dump, output, more);
  }

  private static String[] reprocess(Path input, Path output, String... more) {
    List<String> arguments = new ArrayList<>(List.of("reprocess", "--runner=DirectRunner"));
    arguments.addAll(List.of("--input=" + input, "--output=" + output));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray(String[]::new);
  }

  private static void write(Path folder, String name, String... records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String record : records) {
      try (GZIPOutputStream member = new GZIPOutputStream(bytes)) {
        member.write(record.getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(folder.resolve(name + ".warc.gz"), bytes.toByteArray());
  }

  private static String headline(String digest) {
    return "青浦湾的渡船" + digest + "号停航";
  }

  private static String page(String page, String digest) {
    String headline = headline(digest);
    String html =
        """
        <html><head><meta charset="utf-8"><title>%1$s</title></head><body><h1>%1$s</h1>
        <p>2020-09-01 08:00 来源：青浦日报</p><p>%2$s</p></body></html>
        """
            .formatted(headline, (headline + "，" + digest + "号的乘客改乘班车，茶馆照常开门。").repeat(6));
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    return WarcText.record("response", page, "18", digest(digest), head + html);
  }

  private static String revisit(String page, String digest) {
    return WarcText.record("revisit", page, "20", digest(digest), "HTTP/1.1 200 OK\r\n\r\n");
  }

  private static String digest(String digest) {
    return "WARC-Payload-Digest: sha1:" + digest + "\r\n";
  }
}
