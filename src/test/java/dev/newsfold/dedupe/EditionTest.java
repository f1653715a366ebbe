package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTest {
  @ParameterizedTest
  @CsvSource({
    "daily.example, https://daily.example/a.html, daily.example, false",
    "daily.example, https://m.daily.example/a.html, daily.example, true",
    "www.daily.example, https://www.daily.example/a.html, daily.example, false",
    "m.daily.example, https://m.daily.example/a.html, daily.example, true",
    "wap.daily.example, https://wap.daily.example/a.html, daily.example, true",
    "3g.daily.example, https://3g.daily.example/a.html, daily.example, true",
    "daily.example, https://daily.example/amp/a.html, daily.example, true",
    "daily.example, https://daily.example/a.html?view=print, daily.example, true",
    "m.example, https://m.example/a.html, m.example, false",
    "daily.example, https://daily.example/champ/amplify.html, daily.example, false",
    "'', '', '', false"
  })
  void anEditionIsTheSameSite(String site, String url, String outlet, boolean edition) {
    assertThat(Edition.outlet(site), is(outlet));
    assertThat(Edition.is(site, url), is(edition));
  }
}
