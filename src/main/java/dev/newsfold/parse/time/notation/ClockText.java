package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.records.Precision;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day in a text: 11:45:27, 下午3:05, 11時45分, 10h30, 3:05 p.m., with a zone if one follows.
 *
 * @param zone the zone that follows, or null
 * @param start where it begins, half-day word included
 * @param end where it ends, zone included
 */
record ClockText(LocalTime time, Precision precision, @Nullable ZoneId zone, int start, int end) {

  /**
   * What may stand between a day and its time of day: a word for publishing, weekday, brackets,
   * "at", a short label.
   */
  private static final String GAP =
      "(?:[^\\d\\n\\p{L}]{0,5}"
          + Lexicon.anyOf("time-words.tsv", 3, "published", "posted")
          + "\\p{L}{0,8})?[^\\d\\n]{0,16}?";

  private static final Set<String> EASTERN = Set.of("zh", "ko");
  private static final Set<String> ARABIC = Set.of("ar");

  private static final String HALF =
      "(" + TimeWords.any(EASTERN, "forenoon", "noon", "afternoon") + ")?\\s?";

  /** A stop parts hour and minute only beside a word that says so: 18.30 Uhr, kl. 18.30. */
  private static final String DOT =
      "\\.(?=\\d{2}\\s?(?:"
          + Lexicon.anyOf("time-words.tsv", 3, "o'clock")
          + "\\b|[ap]\\.?\\s?m\\b|น\\.))"
          + "|(?<=\\b"
          + Lexicon.anyOf("time-words.tsv", 3, "at")
          + "\\s\\d{1,2})\\.(?=\\d{2})"
          + "|(?<=\\b"
          + Lexicon.anyOf("time-words.tsv", 3, "at before a comma")
          + "\\s\\d{1,2}),(?=\\d{2})";

  private static final String CLOCK =
      HALF
          + "(\\d{1,2})\\s?(?:[:时点시]|(?:h|"
          + Lexicon.anyOf("time-words.tsv", 3, "hours and")
          + ")(?=\\s?\\d)|"
          + DOT
          + ")\\s?(\\d{2}(?!\\d)|半|\\d(?=\\s?[分분])|\\d(?=:\\d{1,2}(?!\\d)))"
          + "(?:\\s?[:分분]\\s?(\\d{2}|\\d(?!\\d))(?!\\d(?![\\d\\p{IsHan}]*\\p{IsHan}))(?:[.,]\\d{1,9})?)?+\\s?[分秒분초]?"
          + "(?:\\s?([ap])\\.?\\s?m(?:(?!\\p{L})|(?="
          + Lexicon.anyOf("time-words.tsv", 3, "change") // 5:40 PMUpdated
          + "))\\.?|\\s?("
          + TimeWords.any(ARABIC, "am", "pm")
          + "|"
          + TimeWords.any(ARABIC, "am letter", "pm letter")
          + "(?!\\p{L}))\\p{L}{0,2}\\p{M}{0,2}\\p{L}?)?";

  private static final Pattern AFTER_DAY = Pattern.compile(GAP + CLOCK);
  private static final Pattern ALONE = Pattern.compile(CLOCK);
  private static final Pattern OFFSET =
      Pattern.compile(
          "\\s{0,2}[(（]?(?:(z)(?!\\p{L})|(?:utc|gmt)?\\s?([+-])(\\d{1,2})(?::?(\\d{2}))?(?!\\d)|"
              + "(\\p{L}{2,5})(?!\\p{L}))");

  private static final Map<String, String> MERIDIEM =
      TimeWords.meanings(Map.of("am", "a", "am letter", "a", "pm", "p", "pm letter", "p"));

  private static final Set<String> AFTERNOON = Set.copyOf(TimeWords.of("afternoon", EASTERN));

  private static final Set<String> NOON = Set.copyOf(TimeWords.of("noon", EASTERN));

  /** Languages that part hour and minute by a full stop. */
  private static final Set<String> WITH_STOP =
      Set.of("id", "ms", "fi", "da", "nb", "no", "it", "th");

  private static final Pattern STOPPED =
      Pattern.compile("[\\s,|-]{1,4}(\\d{2})\\.(\\d{2})(?![\\d.,%])");

  private static final int STOPPED_LONGEST = 12;

  private static final int LONGEST_WITH_GAP = 72;

