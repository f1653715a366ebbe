package dev.newsfold.parse.time.notation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Growth;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "times.csv", useHeadersInDisplayName = false, delimiter = '|')
  void readsEveryNotation(String language, String text, String captured, String expected) {
    TimeContext context =
        TimeContext.of(
            language,
            language.equals("en-GB") ? "news.example.uk" : "",
            SHANGHAI,
            captured == null ? null : Instant.parse(captured));
    TimeText.Scan scan = TimeText.scanValue(text, context);
    StatedTime first = scan.first();
    String shown =
        first == null
            ? "none"
            : (first.clock() == null ? first.day().toString() : first.local().toString())
                + (first.zone() == null ? "" : " " + first.zone());
    assertThat(text + " " + scan.refusals(), shown, is(expected == null ? "none" : expected));
  }

  @Test
  void everyTimeOfALineIsFoundInOrder() {
    var scan =
        TimeText.scan(
            "2019-09-07 15:10:53 来源：甲报 最后更新: 2019-09-07 15:14:21",
            TimeContext.of("zh", "", SHANGHAI, null));
    assertThat(
        scan.times().stream().map(t -> t.local().toString()).toList(),
        is(java.util.List.of("2019-09-07T15:10:53", "2019-09-07T15:14:21")));
  }

  @Test
  void refusalsSayWhy() {
    var scan = TimeText.scan("2020-02-30", TimeContext.of("zh", "", SHANGHAI, null));
    assertThat(scan.times(), is(empty()));
    assertThat(scan.refusals(), is(java.util.List.of("2020-02-30: no day of the calendar")));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-,    20000",
    "2,        100000",
    "1:1:,     20000",
    "九月,      30000",
    "'may ',   30000",
    "'3 may ', 20000",
    "'昨天 ',   30000",
    "'12 ',    40000",
  })
  void hostileTextsCostNoMoreThanTheirLength(String piece, int times) {
    Growth.isLinear(
        times,
        number -> {
          var unused =
              TimeText.scan(
                  piece.repeat(number), TimeContext.of("zh", "", SHANGHAI, Instant.EPOCH));
        });
  }

  @Test
  void noTextMakesItThrow() {
    Random random = new Random(20200925);
    String alphabet = "0123456789-/.:年月日 TZ+上午下pm，二〇十九民國hagoMaySep\u3000\ud83d\ude00";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var scan =
          TimeText.scanValue(
              text.toString(), TimeContext.of("zh", "", SHANGHAI, Instant.ofEpochSecond(1L << 30)));
      for (StatedTime time : scan.times()) {
        assertThat(time.instant(SHANGHAI), is(not((Instant) null)));
        assertThat(time.start(), lessThan(time.end()));
      }
    }
  }
}
