package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.join;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.captures.WarcText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisits in containers: the page that one repeats may lie anywhere in the same file. */
class RevisitsInContainersTest {
  /** More than is kept of the pages read last. */
  private static final int FAR = 17 << 20;

  /** Container, and the archives in it: P the page, R the revisit, F far apart. */
  @ParameterizedTest
  @CsvSource({
    "zip, P R",
    "zip, R P",
    "zip, PR",
    "zip, RP",
    "zip, PFR",
    "wacz, P R",
    "wacz, R P",
    "tar, P R",
    "tar, R P",
    "tar.gz, R P",
    "zip in tar, R P",
    "zip in tar, P R",
    "zst, RP",
    "zst, PFR",
    "gz of one member, RP",
    "gz of one member, PFR"
  })
  void aRevisitIsThePageThatItRepeats(String kind, String archives) throws IOException {
    Found found = Found.in("dump." + kind.replace(' ', '.'), container(kind, archives));
    assertThat(found.words.toString(), found.rejections.size(), equalTo(0));
    assertThat(
        found.captures.stream()
            .filter(page -> page.getUrl().endsWith("/page"))
            .map(this::text)
            .toList(),
        equalTo(List.of("<p>the page")));
    assertThat(
        found.captures.stream()
            .filter(page -> page.getUrl().endsWith("/again"))
            .map(this::text)
            .toList(),
        equalTo(List.of("<p>the page")));
    assertThat(found.words.contains("skip revisit"), equalTo(false));
    assertThat(found.facts().captures(), equalTo((long) found.words.size()));
  }

  @ParameterizedTest
  @CsvSource({"zip", "tar", "zst", "gz of one member"})
  void whatNobodyHasIsOneSkip(String kind) throws IOException {
    Found found = Found.in("dump." + kind.replace(' ', '.'), container(kind, "R"));
    assertThat(found.words, equalTo(List.of("skip revisit")));
    assertThat(found.facts().captures(), equalTo(1L));
  }

  /** A digest is surer than an address, and of two addresses the later page is meant. */
  @ParameterizedTest
  @CsvSource({"zip", "tar"})
  void theSurestNameDecides(String kind) throws IOException {
    List<byte[]> members =
        List.of(
            record("revisit", "again", "20", "WARC-Payload-Digest: sha1:A\r\n", ""),
            record(
                "revisit",
                "moved",
                "20",
                "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified\r\n",
                ""),
            page("again", "19", "", "<p>not this"),
            page("other", "01", "WARC-Payload-Digest: sha1:A\r\n", "<p>this"),
            page("moved", "11", "", "<p>old"),
            page("moved", "15", "", "<p>new"),
            page("moved", "21", "", "<p>not yet"));
    Found found = Found.in("dump." + kind, WarcContainers.of(kind, members));
    List<String> repeated =
        found.captures.stream()
            .filter(page -> page.getCapturedAt().toString().startsWith("2020-09-20"))
            .map(page -> page.getUrl() + ' ' + text(page))
            .sorted()
            .toList();
    assertThat(
        repeated,
        equalTo(List.of("http://a.example/again <p>this", "http://a.example/moved <p>new")));
  }

  private String text(dev.newsfold.records.Capture page) {
    return new String(bytesOf(page), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] bytesOf(dev.newsfold.records.Capture page) {
    byte[] bytes = new byte[page.getPayload().remaining()];
    page.getPayload().duplicate().get(bytes);
    return bytes;
  }

  private static byte[] container(String kind, String archives) throws IOException {
    List<byte[]> members = new ArrayList<>();
    for (String archive : archives.split(" ")) {
      List<byte[]> records = new ArrayList<>();
      for (char record : archive.toCharArray()) {
        switch (record) {
          case 'P' ->
              records.add(page("page", "18", "WARC-Payload-Digest: sha1:A\r\n", "<p>the page"));
          case 'R' ->
              records.add(record("revisit", "again", "20", "WARC-Payload-Digest: sha1:A\r\n", ""));
          default -> {
            for (int i = 0; i < 17; i++) {
              records.add(page("far" + i, "19", "", "<p>" + " ".repeat(FAR / 17)));
            }
          }
        }
      }
      members.add(join(records.toArray(byte[][]::new)));
    }
    return WarcContainers.of(kind, members);
  }

  private static byte[] page(String page, String day, String fields, String text) {
    return record(
        "response", page, day, fields, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + text);
  }

  private static byte[] record(String type, String page, String day, String fields, String block) {
    return bytes(WarcText.record(type, page, day, fields, block));
  }
}