  /**
   * The time of day that follows a day ending at {@code from}; null if there is none.
   *
   * @param text folded
   * @param written the same before it was folded
   */
  static @Nullable ClockText after(String text, String written, int from, TimeContext context) {
    return read(AFTER_DAY, text, written, from, context);
  }

  /** The time of day that begins at {@code from}, half-day word included. */
  static @Nullable ClockText at(String text, String written, int from, TimeContext context) {
    return read(ALONE, text, written, from, context);
  }

  private static @Nullable ClockText read(
      Pattern pattern, String text, String written, int from, TimeContext context) {
    Matcher m = pattern.matcher(text);
    m.useTransparentBounds(true).region(from, Math.min(text.length(), from + LONGEST_WITH_GAP));
    if (!m.lookingAt()) {
      return pattern == AFTER_DAY && WITH_STOP.contains(primary(context.language()))
          ? stopped(text, from)
          : null;
    }
    int begins = m.start(1) >= 0 ? m.start(1) : m.start(2);
    if (begins > from && ChangeWords.isIn(text.substring(from, begins))) {
      return null;
    }
    int hour = Integer.parseInt(m.group(2));
    int minute = m.group(3).equals("半") ? 30 : Integer.parseInt(m.group(3));
    int second = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    String arabic = m.group(6);
    hour = onDial(hour, m.group(1), arabic == null ? m.group(5) : MERIDIEM.get(arabic));
    if (hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    Precision precision = m.group(4) == null ? Precision.MINUTE : Precision.SECOND;
    ClockText clock =
        new ClockText(LocalTime.of(hour, minute, second), precision, null, begins, m.end());
    return clock.withZone(text, written, context);
  }

  /** 18.30 right behind a day, where a language writes so. */
  private static @Nullable ClockText stopped(String text, int from) {
    Matcher m = STOPPED.matcher(text).region(from, Math.min(text.length(), from + STOPPED_LONGEST));
    if (!m.lookingAt()) {
      return null;
    }
    int hour = Integer.parseInt(m.group(1));
    int minute = Integer.parseInt(m.group(2));
    return hour > 23 || minute > 59
        ? null
        : new ClockText(LocalTime.of(hour, minute), Precision.MINUTE, null, m.start(1), m.end());
  }

  private static String primary(String language) {
    return language.length() > 2 ? language.substring(0, 2) : language;
  }

  private ClockText withZone(String text, String written, TimeContext context) {
    Matcher m = OFFSET.matcher(text);
    m.useTransparentBounds(true).region(end, Math.min(text.length(), end + 16));
    if (!m.lookingAt()) {
      return this;
    }
    if (isSpan(m, text)) {
      return this;
    }
    ZoneId found =
        m.group(1) != null
            ? ZoneOffset.UTC
            : m.group(2) != null
                ? Zones.offset(m.group(2), m.group(3), m.group(4))
                : Zones.named(written.substring(m.start(5), m.end(5)), context);
    return found == null ? this : new ClockText(time, precision, found, start, m.end());
  }

  /**
   * True for what may be the end of a span, 10:30-12:00. An offset stands behind seconds, or behind
   * hour and minute where the T of ISO 8601 or a word says so, or in four digits.
   */
  private boolean isSpan(Matcher m, String text) {
    boolean dash = "-".equals(m.group(2)) && m.start(2) == m.start() + blanks(m.group());
    boolean digits = m.group(4) != null && m.end(3) == m.start(4);
    boolean machine = start > 0 && text.charAt(start - 1) == 't';
    return dash && !digits && !machine && precision == Precision.MINUTE;
  }

  private static int blanks(String text) {
    return text.length() - text.stripLeading().length();
  }

  /** The hour of 24, from a half-day word or am/pm: 下午3 and 3 pm are 15, 凌晨12 and 12 am are 0. */
  private static int onDial(int hour, @Nullable String half, @Nullable String meridiem) {
    if (hour > 12 || (half == null && meridiem == null)) {
      return hour;
    }
    boolean noon = half != null && NOON.contains(half);
    boolean afternoon =
        meridiem != null
            ? meridiem.equals("p")
            : (half != null && AFTERNOON.contains(half)) || (noon && (hour < 3 || hour == 12));
    return hour % 12 + (afternoon ? 12 : noon ? hour / 12 * 12 : 0);
  }
}
