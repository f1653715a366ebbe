package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources of pages that browsers showed, saved as pages themselves. */
class ViewSourceTest {
  /** Of a name, a file with ~ for a line's end, the page that is shown, and its address. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        // Chrome's, with the name of what it saved.
        "1.html | <!-- saved from url=(0031)view-source:http://a.example/1 -->~"
            + "<html><head></head><body><div class=\"line-gutter-backdrop\"></div><form><label>Line wrap"
            + "</label></form><table><tbody><tr><td class=\"line-number\" value=\"1\"></td>"
            + "<td class=\"line-content\"><span class=\"html-tag\">&lt;p <span class=\"html-attribute-name\">"
            + "title</span>=\"<span>a&amp;lt;b</span>\"&gt;</span>Ä 1</td></tr><tr><td class=\"line-number\""
            + " value=\"2\"></td><td class=\"line-content\">&amp;amp; 2<br></td></tr></tbody></table></body></html>"
            + "| <p title=\"a&lt;b\">Ä 1~&amp; 2~ | http://a.example/1",
        // An older one's.
        "2.html | <html><body><div class=\"webkit-line-gutter-backdrop\"></div><table><tbody><tr>"
            + "<td class=\"webkit-line-number\"></td><td class=\"webkit-line-content\">&lt;p&gt;1&#60;&#x27;</td>"
            + "</tr></tbody></table></body></html> | <p>1<'~ | file:2.html",
        // Firefox's, whose tags hold what ends a tag.
        "3.html | <html><head><title>view-source:http://a.example/3?a=1&amp;b=2</title></head>"
            + "<body id=\"viewsource\" class=\"highlight\"><pre id=\"line1\"><span></span><span>&lt;"
            + "<span class=\"start-tag\">a</span> href=\"<a class=\"attribute-value\" href=\"view-source:/x>y\">"
            + "/x&gt;y</a>\"&gt;</span>~<span id=\"line2\"></span>1 &nosuch; &lt;/a&gt;</pre></body></html>"
            + "| <a href=\"/x>y\">~1 &nosuch; </a> | http://a.example/3?a=1&b=2",
      })
  void thePageIsTheOneWhoseSourceIsShown(String name, String file, String page, String url) {
    Found read = Found.in(name, bytes(file.replace('~', '\n')));
    assertThat(read.words, contains("page " + page.replace('~', '\n')));
    assertThat(read.captures.get(0).getUrl(), equalTo(url));
  }

  @ParameterizedTest
  @CsvSource({
    "<html><body><table><tr><td class=\"line-content\">&lt;p&gt;</td></tr></table>",
    "<html><body><pre id=\"line1\">&lt;p&gt;</pre>"
  })
  void aPageAboutMarkupIsLeftAsItIs(String page) {
    assertThat(Found.in("1.html", bytes(page)).words, contains("page " + page));
  }

  /** What never ends is looked at once. */
  @Test
  void damageCostsNoMoreThanReading() {
    String start = "<td class=\"line-number\"></td>";
    String lines = "<td class=\"line-content\"><a href=\"&#".repeat(100_000);
    Found read = Found.in("1.html", bytes(start + lines));
    assertThat(
        read.captures.get(0).getPayload().remaining(), lessThan(start.length() + lines.length()));
  }
}
