package dev.newsfold.parse.time.notation;

import dev.newsfold.records.Precision;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day that an address is built from: {@code /2020/09/25/}, {@code /2020/0925/}, {@code
 * t20200925_1.htm}.
 */
public final class AddressTime {
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})([/_.-]?)(0[1-9]|1[0-2]|(?<=/)[1-9](?=/))([/_.-]?)(0[1-9]|[12]\\d|3[01]|(?<=/)[1-9](?=/))(?=\\D|$|\\d{4}(?:\\D|$)|\\d{6}(?:\\D|$))");

  /** Archives put the time of the capture before the address that was captured. */
  private static final Pattern ARCHIVE =
      Pattern.compile("^https?://[^/]{4,60}/(?:web/)?\\d{8,14}[a-z_]{0,4}/(?=http|www\\.)");

  /** /2024/feb/26/, /2024/february/26/ */
  private static final Pattern MONTH_NAMED =
      Pattern.compile(
          "/((?:19|20)\\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(0?[1-9]|[12]\\d|3[01])(?=/|$)",
          Pattern.CASE_INSENSITIVE);

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int LETTERS = 3;

  private static final int MAX_LENGTH = 2_000;
  private static final int FIRST_YEAR = 1990;

  private AddressTime() {}

  /** The last day in the path of an address; null if there is none. */
  public static @Nullable StatedTime read(String address) {
    if (!mayHoldYear(address)) {
      return null;
    }
    String path = path(address);
    Matcher m = DAY.matcher(path);
    StatedTime found = null;
    while (m.find()) {
      int year = Integer.parseInt(m.group(1));
      int month = Integer.parseInt(m.group(3));
      int day = Integer.parseInt(m.group(5));
      boolean separated = m.group(2).isEmpty() || !m.group(4).isEmpty() || m.group(5).length() == 2;
      StatedTime stated = separated ? day(year, month, day, m) : null;
      found = stated == null ? found : stated;
    }
    return found == null ? monthNamed(path) : found;
  }

  private static @Nullable StatedTime monthNamed(String path) {
    Matcher m = MONTH_NAMED.matcher(path);
    if (!m.find()) {
      return null;
    }
    int year = Integer.parseInt(m.group(1));
    int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) / LETTERS + 1;
    int day = Integer.parseInt(m.group(3));
    return day(year, month, day, m);
  }

  /** The day where a match stands; null for one that is no day of the calendar, or too early. */
  private static @Nullable StatedTime day(int year, int month, int day, Matcher m) {
    return year < FIRST_YEAR || day > YearMonth.of(year, month).lengthOfMonth()
        ? null
        : new StatedTime(
            LocalDate.of(year, month, day),
            null,
            null,
            Precision.DAY,
            true,
            false,
            m.start(),
            m.end());
  }

  /** A quick look at the many addresses on a page, most of which hold no year. */
  private static boolean mayHoldYear(String address) {
    for (int i = address.length() - 2; i >= 0; i--) {
      char c = address.charAt(i);
      if (c == '2' && address.charAt(i + 1) == '0' || c == '1' && address.charAt(i + 1) == '9') {
        return true;
      }
    }
    return false;
  }

  private static String path(String address) {
    String text = address.length() > MAX_LENGTH ? address.substring(0, MAX_LENGTH) : address;
    for (Matcher m = ARCHIVE.matcher(text); m.find(); m = ARCHIVE.matcher(text)) {
      text = text.substring(m.end());
    }
    int host = text.indexOf("://");
    int start = host < 0 ? -1 : text.indexOf('/', host + 3);
    int fragment = text.indexOf('#', Math.max(0, start));
    return start < 0 ? "" : text.substring(start, fragment < 0 ? text.length() : fragment);
  }
}
