package dev.newsfold.parse.time.notation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeContextTest {
  @ParameterizedTest
  @CsvSource({
    "en-US, haichao.example,     true",
    "en,    daily.com,           true",
    "'',    daily.com,           true",
    "'',    '',                  true",
    "en,    daily.tv,            true",
    "en,    daily.us,            true",
    "en,    daily.com.ph,        true",
    "en-US, daily.co.zw,         false",
    "en-US, daily.co.il,         false",
    "en,    daily.lk,            false",
    "'',    daily.fr,            false",
    "'',    daily.de,            false",
    "en-GB, daily.com,           false",
    "fr,    daily.com,           false",
  })
  void theMonthStandsFirstInFewCountries(String language, String site, boolean monthFirst) {
    TimeContext context = TimeContext.of(language, site, ZoneOffset.UTC, null);
    assertThat(language + ' ' + site, context.monthFirst(), is(monthFirst));
  }
}
