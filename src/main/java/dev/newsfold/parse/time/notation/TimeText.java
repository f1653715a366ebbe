package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.time.notation.DateNotation.Start;
import dev.newsfold.records.Precision;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times in a piece of text. Works in one pass from left to right: at each run of digits
 * and each word the {@link DateNotation}s are tried, each of bounded length, so the cost is linear
 * in the text whatever it holds.
 */
public final class TimeText {

  /**
   * What a text holds.
   *
   * @param times in order of appearance
   * @param refusals what looked like a time and is none, and why
   */
  public record Scan(List<StatedTime> times, List<String> refusals) {
    public @Nullable StatedTime first() {
      return times.isEmpty() ? null : times.get(0);
    }
  }

  private static final int MAX_LENGTH = 20_000;
  private static final int MAX_TIMES = 200;

  /**
   * How far before its day a time of day may stand: "11:45 | 2020-09-25", "11:45 am, on 25 May".
   */
  private static final int MAX_CLOCK_AHEAD = 8;

  /** What may follow the hour, see {@link ClockText}. */
  private static final String AFTER_HOUR = ":时点시h. \n";

  private final String text;
  private final String written;
  private final TimeContext context;
  private final List<StatedTime> times = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private @Nullable ClockText ahead;

  private TimeText(String written, TimeContext context) {
    this.text = DateChars.fold(written, MAX_LENGTH);
    this.written = written;
    this.context = context;
  }

  /** The times in running text; all but the first 20,000 chars are ignored. */
  public static Scan scan(String text, TimeContext context) {
    if (!mayHoldTime(text)) {
      return new Scan(List.of(), List.of());
    }
    return new TimeText(text, context).scan();
  }

  /** The times in a line. Eight digits may be any number, but alone in a line they are a day. */
  public static Scan scanLine(String line, TimeContext context) {
    return line.length() == CompactTime.DAY_DIGITS ? scanValue(line, context) : scan(line, context);
  }

  /**
   * The time in a metadata value or an address, where bare digits may be one as well: 20200925,
   * 20200925114527, seconds or milliseconds since 1970.
   */
  public static Scan scanValue(String value, TimeContext context) {
    String folded = DateChars.fold(value, MAX_LENGTH).strip();
    Scan compact = CompactTime.read(folded, context.machineZone());
    return compact != null ? compact : scan(value, context);
  }

  private static boolean mayHoldTime(String text) {
    int length = Math.min(text.length(), MAX_LENGTH);
    for (int i = 0; i < length; i++) {
      if (DateChars.kind(text.charAt(i)) >= DateChars.EAST_WORD) {
        return true;
      }
    }
    return text.length() < 40;
  }

  private Scan scan() {
    int i = 0;
    while (i < text.length() && times.size() < MAX_TIMES) {
      char c = text.charAt(i);
      switch (DateChars.kind(c)) {
        case DateChars.DIGIT -> {
          int digits = CharRuns.digits(text, i);
          int may = CharRuns.continuesNumber(text, i) ? 0 : NumberHeads.mayBegin(text, i, digits);
          int end = may == 0 ? i : readFrom(Start.DIGIT, i, may);
          i = end > i ? end : readClock(i, digits);
        }
        case DateChars.EAST_WORD ->
            i = Math.max(i + 1, readFrom(Start.EAST_WORD, i, NumberHeads.ANY));
        case DateChars.LETTER -> {
          int end = c < 0x2e80 ? readFrom(Start.NAME, i, NumberHeads.ANY) : i;
          i = end > i ? end : CharRuns.endOfWord(text, i);
        }
        default -> i++;
      }
    }
    return new Scan(List.copyOf(times), List.copyOf(refusals));
  }

  /**
   * Reads a day, and the time of day beside it; returns where it ends, or {@code at}.
   *
   * @param may bits of what may begin here
   */
  private int readFrom(Start start, int at, int may) {
    RelativeTime relative = (may & NumberHeads.DISTANCE) == 0 ? null : RelativeTime.at(text, at);
    if (relative != null) {
      StatedTime time = relative.resolve(text, written, context);
      if (time == null) {
        refusals.add(relative.words() + ": relative, and the capture time is unknown");
        return relative.end();
      }
      times.add(time);
      return time.end();
    }
    if (CharRuns.isLetter(text, at) && (!CharRuns.hasNumberBehind(text, at) || isNoMonth(at))) {
      return at;
    }
    for (DateNotation notation : DateNotation.values()) {
      boolean tried = notation.start == start && (may & 1 << notation.ordinal()) != 0;
      Matcher m = tried ? notation.at(text, at) : null;
      Ymd day = m == null ? null : notation.read(m, context);
      if (m != null && day != null) {
        return accept(day, at, m.end());
      }
    }
    return at;
  }

  /** True for a word of letters that no language has for a month: no day begins with any other. */
  private boolean isNoMonth(int at) {
    int end = at;
    while (end < text.length() && isOfName(text.charAt(end))) {
      end++;
    }
    return end > at && MonthNames.month(text.substring(at, end), context.language()) == 0;
  }

  private static boolean isOfName(char c) {
    return Character.isLetter(c) || DateChars.isMark(c);
  }

  private int accept(Ymd stated, int start, int end) {
    String words = text.substring(start, end);
    if (CharRuns.isSigned(text, start)) {
      refusals.add('-' + words + ": a negative year");
      return end;
    }
    LocalDate day =
        stated.hasYear() ? stated.onCalendar(context.language()) : NearestYear.of(stated, context);
    if (day == null) {
      refusals.add(
          words + (stated.hasYear() ? ": no day of the calendar" : ": the year is not stated"));
      return end;
    }
    ClockText clock = ClockText.after(text, written, end, context);
    ClockText before = ahead;
    if (before != null
        && (clock == null || Weekdays.holdsWord(text.substring(end, clock.start())))
        && (start - before.end() <= MAX_CLOCK_AHEAD
            || Weekdays.fill(text.substring(before.end(), start)))) {
      clock = before; // what follows the day behind a word belongs to another one
    }
    ahead = null;
    LocalTime time = clock == null ? null : clock.time();
    StatedTime found =
        new StatedTime(
            day,
            time,
            clock == null ? null : clock.zone(),
            clock == null ? Precision.DAY : clock.precision(),
            stated.hasYear(),
            stated.swappable(),
            clock == null ? start : Math.min(start, clock.start()),
            clock == null ? end : Math.max(end, clock.end()));
    times.add(found);
    return found.end();
  }

  /** Remembers a time of day that stands alone; returns where it, or the run of digits, ends. */
  private int readClock(int at, int digits) {
    int next = at + digits;
    boolean mayBe =
        digits <= 2 && next < text.length() && AFTER_HOUR.indexOf(text.charAt(next)) >= 0;
    ClockText clock = mayBe ? ClockText.at(text, written, at, context) : null;
    if (clock != null) {
      ahead = clock;
      return clock.end();
    }
    int end = at;
    while (end < text.length() && CharRuns.isDigit(text, end)) {
      end++;
    }
    return end;
  }
}
