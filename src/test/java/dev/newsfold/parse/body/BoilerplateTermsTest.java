package dev.newsfold.parse.body;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageReader;
import dev.newsfold.parse.site.SiteRules;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoilerplateTermsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We use cookies to make this website work, and ask you to accept them.|true",
        "Wir verwenden Cookies. Mit der Nutzung der Webseite sind Sie einverstanden.|true",
        "本站使用Cookie，继续浏览即表示您同意。|true",
        "The rookie accepted the prize, and agreed to stay with the team.|false",
        "No bookie accepts such a bet, whatever its website says.|false",
        "Bake the cookies for ten minutes, and let them cool.|false",
      })
  void cookiesAreOfTheTermsWhereReadersAgreeToThem(String text, boolean terms) {
    Line line =
        PageReader.read(
                Pages.page("<p>" + text + "</p>"), ZoneOffset.UTC, Instant.EPOCH, SiteRules.NONE)
            .lines()
            .get(0);
    assertThat(text, Boilerplate.isOfTerms(line), is(terms));
  }
}
