package dev.newsfold.parse.metadata;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import dev.newsfold.records.UrlEvidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalAddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://m.gmw.cn/a/1.html,           https://news.gmw.cn/1.html,          true",
    "https://3g.163.com/news/1.html,     https://www.163.com/news/1.html,     true",
    "https://xw.qq.com/a/1,              https://new.qq.com/rain/a/1,         true",
    "https://news.qq.com/1,              https://news.163.com/1,              false",
    "https://news.bbc.co.uk/1,           https://www.bbc.com/1,               true",
    "https://news.bbc.co.uk/1,           https://news.itv.co.uk/1,            false",
    "https://a.haichao.com.cn/1,         https://haichao.com/1,               true",
    "https://www.asa.or.jp/1,            https://www.mai.or.jp/1,             false",
    "https://news.in.gr/1,               https://www.in.gr/1,                 true",
    "http://10.0.0.1/1,                  http://10.0.0.2/1,                   false",
    "https://haichao.example/1,          https://daily.example/1,             false",
  })
  void aPageNamesAddressesOfItsOwner(String captured, String canonical, boolean believed) {
    String html =
        "<link rel=canonical href='" + canonical + "'><h1>渡轮首航 客流破万</h1><p>2020-09-25 10:30</p>";
    String address =
        Pages.parse(Pages.page(html, captured, UrlEvidence.FETCHED)).article().getCanonicalUrl();
    assertThat(captured, address, is(believed ? canonical : captured));
  }
}
