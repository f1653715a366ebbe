package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages and mailboxes: the first part of HTML is the page. */
class MailFileTest {
  private static final String HEAD = "MIME-Version: 1.0~From: a@a.example~";
  private static final String HTML = HEAD + "Content-Type: text/html~~<p>1~";

  /** ~ is a line's end, % the head of a message, and # a whole one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "one part | # | page <p>1",
        "in base64 | %Content-Type: text/html~Content-Transfer-Encoding: base64~~PHA+MQ==~ | page <p>1",
        "quoted | %Content-Type: text/html~Content-Transfer-Encoding: quoted-printable~~<p a=3D1>=~1~ | page <p a=1>1",
        "beside text | %Content-Type: multipart/alternative; boundary=x~~--x~Content-Type: text/plain~~1~--x~Content-Type: text/html~~<p>1~--x--~ | page <p>1",
        "parts in parts | %Content-Type: multipart/mixed; boundary=x~~--x~Content-Type: multipart/related; boundary=\"y\"~~--y~Content-Type: text/html~~<p>1~--y--~--x--~ | page <p>1",
        "a forwarded message | %Content-Type: message/rfc822~~# | page <p>1",
        "text alone | %Content-Type: text/plain~~1~ | reject NOT_HTML",
        "a page without content | %Content-Type: multipart/mixed; boundary=x~~--x~Content-Type: text/html~~--x--~ | reject EMPTY",
        "a mailbox | From a@a.example Mon~#~From b@b.example Mon~# | page <p>1, page <p>1",
        "a mailbox with text | From a@a.example Mon~#~From b@b.example Mon~%Content-Type: text/plain~~1~ | page <p>1, reject ROW_UNUSABLE",
        "counted, as Apple's Mail does | 66~#<?xml version=\"1.0\"?><plist/> | page <p>1",
      })
  void theFirstPartOfHtmlIsThePage(String what, String message, String expected) {
    String text = message.replace("#", HTML).replace("%", HEAD).replace('~', '\n');
    Found found = Found.in("a.eml", bytes(text));
    // Whether the line's end ahead of a boundary is the page's own is no matter.
    List<String> words = found.words.stream().map(String::strip).toList();
    assertThat(what, words, equalTo(List.of(expected.split(", "))));
  }

  @ParameterizedTest
  @CsvSource({"--x--, false", "'', true"})
  void aPageWhoseEndIsMissingIsTruncated(String end, boolean truncated) {
    String parts = "Content-Type: multipart/mixed; boundary=x~~--x~Content-Type: text/html~~<p>1~";
    Found found = Found.in("a.mht", bytes((HEAD + parts + end).replace('~', '\n')));
    assertThat(found.captures.get(0).getTruncated(), equalTo(truncated));
  }
}
