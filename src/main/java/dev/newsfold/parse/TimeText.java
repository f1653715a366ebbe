package dev.newsfold.parse;

import dev.newsfold.decode.HanVariants;
import dev.newsfold.parse.DateNotation.Start;
import dev.newsfold.parse.DateNotation.Ymd;
import dev.newsfold.records.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times in a piece of text. Works in one pass from left to right: at each run of digits
 * and each word the {@link DateNotation}s are tried, each of bounded length, so the cost is linear
 * in the text whatever it holds.
 */
final class TimeText {

  /**
   * What a text holds.
   *
   * @param times in order of appearance
   * @param refusals what looked like a time and is none, and why
   */
  record Scan(List<StatedTime> times, List<String> refusals) {
    @Nullable StatedTime first() {
      return times.isEmpty() ? null : times.get(0);
    }
  }

  private static final int MAX_LENGTH = 20_000;
  private static final int MAX_TIMES = 200;

  /**
   * How far before its day a time of day may stand: "11:45 | 2020-09-25", "11:45 am, on 25 May".
   */
  private static final int MAX_CLOCK_AHEAD = 8;

  private static final String EAST_WORDS = "〇○零一二三四五六七八九民令平今昨前刚半";

  private final String text;
  private final TimeContext context;
  private final Matcher[] matchers;
  private final List<StatedTime> times = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private @Nullable ClockText ahead;

  private TimeText(String text, TimeContext context) {
    this.text = text;
    this.context = context;
    DateNotation[] notations = DateNotation.values();
    this.matchers = new Matcher[notations.length];
    for (int i = 0; i < notations.length; i++) {
      matchers[i] = notations[i].matcher(text);
    }
  }

  /** The times in running text; all but the first 20,000 chars are ignored. */
  static Scan scan(String text, TimeContext context) {
    if (!mayHoldTime(text)) {
      return new Scan(List.of(), List.of());
    }
    return new TimeText(fold(text), context).scan();
  }

  /** The times in a line. Eight digits may be any number, but alone in a line they are a day. */
  static Scan scanLine(String line, TimeContext context) {
    return line.length() == CompactTime.DAY_DIGITS ? scanValue(line, context) : scan(line, context);
  }

  /**
   * The time in a metadata value or an address, where bare digits may be one as well: 20200925,
   * 20200925114527, seconds or milliseconds since 1970.
   */
  static Scan scanValue(String value, TimeContext context) {
    String folded = fold(value).strip();
    Scan compact = CompactTime.read(folded);
    return compact != null ? compact : scan(value, context);
  }

  /**
   * The text with every char that means the same to a date made the same: digits of other scripts,
   * traditional characters, full-width and exotic spaces and punctuation, capital letters.
   * Positions stay.
   */
  static String fold(String text) {
    int length = Math.min(text.length(), MAX_LENGTH);
    StringBuilder folded = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '\t' || c == '\r' ? ' ' : c;
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    return switch (c) {
      case '：', '∶', '︰' -> ':';
      case '／' -> '/';
      case '－', '–', '‐', '‑', '−' -> '-';
      case '．' -> '.';
      case '，' -> ',';
      case '\u00a0',
          '\u3000',
          '\u200b',
          '\u200c',
          '\ufeff',
          '\u2002',
          '\u2003',
          '\u2009',
          '\u202f' ->
          ' ';
      default -> Character.toLowerCase((char) HanVariants.simplified(c));
    };
  }

