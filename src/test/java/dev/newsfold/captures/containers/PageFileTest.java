package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
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

/** What of single files is taken for a page, and what is not for all the tags in it. */
class PageFileTest {
  private static final String TAGGED = "text that holds tags, and no page";
  private static final String NAMED = "a file of another kind, by its name";

  /** ~ is a line's end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "readme | # Plan~~<p align=center><img src=x></p>~~Text.~ | " + TAGGED,
        "readme.md | # Plan~~```~<html><title>x</title></html>~```~ | " + NAMED,
        "notes.txt | Title~=====~~Text with <b>tags</b>.~ | " + TAGGED,
        "a.js | /* x */ var t = '<html><body><p>x';~ | " + NAMED,
        "a.css | /* x */ p { content: '<p>' }~ | " + TAGGED,
        "a.py | print('<html><h1>x</h1>')~ | " + NAMED,
        "chat.txt | 13.04.21, 08:24 - Anna: <Media omitted> x~ | " + TAGGED,
        "a.php | <?php echo '<html><h1>x</h1>';~ | a program in PHP",
        "a.jsp | <%@ page language=\"java\" %>~<html><h1>x</h1></html> | a program of a server (JSP or ASP)",
        "a.xml | <?xml version=\"1.0\"?><nitf><body><p>x</p></body></nitf> | a news item for editors (NITF)",
        "a.xml | <?xml version=\"1.0\"?><tei><body><p>x</p></body></tei> | a document in XML that is no page",
        "a | <Window x=\"1\" xmlns=\"http://a.example/ui\"><p>x</p></Window> | a document in XML that is no page",
        "a.xml | <!DOCTYPE article PUBLIC \"-//OASIS//DTD DocBook//EN\"><article><p>x</p></article>"
            + " | a document in XML that is no page",
        "activity.html | <html><body><div class=\"outer-cell mdl-cell\"><p>x</p></div></body></html>"
            + " | a record of activity, exported from Google",
        "saved | HTTP/1.1 404 Not Found~Content-Type: text/html~~<html><p>x"
            + " | an answer of HTTP without a page: http-error",
        "saved | HTTP/1.1 200 OK~Content-Type: image/png~~<html><p>x"
            + " | an answer of HTTP without a page: image",
      })
  void tagsMakeNoPage(String name, String content, String what) {
    Found read = Found.in(name, bytes(content.replace('~', '\n')));
    assertThat(read.captures, equalTo(java.util.List.of()));
    assertThat(read.rejections.get(0).getMessage(), equalTo("the file is " + what));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        // What a server warned of stands ahead.
        "a | Warning: x in <b>a.php</b> on line 1<br />~<!DOCTYPE html><p>x",
        "a | x~<HTML><p>x",
        "1.html | Just <b>text</b>",
        "1.html@p=2 | Just <b>text</b>",
        "1.html.orig | Just <b>text</b>",
        "d/1.shtml | Just <b>text</b>",
        // A name is no more than a hint: hosts end like programs.
        "daily.rs | <!-- x --><html><p>x",
        "readme.md | <!DOCTYPE html><p>x",
        "a | <?xml version=\"1.0\"?>~<!DOCTYPE html><html><p>x",
        "a | <?xml version=\"1.0\"?><div><p>x</p></div>",
        "a | <?xml version=\"1.0\"?><wml><card><p>x</p></card></wml>",
        "a | <!DOCTYPE foo><html><p>x",
        "a | <nav><p>x",
        "a | <main xmlns=\"http://www.w3.org/1999/xhtml\"><p>x",
        "a | <html xmlns=\"http://a.example/x\"><p>x",
      })
  void aPageIsOneWhateverStandsAheadOfIt(String name, String content) {
    String page = content.replace('~', '\n');
    assertThat(Found.in(name, bytes(page)).words, contains("page " + page));
  }

  /** # is the head of a page and the start of its body; ^ marks where each page starts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "^<html>#1</body></html>~^<!DOCTYPE html>~<html>#2</body></html>~^<HTML lang=zh>#3",
        "^<!doctype html>#1</BODY></HTML ><!-- cached 12:00 --> ~^<html>#2</html>",
        // Fragments that a site's program wrote with the tags of pages, within its own page.
        "^<html>#1</body></html> <!DOCTYPE html><html><body><p>more</body></html>",
        "^<html>#1</html><html><p>more</html>^<html>#2",
        "^<html>#1</body></html></body></html>",
        "^<html><title>x</title><p>1</html><html>#2</html>",
      })
  void pagesThatWereJoinedAreParted(String text) {
    String marked = text.replace("#", "<head><title>x</title></head><body><p>").replace('~', '\n');
    List<String> pages = List.of(marked.substring(1).split("\\^"));
    Found found = Found.in("a.example/1.html", bytes(marked.replace("^", "")));
    assertThat(found.words, equalTo(pages.stream().map(page -> "page " + page).toList()));
    long distinct = found.captures.stream().map(Capture::getUrl).distinct().count();
    assertThat(distinct, equalTo((long) pages.size()));
    assertThat(found.captures.get(0).getUrl(), equalTo("http://a.example/1.html"));
    assertThat(found.captures.get(0).getOrigin().getOffset(), equalTo((Long) null));
    if (pages.size() > 1) {
      Long second = found.captures.get(1).getOrigin().getOffset();
      assertThat(second, equalTo((long) pages.get(0).length()));
    }
  }

  /** Pages of ends and starts without number; with a search that goes back they would not end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "</html><html>",
        "</html><!--",
        "</html><html><title>",
        "<!--</html><!-- -->",
        "</html>        "
      })
  void endsWithoutNumberAreOnePage(String end) {
    byte[] page = bytes("<p>x" + end.repeat(300_000));
    assertThat(Found.in("1.html", page).captures.size(), equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<html><body><p>one <a hre | true",
        "<html><body><p>one </p | true",
        "<html><body><p>one <script>if (a < b) { | true",
        "<html><body><style>p { | true",
        "<html><body><p>one <!-- end | true",
        "<html><head><title>one</title></head><body><h | false",
        "<p>one | false",
        "<p>one <b>two</b> | false",
        "<p>one < | false",
        "<p>1 <2 | false",
        "<p>one <script>x</script> | false",
        "<html><body><p>one</body></html | false",
        "<html><body><p>one</body><script> | false",
      })
  void aPageThatSurelyEndsTooSoonIsMarked(String page, boolean cut) {
    assertThat(Found.in("1.html", bytes(page)).captures.get(0).getTruncated(), equalTo(cut));
  }

  @Test
  void anAnswerIsSavedWithItsHead() {
    String head =
        "HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n";
    for (byte[] answer :
        new byte[][] {
          bytes(head + "\r\n<html><p>1"),
          join(bytes(head + "Content-Encoding: gzip\r\n\r\n"), gzip(bytes("<html><p>1"))),
          bytes(head + "Transfer-Encoding: chunked\r\n\r\na\r\n<html><p>1\r\n0\r\n\r\n")
        }) {
      Found read = Found.in("a.example/1", answer);
      assertThat(read.words, contains("page <html><p>1"));
      Capture page = read.captures.get(0);
      assertThat(page.getHttpStatus(), equalTo(200));
      assertThat(page.getContentType(), equalTo("text/html; charset=gbk"));
    }
    assertThat(
        Found.in("a.html", bytes("HTTP is <b>old</b>")).words, contains("page HTTP is <b>old</b>"));
  }

  @Test
  void whatIsNoPageIsSkippedInAnArchive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      String[] entries = {
        "readme.md",
        "# x <b>y</b>",
        "notes",
        "x <b>y</b>",
        "s.xsl",
        "<xsl:stylesheet/>",
        "404",
        "HTTP/1.1 404 X\n\n<p>",
        "1.html",
        "<p>1"
      };
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(
        Found.in("a.zip", out.toByteArray()).words,
        contains("skip data", "skip data", "skip data", "skip http-error", "page <p>1"));
  }
}
