package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.records.Capture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as programs save pages and tables of them, and others that are found beside those. */
class SavedFilesTest {
  /** What was found, and of the last page its address and time; ~ is a line's end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        // A browser's record of a visit: entries alone are pages.
        "v.har | {\"log\":{\"creator\":{\"name\":\"x\"},\"pages\":[{\"id\":\"1\",\"title\":\"x\"}],"
            + "\"entries\":[{\"startedDateTime\":\"2021-02-03T04:05:06Z\",\"request\":{\"url\":"
            + "\"https://a.example/1\"},\"response\":{\"status\":200,\"content\":{\"mimeType\":\"text/html\","
            + "\"text\":\"<html>1\"}}}]}} | page <html>1 | https://a.example/1 | 2021-02-03T04:05:06Z",
        // MongoDB's notations of a time.
        "m.json | {\"url\":\"https://a.example/2\",\"html\":\"<html>2\",\"crawled_at\":"
            + "{\"$date\":\"2021-02-03T04:05:06.000Z\"}} | page <html>2 | https://a.example/2 | 2021-02-03T04:05:06Z",
        "m.json | {\"url\":\"https://a.example/2\",\"html\":\"<html>2\",\"crawled_at\":"
            + "{\"$date\":{\"$numberLong\":\"1612325106000\"}}} | page <html>2 | https://a.example/2 | 2021-02-03T04:05:06Z",
        // As the Wayback Machine shows a page.
        "w.html | <html><script>__wm.wombat(\"http://a.example/3\",\"20210203040506\",\"https://web.archive.org/\");"
            + "</script> | page <html><script>__wm.wombat(\"http://a.example/3\",\"20210203040506\","
            + "\"https://web.archive.org/\");</script> | http://a.example/3 | 2021-02-03T04:05:06Z",
      })
  void aPageHasItsAddressAndItsTime(
      String name, String content, String found, String url, String capturedAt) {
    Found read = Found.in(name, bytes(content));
    assertThat(read.words, equalTo(List.of(found)));
    Capture page = read.captures.get(0);
    assertThat(page.getUrl(), equalTo(url));
    assertThat(page.getCapturedAt().toString(), equalTo(capturedAt));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "feed.json | {\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"content_html\":\"<p>x\"}]}"
            + "| the file is a feed (JSON Feed)",
        "feed.json | {\"title\":\"x\", \"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1\",\"items\":[]}"
            + "| the file is a feed (JSON Feed)",
        "d.sql | CREATE TABLE pages (html text);~INSERT INTO pages VALUES ('<html><h1>x</h1>');"
            + "| the file is a dump of a database",
        "d.sql | -- made by x~/*!40101 SET NAMES utf8 */;~insert into `p` values ('<html>');"
            + "| the file is a dump of a database",
        "d.sql | PRAGMA foreign_keys=OFF;~BEGIN TRANSACTION;~INSERT INTO p VALUES('<html>');"
            + "| the file is a dump of a database",
        "index.html | <html><head><meta name=\"generator\" content=\"HTTrack Website Copier/3.x\"></head><h1>Index"
            + "| the file is the index of a mirror, by HTTrack",
        "messages.html | <!DOCTYPE html>~<html><head><meta charset=\"utf-8\"/>~<title>Exported Data</title>"
            + "<script src=\"js/script.js\"></script></head><body onload=\"CheckLocation();\"><div class=\"page_wrap\">"
            + "| the file is a chat, exported from Telegram",
        "chat.html | <!DOCTYPE html><html><head><title>News</title><style>.chatlog__message{padding:1px}"
            + "| the file is a chat, exported from Discord",
        "b.html | <!DOCTYPE NETSCAPE-Bookmark-file-1>~<TITLE>Bookmarks</TITLE><H1>Menu</H1><DL><p>"
            + "| the file is a list of bookmarks",
        "crawl.log | 2021-02-03 04:05:06 INFO fetched https://a.example/ in < 1 s~"
            + "| the file is text without markup",
        "robots.txt | User-agent: *~Disallow: /~ | the file is text without markup",
      })
  void whatIsNoPageIsNamed(String name, String content, String what) {
    Found read = Found.in(name, bytes(content.replace('~', '\n')));
    assertThat(
        read.rejections.stream().map(rejection -> rejection.getMessage()).toList(),
        equalTo(List.of(what)));
    assertThat(read.captures, equalTo(List.of()));
  }

  /** Then the page is what is rejected, as empty. */
  @ParameterizedTest
  @ValueSource(strings = {"  \n ", "\uFEFF\r\n"})
  void aFileThatHoldsNothingIsAPage(String content) {
    assertThat(Found.in("a.html", bytes(content)).captures.size(), equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void tablesMayBeInUtf16(String charset) {
    String page = "<html>\uD83D\uDDDE " + "灯塔".repeat(5000);
    String table = "\uFEFFurl\thtml\r\nhttps://a.example/1\t" + page + "\r\n";
    Found read = Found.in("table.txt", table.getBytes(java.nio.charset.Charset.forName(charset)));
    assertThat(read.words, equalTo(List.of("page " + page)));
    assertThat(read.captures.get(0).getUrl(), equalTo("https://a.example/1"));
    String html = "\uFEFF<!DOCTYPE html><p>x";
    byte[] wide = html.getBytes(java.nio.charset.Charset.forName(charset));
    assertThat(
        Found.in("page.html", wide).captures.get(0).getPayload().remaining(), equalTo(wide.length));
  }

  @Test
  void aMailboxHasManyMessages() {
    String mailbox =
        """
        From a@x.example Wed Feb  3 04:05:06 2021
        Date: Wed, 03 Feb 2021 04:05:06 +0000
        Content-Type: text/html

        <p>one
        From here on it goes on.

        From b@x.example Wed Feb  3 04:05:07 2021
        Subject: plain

        Just text.

        From c@x.example Wed Feb  3 04:05:08 2021
        Date: Thu, 04 Feb 2021 04:05:06 +0000
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain

        two
        --b
        Content-Type: text/html

        <p>two
        --b--
        """;
    Found read = Found.in("inbox.mbox", bytes(mailbox));
    assertThat(
        read.words,
        contains("page <p>one\nFrom here on it goes on.\n", "reject ROW_UNUSABLE", "page <p>two"));
    assertThat(
        read.captures.stream().map(page -> page.getCapturedAt().toString()).toList(),
        contains("2021-02-03T04:05:06Z", "2021-02-04T04:05:06Z"));
    assertThat(
        read.captures.get(1).getOrigin().getOffset(), equalTo((long) mailbox.indexOf("From c@")));
    Found pageless =
        Found.in("inbox.mbox", bytes("From a@x\nSubject: x\n\ny\n\nFrom b@x\nSubject: z\n\ny\n"));
    assertThat(
        pageless.rejections.get(0).getMessage(), equalTo("the file is a mailbox without a page"));
  }

  @Test
  void whatLiesBesidePagesIsPassed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (String name : List.of("README", "indexes/index.idx", "a.example/1.html")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(name.endsWith("html") ? "<p>1" : "just text"));
      }
    }
    assertThat(
        Found.in("d.wacz", bytes.toByteArray()).words,
        contains("skip data", "skip data", "page <p>1"));
  }
}