  private static boolean mayHoldTime(String text) {
    int length = Math.min(text.length(), MAX_LENGTH);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c) || EAST_WORDS.indexOf(c) >= 0) {
        return true;
      }
    }
    return text.length() < 40;
  }

  private Scan scan() {
    int i = 0;
    while (i < text.length() && times.size() < MAX_TIMES) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        int end = continuesNumber(i) ? i : readFrom(Start.DIGIT, i);
        i = end > i ? end : readClock(i);
      } else if (EAST_WORDS.indexOf(c) >= 0) {
        i = Math.max(i + 1, readFrom(Start.WORD, i));
      } else if (Character.isLetter(c)) {
        int end = c < 0x2e80 ? readFrom(Start.WORD, i) : i;
        i = end > i ? end : endOfWord(i);
      } else {
        i++;
      }
    }
    return new Scan(List.copyOf(times), List.copyOf(refusals));
  }

  /** Reads a day, and the time of day beside it; returns where it ends, or {@code at}. */
  private int readFrom(Start start, int at) {
    RelativeTime relative = RelativeTime.at(text, at);
    if (relative != null) {
      StatedTime time = relative.resolve(text, context);
      if (time == null) {
        refusals.add(relative.words() + ": relative, and the capture time is unknown");
        return relative.end();
      }
      times.add(time);
      return time.end();
    }
    for (DateNotation notation : DateNotation.values()) {
      if (notation.start == start) {
        Matcher m = matchers[notation.ordinal()];
        m.region(at, Math.min(text.length(), at + DateNotation.LONGEST));
        if (m.lookingAt()) {
          Ymd day = notation.read(m, context);
          if (day != null) {
            return accept(day, at, m.end());
          }
        }
      }
    }
    return at;
  }

  private int accept(Ymd stated, int start, int end) {
    String words = text.substring(start, end);
    if (isSigned(start)) {
      refusals.add('-' + words + ": a negative year");
      return end;
    }
    LocalDate day =
        stated.year() == Ymd.NO_YEAR
            ? NearestYear.of(stated.month(), stated.day(), context)
            : day(stated);
    if (day == null) {
      refusals.add(
          words
              + (stated.year() == Ymd.NO_YEAR
                  ? ": the year is not stated"
                  : ": no day of the calendar"));
      return end;
    }
    ClockText clock = ClockText.after(text, end, context);
    ClockText before = ahead;
    if (clock == null && before != null && start - before.end() <= MAX_CLOCK_AHEAD) {
      clock = before;
    }
    ahead = null;
    LocalTime time = clock == null ? null : clock.time();
    StatedTime found =
        new StatedTime(
            day,
            time,
            clock == null ? null : clock.zone(),
            clock == null ? Precision.DAY : clock.precision(),
            stated.year() != Ymd.NO_YEAR,
            stated.swappable(),
            clock == null ? start : Math.min(start, clock.start()),
            clock == null ? end : Math.max(end, clock.end()));
    times.add(found);
    return found.end();
  }

  /** Inside 192.168.10.20 or 1/20/2020/09: not the start of a day. */
  private boolean continuesNumber(int at) {
    return at > 1
        && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == '/')
        && Character.isDigit(text.charAt(at - 2));
  }

  /** "-2020-09-25": a sign, not a dash between words. */
  private boolean isSigned(int start) {
    return start == 1 && text.charAt(0) == '-';
  }

  private static @Nullable LocalDate day(Ymd stated) {
    boolean exists =
        stated.year() > 0
            && stated.month() >= 1
            && stated.month() <= 12
            && stated.day() >= 1
            && stated.day() <= YearMonth.of(stated.year(), stated.month()).lengthOfMonth();
    return exists ? LocalDate.of(stated.year(), stated.month(), stated.day()) : null;
  }

  /** Remembers a time of day that stands alone; returns where it, or the run of digits, ends. */
  private int readClock(int at) {
    ClockText clock = ClockText.at(text, at, context);
    if (clock != null) {
      ahead = clock;
      return clock.end();
    }
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private int endOfWord(int at) {
    int end = at + 1;
    while (end < text.length()
        && Character.isLetter(text.charAt(end))
        && EAST_WORDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Digits that are a whole value: 20200925, 20200925114527, an epoch second or millisecond. */
  private static final class CompactTime {
    private static final int DAY_DIGITS = 8;
    private static final int MINUTE_DIGITS = 12;
    private static final int SECOND_DIGITS = 14;
    private static final int EPOCH_SECOND_DIGITS = 10;
    private static final int EPOCH_MILLI_DIGITS = 13;

    static @Nullable Scan read(String value) {
      int n = value.length();
      for (int i = 0; i < n; i++) {
        if (value.charAt(i) < '0' || value.charAt(i) > '9') {
          return null;
        }
      }
      if (n == EPOCH_SECOND_DIGITS || n == EPOCH_MILLI_DIGITS) {
        long epoch = Long.parseLong(value);
        Instant instant =
            n == EPOCH_SECOND_DIGITS ? Instant.ofEpochSecond(epoch) : Instant.ofEpochMilli(epoch);
        var at = instant.atOffset(ZoneOffset.UTC);
        return one(at.toLocalDate(), at.toLocalTime(), ZoneOffset.UTC, Precision.SECOND, n);
      }
      if (n != DAY_DIGITS && n != MINUTE_DIGITS && n != SECOND_DIGITS) {
        return null;
      }
      LocalDate day = day(new Ymd(part(value, 0, 4), part(value, 4, 6), part(value, 6, 8)));
      if (day == null) {
        return new Scan(List.of(), List.of(value + ": no day of the calendar"));
      }
      if (n == DAY_DIGITS) {
        return one(day, null, null, Precision.DAY, n);
      }
      int hour = part(value, 8, 10);
      int minute = part(value, 10, 12);
      int second = n == SECOND_DIGITS ? part(value, 12, 14) : 0;
      if (hour > 23 || minute > 59 || second > 59) {
        return one(day, null, null, Precision.DAY, n);
      }
      return one(
          day,
          LocalTime.of(hour, minute, second),
          null,
          n == SECOND_DIGITS ? Precision.SECOND : Precision.MINUTE,
          n);
    }

    private static int part(String value, int from, int to) {
      return Integer.parseInt(value, from, to, 10);
    }

    private static Scan one(
        LocalDate day,
        @Nullable LocalTime clock,
        @Nullable ZoneOffset zone,
        Precision precision,
        int end) {
      return new Scan(
          List.of(new StatedTime(day, clock, zone, precision, true, false, 0, end)), List.of());
    }
  }
}
