package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.records.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A time stated by its distance from the reader's now: 3小时前, 昨天 08:12, 2 hours ago, vor 3 Stunden.
 *
 * @param words as they stand in the folded text
 * @param back how long ago, or null for a named day
 * @param daysAgo how many days ago a named day was
 */
record RelativeTime(String words, int start, int end, @Nullable Duration back, int daysAgo) {

  private static final PrefilteredPattern EAST =
      PrefilteredPattern.of("(\\d{1,3})\\s?个?\\s?(秒|分|小?时|시간|天|日|일|周|주)[钟间]?\\s?(?:之|以)?(?:前|전)");

  private static final PrefilteredPattern AGO =
      PrefilteredPattern.of(
          "(\\d{1,3}|an?|one)\\s(sec|min|hour|hr|h|day|week)[a-z]{0,4}\\.?\\sago(?!\\p{L})");

  /** 3 ore fa, 3 часа назад, 3 godziny temu: the number first, and "ago" last. */
  private static final PrefilteredPattern NUMBER_AGO =
      PrefilteredPattern.of(
          "(\\d{1,3})\\s(sec|sek|сек|min|мин|хв|dakika|menit|phút|or[ea]|timm|time|uur|uren|час|годин|godzin|saat|jam|giờ"
              + "|giorn|dag|dni|dzień|день|дн[яеі]|gün|hari|ngày|settiman|veck|uke|uge|week|недел|тиж|tygodni|hafta|minggu|tuần)"
              + "\\p{L}{0,5}\\.?\\s(?:fa|sedan|siden|geleden|назад|тому|temu|önce|(?:yang )?lalu|trước)(?!\\p{L})");

  private static final PrefilteredPattern BEFORE_NUMBER =
      PrefilteredPattern.of(
          "(?:vor|il y a|hace|há|fa|geleden)\\s(\\d{1,3})\\s(sek|seg|min|stund|heure|hora|ore|tag|jour|día|dia|woche|semain|seman)\\p{L}{0,5}");

  private static final PrefilteredPattern EAST_DAY =
      PrefilteredPattern.of("(今天|今日|昨天|昨日|前天)(?=\\s{0,2}(?:上午|下午|凌晨|晚上)?\\s?\\d{1,2}:\\d{2})");

  private static final PrefilteredPattern JUST_NOW = PrefilteredPattern.of("刚刚|刚才|半个?小时前");

  private static final PrefilteredPattern DAY_WORD =
      PrefilteredPattern.of(
          "(today|yesterday|heute|gestern|hoy|ayer|aujourd'hui|hier|oggi|ieri|hoje|ontem|vandaag|gisteren|dziś|dzisiaj|wczoraj"
              + "|idag|igår|i dag|i går|сегодня|вчера|сьогодні|вчора|bugün|dün|dnes|včera)(?=[\\s,]{1,3}\\p{L}{0,4}\\s?\\d{1,2}[:.h]\\d{2})");

  private static final Map<String, Integer> DAYS_AGO =
      Map.ofEntries(
          Map.entry("今天", 0),
          Map.entry("今日", 0),
          Map.entry("昨天", 1),
          Map.entry("昨日", 1),
          Map.entry("前天", 2),
          Map.entry("today", 0),
          Map.entry("yesterday", 1),
          Map.entry("heute", 0),
          Map.entry("gestern", 1),
          Map.entry("hoy", 0),
          Map.entry("ayer", 1),
          Map.entry("aujourd'hui", 0),
          Map.entry("hier", 1),
          Map.entry("ieri", 1),
          Map.entry("ontem", 1),
          Map.entry("gisteren", 1),
          Map.entry("wczoraj", 1),
          Map.entry("igår", 1),
          Map.entry("i går", 1),
          Map.entry("вчера", 1),
          Map.entry("вчора", 1),
          Map.entry("dün", 1),
          Map.entry("včera", 1));

  private static final List<PrefilteredPattern> NUMBER_FIRST = List.of(EAST, AGO, NUMBER_AGO);
  private static final List<PrefilteredPattern> WORD_FIRST = List.of(AGO, BEFORE_NUMBER);

  /** What the words of relative times begin with. */
  private static final String FIRST_LETTERS = "aotyghvifdwbсв";

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
    if (c >= 0x2e80) {
      RelativeTime day = named(EAST_DAY, text, at);
      return day != null ? day : justNow(text, at);
    }
    if (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      return null;
    }
    if (FIRST_LETTERS.indexOf(c) < 0) {
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
  @Nullable StatedTime resolve(String text, TimeContext context) {
    Instant captured = context.capturedAt();
    if (captured == null) {
      return null;
    }
    ZonedDateTime now = captured.atZone(context.zone());
    if (back == null) {
      LocalDate day = now.toLocalDate().minusDays(daysAgo);
      ClockText clock = ClockText.after(text, end, context);
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
    return new RelativeTime(m.group(), at, m.end(), unit(m.group(2)).multipliedBy(count), 0);
  }

  private static @Nullable RelativeTime named(PrefilteredPattern pattern, String text, int at) {
    Matcher m = match(pattern, text, at);
    return m == null
        ? null
        : new RelativeTime(m.group(), at, m.end(), null, DAYS_AGO.getOrDefault(m.group(1), 0));
  }

  private static @Nullable RelativeTime justNow(String text, int at) {
    Matcher m = match(JUST_NOW, text, at);
    if (m == null) {
      return null;
    }
    Duration back = m.group().startsWith("半") ? Duration.ofMinutes(30) : Duration.ZERO;
    return new RelativeTime(m.group(), at, m.end(), back, 0);
  }

  private static @Nullable Matcher match(PrefilteredPattern pattern, String text, int at) {
    return pattern.at(text, at, Math.min(text.length(), at + LONGEST));
  }

  private static Duration unit(String word) {
    return switch (word) {
      case "秒", "sec", "sek", "seg", "сек" -> Duration.ofSeconds(1);
      case "分", "min", "мин", "хв", "dakika", "menit", "phút" -> Duration.ofMinutes(1);
      case "天", "日", "일", "day", "tag", "jour", "día", "dia", "giorn", "dag", "dni", "dzień" ->
          Duration.ofDays(1);
      case "день", "дня", "дне", "дні", "gün", "hari", "ngày" -> Duration.ofDays(1);
      case "周", "주", "week", "woche", "semain", "seman", "settiman", "veck", "uke", "uge" ->
          Duration.ofDays(7);
      case "недел", "тиж", "tygodni", "hafta", "minggu", "tuần" -> Duration.ofDays(7);
      default -> Duration.ofHours(1);
    };
  }
}
