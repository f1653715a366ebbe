package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to read a time that does not say everything itself.
 *
 * @param language the page's BCP 47 tag, or empty
 * @param zone the zone in which the page's wall clock is read
 * @param monthFirst whether 9/8/2020 is the eighth of September
 * @param capturedAt when the page was fetched; relative and year-less times need it
 * @param near tells a day known from elsewhere on the page, or null: for year-less times without a
 *     capture time
 */
public record TimeContext(
    String language,
    ZoneId zone,
    boolean monthFirst,
    @Nullable Instant capturedAt,
    Supplier<@Nullable LocalDate> near) {

  private static final Set<String> MONTH_FIRST = Lexicon.words("domains.tsv", 3, "month first");

  /** Domains of countries that sites of any country have. */
  private static final Set<String> ANY_COUNTRY = Lexicon.words("domains.tsv", 3, "any country");

  public static TimeContext of(
      String language, String site, ZoneId zone, @Nullable Instant capturedAt) {
    String domain = site.substring(site.lastIndexOf('.') + 1);
    boolean american =
        language.isEmpty()
            || language.equals("en")
            || language.equals("en-US")
            || language.equals("en_US");
    return new TimeContext(
        language, zone, american && mayBeAmerican(domain), capturedAt, () -> null);
  }

  /** Whether sites in English at a top-level domain may write the month first. */
  private static boolean mayBeAmerican(String domain) {
    return domain.length() != 2 && !domain.startsWith("xn--")
        || MONTH_FIRST.contains(domain)
        || ANY_COUNTRY.contains(domain);
  }

  /** For a look at whether and where times stand in a text, whenever that was written. */
  public static final TimeContext ANY_TIME = ofText(Instant.EPOCH);

  /** For a look at where times stand in a Chinese text, whatever they are. */
  public static TimeContext ofText(@Nullable Instant capturedAt) {
    return new TimeContext("zh", ZoneOffset.UTC, false, capturedAt, () -> null);
  }

  public TimeContext near(Supplier<@Nullable LocalDate> day) {
    return new TimeContext(language, zone, monthFirst, capturedAt, day);
  }

  /** Chinese, Japanese and Korean pages write the year first, if need be with two digits. */
  public boolean yearFirst() {
    return language.startsWith("zh") || language.startsWith("ja") || language.startsWith("ko");
  }

  /**
   * The zone on whose clock a count of seconds is read: that of the page, where all pages of its
   * language keep one clock, else UTC.
   */
  ZoneId machineZone() {
    return yearFirst() ? zone : ZoneOffset.UTC;
  }

  /** The day of the capture on the page's calendar. */
  public @Nullable LocalDate captureDay() {
    return capturedAt == null ? null : capturedAt.atZone(zone).toLocalDate();
  }
}
