package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.records.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time stated by its distance from the reader's now: 3小时前, 昨天 08:12, 2 hours ago, vor 3 Stunden.
 *
 * @param words as they stand in the folded text
 * @param back how long ago, or null for a named day
 * @param daysAgo how many days ago a named day was
 */
record RelativeTime(String words, int start, int end, @Nullable Duration back, int daysAgo) {

  private static final Set<String> EASTERN = Set.of("zh", "ja", "ko");
  private static final Set<String> ENGLISH = Set.of("en");

  /** Languages that set the number first, "ago" last, and blanks between. */
  private static final Set<String> OTHERS = withAgo();

  private static final Map<String, Duration> UNITS =
      TimeWords.meanings(
          Map.of(
              "second", Duration.ofSeconds(1),
              "minute", Duration.ofMinutes(1),
              "hour", Duration.ofHours(1),
              "day", Duration.ofDays(1),
              "week", Duration.ofDays(7)));

  private static final Map<String, Integer> DAYS_AGO =
      TimeWords.meanings(Map.of("today", 0, "yesterday", 1, "day before", 2));

  private static final Map<String, Duration> LATELY =
      TimeWords.meanings(Map.of("now", Duration.ZERO, "half an hour", Duration.ofMinutes(30)));

  private static final String NUMBER = "\\d{1,3}";

  private static final PrefilteredPattern EAST =
      PrefilteredPattern.of(
          group(NUMBER)
              + "\\s?"
              + TimeWords.any(EASTERN, "measure")
              + "?\\s?"
              + unit(EASTERN)
              + "\\s?"
              + TimeWords.any(EASTERN, "ago"));

  private static final PrefilteredPattern AGO =
      PrefilteredPattern.of(
          group(NUMBER + "|" + TimeWords.any(ENGLISH, "one"))
              + "\\s"
              + unit(ENGLISH)
              + "[a-z]{0,4}\\.?\\s"
              + TimeWords.any(ENGLISH, "ago")
              + "(?!\\p{L})");

  /** 3 ore fa, 3 часа назад, 3 godziny temu: the number first, and "ago" last. */
  private static final PrefilteredPattern NUMBER_AGO =
      PrefilteredPattern.of(
          group(NUMBER)
              + "\\s"
              + unit(OTHERS)
              + "\\p{L}{0,5}\\.?\\s"
              + TimeWords.any(OTHERS, "ago")
              + "(?!\\p{L})");

  private static final PrefilteredPattern BEFORE_NUMBER =
      PrefilteredPattern.of(
          TimeWords.any(TimeWords.languages("before"), "before")
              + "\\s"
              + group(NUMBER)
              + "\\s"
              + unit(TimeWords.languages("before"))
              + "\\p{L}{0,5}");

  private static final PrefilteredPattern EAST_DAY =
      PrefilteredPattern.of(
          group(TimeWords.any(EASTERN, "today", "yesterday", "day before"))
              + "(?=\\s{0,2}"
              + TimeWords.any(Set.of("zh"), "forenoon", "noon", "afternoon")
              + "?\\s?\\d{1,2}:\\d{2})");

  private static final PrefilteredPattern JUST_NOW =
      PrefilteredPattern.of(TimeWords.any(EASTERN, "now", "half an hour"));

  private static final PrefilteredPattern DAY_WORD =
      PrefilteredPattern.of(
          group(Lexicon.anyOf(westernDays()))
              + "(?=[\\s,]{1,3}\\p{L}{0,4}\\s?\\d{1,2}[:.h]\\d{2})");

  private static final List<PrefilteredPattern> NUMBER_FIRST = List.of(EAST, AGO, NUMBER_AGO);
  private static final List<PrefilteredPattern> WORD_FIRST = List.of(AGO, BEFORE_NUMBER);

  /** What the words of relative times begin with. */
  private static final BitSet FIRST_LETTERS =
      Stream.of(
              TimeWords.of("one", ENGLISH),
              TimeWords.of("before", TimeWords.languages("before")),
              westernDays())
          .flatMap(List::stream)
          .map(word -> (int) word.charAt(0))
          .collect(BitSet::new, BitSet::set, BitSet::or);

