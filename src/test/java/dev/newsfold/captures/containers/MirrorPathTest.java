package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorPathTest {
  @ParameterizedTest
  @CsvSource({
    "news.example.cn/a/1.html, http://news.example.cn/a/1.html",
    "dump/2021/news.example.com.cn/a/, http://news.example.com.cn/a/",
    "www.example.com:8080/x.html, http://www.example.com:8080/x.html",
    "www.example.com+8080/x.html, http://www.example.com:8080/x.html",
    "example.com/view.php@id=5.html, http://example.com/view.php?id=5",
    "example.com/view.php%3Fid=5, http://example.com/view.php?id=5",
    "xn--fiqs8s.xn--fiqs8s/1.html, http://xn--fiqs8s.xn--fiqs8s/1.html",
    "10.0.0.1/a/1.html, http://10.0.0.1/a/1.html",
    "10.0.0.1:8080/a/1.html, http://10.0.0.1:8080/a/1.html",
    "localhost:8080/a.html, http://localhost:8080/a.html",
    "dump/https/news.example.cn/p.html, https://news.example.cn/p.html",
    "news.example.cn/a/1.html.1, http://news.example.cn/a/1.html",
    "news.example.cn/a/1.html.orig, http://news.example.cn/a/1.html",
    "city.daily.example/c0/1.html, http://city.daily.example/c0/1.html",
    "1.2.3/a.html,",
    "1.2.3.400/a.html,",
    "a:b/1.html,",
    "报纸.中国/1.html,",
    "news.d/1.html,",
    "v1.2.3/pages/1.html,",
    "pages.tar.gz/1.html,",
    "news.example.cn.html,",
    "../etc/passwd,"
  })
  void aFolderThatIsAHostMakesTheAddress(String path, String address) {
    assertThat(MirrorPath.address(path), equalTo(address));
  }
}
