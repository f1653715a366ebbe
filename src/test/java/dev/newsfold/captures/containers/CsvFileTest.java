package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables in CSV: the separator, the columns, and which rows are pages. */
class CsvFileTest {
  /** ~ is a line's end, and ^ a tab. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      value = {
        "commas ! url,html~http://a.example/1,<p>1~ ! page <p>1",
        "tabs ! url^html~http://a.example/1^<p>1~ ! page <p>1",
        "semicolons ! url;html~http://a.example/1;<p>1~ ! page <p>1",
        "bars ! url|html~http://a.example/1|<p>1~ ! page <p>1",
        "a separator in quotes ! url,html~http://a.example/1,\"<p>1,2\"~ ! page <p>1,2",
        "a line's end in quotes ! url,html~http://a.example/1,\"<p>1~2\"~ ! page <p>1~2",
        "names in capitals ! \"URL\",\"Raw_HTML\"~http://a.example/1,<p>1~ ! page <p>1",
        "no line of names ! http://a.example/1,<html>1~http://a.example/2,<html>2~ ! page <html>1, page <html>2",
        "blank lines ! url,html~~http://a.example/1,<p>1~~ ! page <p>1",
        "a row without a page ! url,html~http://a.example/1,<p>1~http://a.example/2,~ ! page <p>1, reject ROW_UNUSABLE",
        "a row that is short ! url,html~http://a.example/1,<p>1~http://a.example/2~ ! page <p>1, reject ROW_UNUSABLE",
        "separators behind the last cell ! url,html~http://a.example/1,<p>1,, ,~ ! page <p>1",
        "a quote without an end ! url,html~http://a.example/1,<p>1~http://a.example/2,\"<p>2~ ! page <p>1, reject CAPTURE_MALFORMED",
        "no column of pages ! id,name~1,x~2,y~ ! reject NOT_HTML",
        "no line's end at the end ! url,html~http://a.example/1,<p>1 ! page <p>1",
      })
  void aRowWithAPageIsOne(String what, String table, String expected) {
    Found found = Found.in("a.csv", bytes(table.replace('~', '\n').replace('^', '\t')));
    List<String> words = List.of(expected.replace('~', '\n').split(", "));
    assertThat(what, found.words, equalTo(words));
  }
}