  /** From here on, letters of scripts that part words by nothing. */
  private static final char EAST_ASIAN = '\u2e80';

  private static final int LONGEST = 32;

  /** The relative time that begins at {@code at} in a folded text; null if there is none. */
  static @Nullable RelativeTime at(String text, int at) {
    char c = text.charAt(at);
    if (c >= '0' && c <= '9') {
      for (PrefilteredPattern pattern : NUMBER_FIRST) {
        RelativeTime counted = counted(pattern, text, at);
        if (counted != null) {
          return counted;
        }
      }
      return null;
    }
    if (c >= EAST_ASIAN) {
      RelativeTime day = named(EAST_DAY, text, at);
      return day != null ? day : justNow(text, at);
    }
    if (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      return null;
    }
    if (!FIRST_LETTERS.get(c)) {
      return null;
    }
    for (PrefilteredPattern pattern : WORD_FIRST) {
      RelativeTime counted = counted(pattern, text, at);
      if (counted != null) {
        return counted;
      }
    }
    return named(DAY_WORD, text, at);
  }

  /** False if no relative time begins with these chars, the first of which is a digit. */
  static boolean mayBegin(String head) {
    return NUMBER_FIRST.stream().anyMatch(pattern -> pattern.mayBegin(head));
  }

  /** The time meant; null if it is not known when the page was captured. */
  @Nullable StatedTime resolve(String text, String written, TimeContext context) {
    Instant captured = context.capturedAt();
    if (captured == null) {
      return null;
    }
    ZonedDateTime now = captured.atZone(context.zone());
    if (back == null) {
      LocalDate day = now.toLocalDate().minusDays(daysAgo);
      ClockText clock = ClockText.after(text, written, end, context);
      return new StatedTime(
          day,
          clock == null ? null : clock.time(),
          clock == null ? null : clock.zone(),
          clock == null ? Precision.DAY : clock.precision(),
          false,
          false,
          start,
          clock == null ? end : clock.end());
    }
    ZonedDateTime then = now.minus(back);
    boolean exact = back.compareTo(Duration.ofDays(1)) < 0;
    return new StatedTime(
        then.toLocalDate(),
        exact ? then.toLocalTime().truncatedTo(ChronoUnit.MINUTES) : null,
        null,
        exact ? Precision.MINUTE : Precision.DAY,
        false,
        false,
        start,
        end);
  }

  private static @Nullable RelativeTime counted(PrefilteredPattern pattern, String text, int at) {
    Matcher m = match(pattern, text, at);
    if (m == null) {
      return null;
    }
    String number = m.group(1);
    long count = Character.isDigit(number.charAt(0)) ? Long.parseLong(number) : 1;
    return new RelativeTime(
        m.group(),
        at,
        m.end(),
        UNITS.getOrDefault(m.group(2), Duration.ofHours(1)).multipliedBy(count),
        0);
  }

  private static @Nullable RelativeTime named(PrefilteredPattern pattern, String text, int at) {
    Matcher m = match(pattern, text, at);
    return m == null
        ? null
        : new RelativeTime(m.group(), at, m.end(), null, DAYS_AGO.getOrDefault(m.group(1), 0));
  }

  private static @Nullable RelativeTime justNow(String text, int at) {
    Matcher m = match(JUST_NOW, text, at);
    return m == null ? null : new RelativeTime(m.group(), at, m.end(), LATELY.get(m.group()), 0);
  }

  private static @Nullable Matcher match(PrefilteredPattern pattern, String text, int at) {
    return pattern.at(text, at, Math.min(text.length(), at + LONGEST));
  }

  private static String group(String regex) {
    return "(" + regex + ")";
  }

  private static String unit(Set<String> languages) {
    return group(TimeWords.any(languages, "second", "minute", "hour", "day", "week"));
  }

  private static Set<String> withAgo() {
    Set<String> languages = new HashSet<>(TimeWords.languages("ago"));
    languages.removeAll(EASTERN);
    languages.removeAll(ENGLISH);
    return languages;
  }

  private static List<String> westernDays() {
    return DAYS_AGO.keySet().stream().filter(word -> word.charAt(0) < EAST_ASIAN).sorted().toList();
  }
}
