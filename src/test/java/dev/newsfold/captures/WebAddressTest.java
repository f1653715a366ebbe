package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http | //A.Example/ | http://a.example/",
        "http | //a.example | http://a.example/",
        "http | //a.example:80/1 | http://a.example/1",
        "https | //a.example:443/1 | https://a.example/1",
        "https | //a.example:80/1 | https://a.example:80/1",
        "http | //a.example:/1 | http://a.example/1",
        "http | //user:pass@a.example/1 | http://a.example/1",
        "http | //a.example./1 | http://a.example/1",
        "http | a.example/1 | http://a.example/1",
        "http | ////a.example/1 | http://a.example/1",
        "http | \\\\a.example\\1?p=\\x | http://a.example/1?p=%5Cx",
        "http | //a.example/a/./b/../c | http://a.example/a/c",
        "http | //a.example/../../c | http://a.example/c",
        "http | //a.example/a/.. | http://a.example/",
        "http | //a.example/1#part | http://a.example/1",
        "http | //a.example?x=1 | http://a.example/?x=1",
        "http | //例子.测试/1 | http://xn--fsqu00a.xn--0zwm56d/1",
        "http | //[2001:DB8::1]:8080/1 | http://[2001:db8::1]:8080/1",
        "http | //%61.example/1 | http://a.example/1",
      })
  void anAddressHasOneForm(String scheme, String rest, String canonical) {
    assertThat(String.valueOf(WebAddress.parse(scheme, rest)), equalTo(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//",
        "//:80/1",
        "//a..example/",
        "//.example/",
        "//a example/",
        "//a.example:99999/",
        "//a.example:x/",
        "//[::g]/",
        "//[]/",
        "//a%zz.example/",
        "//<b>/"
      })
  void whatNamesNoHostIsNone(String rest) {
    assertThat(WebAddress.parse("http", rest), nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | http://a.example/d/2",
        "./2 | http://a.example/d/2",
        "../2 | http://a.example/2",
        "/2 | http://a.example/2",
        "?p=2 | http://a.example/d/1?p=2",
        "//b.example/2 | http://b.example/2",
        "\\2 | http://a.example/2",
        "#top | http://a.example/d/1?q=x",
        "2?r=a/b | http://a.example/d/2?r=a/b",
      })
  void aReferenceLeadsFromItsPage(String reference, String address) {
    WebAddress page = Objects.requireNonNull(WebAddress.parse("http", "//a.example/d/1?q=x"));
    assertThat(String.valueOf(page.resolve(reference)), equalTo(address));
  }
}
