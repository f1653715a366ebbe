package dev.newsfold.parse.time;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.time.notation.StatedTime;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of 9/8/2020 is the month, told by the page's other days: 25/8/2020 cannot be otherwise. */
final class DayOrder {
  private static final Pattern NUMBERS =
      Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(?:19|20)\\d{2}(?![\\d/])");

  private static final int MAX_LINES = 2_000;
  private static final int LONGEST_LINE = 400;
  private static final int LAST_MONTH = 12;

  private DayOrder() {}

  /** The reading with day and month exchanged; null where the order is known. */
  static @Nullable TimeReading otherWay(TimeReading reading) {
    StatedTime time = reading.time();
    if (!time.swappable() || !time.complete() || time.day().getDayOfMonth() > LAST_MONTH) {
      return null;
    }
    LocalDate day = time.day();
    return new TimeReading(
        reading.rule(),
        time.on(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())));
  }

  /**
   * The reading with day and month as the page's other days have them; unchanged if they tell
   * nothing, or contradict each other.
   */
  static TimeReading settle(TimeReading reading, PageView page) {
    TimeReading swapped = otherWay(reading);
    if (swapped == null) {
      return reading;
    }
    LocalDate day = reading.time().day();
    String dayFirst = day.getDayOfMonth() + "/" + day.getMonthValue();
    boolean asDayFirst = false;
    boolean asMonthFirst = false;
    boolean readDayFirst = false;
    for (Line line : page.lines().subList(0, Math.min(MAX_LINES, page.lines().size()))) {
      if (line.text().length() > LONGEST_LINE || line.text().indexOf('/') < 0) {
        continue;
      }
      Matcher m = NUMBERS.matcher(line.text());
      while (m.find()) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(2));
        asDayFirst |= first > LAST_MONTH && second <= LAST_MONTH;
        asMonthFirst |= second > LAST_MONTH && first <= LAST_MONTH;
        readDayFirst |= dayFirst.equals(first + "/" + second);
      }
    }
    boolean wrong = readDayFirst ? asMonthFirst && !asDayFirst : asDayFirst && !asMonthFirst;
    return wrong ? new TimeReading(reading.rule() + ", other days", swapped.time()) : reading;
  }
}
