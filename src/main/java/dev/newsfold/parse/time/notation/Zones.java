package dev.newsfold.parse.time.notation;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which zone a page's wall clock shows when no offset stands with a time: that of the site's
 * country, else that of its language, else the run's. A country with several zones stands for the
 * one where most of its papers are made.
 */
public final class Zones {
  private static final Map<String, String> BY_DOMAIN =
      Map.ofEntries(
          Map.entry("cn", "Asia/Shanghai"),
          Map.entry("tw", "Asia/Taipei"),
          Map.entry("hk", "Asia/Hong_Kong"),
          Map.entry("mo", "Asia/Macau"),
          Map.entry("sg", "Asia/Singapore"),
          Map.entry("my", "Asia/Kuala_Lumpur"),
          Map.entry("jp", "Asia/Tokyo"),
          Map.entry("kr", "Asia/Seoul"),
          Map.entry("kp", "Asia/Pyongyang"),
          Map.entry("th", "Asia/Bangkok"),
          Map.entry("vn", "Asia/Ho_Chi_Minh"),
          Map.entry("id", "Asia/Jakarta"),
          Map.entry("ph", "Asia/Manila"),
          Map.entry("in", "Asia/Kolkata"),
          Map.entry("pk", "Asia/Karachi"),
          Map.entry("bd", "Asia/Dhaka"),
          Map.entry("il", "Asia/Jerusalem"),
          Map.entry("tr", "Europe/Istanbul"),
          Map.entry("ru", "Europe/Moscow"),
          Map.entry("ua", "Europe/Kiev"),
          Map.entry("pl", "Europe/Warsaw"),
          Map.entry("cz", "Europe/Prague"),
          Map.entry("sk", "Europe/Bratislava"),
          Map.entry("hu", "Europe/Budapest"),
          Map.entry("ro", "Europe/Bucharest"),
          Map.entry("bg", "Europe/Sofia"),
          Map.entry("gr", "Europe/Athens"),
          Map.entry("de", "Europe/Berlin"),
          Map.entry("at", "Europe/Vienna"),
          Map.entry("ch", "Europe/Zurich"),
          Map.entry("li", "Europe/Vaduz"),
          Map.entry("lu", "Europe/Luxembourg"),
          Map.entry("nl", "Europe/Amsterdam"),
          Map.entry("be", "Europe/Brussels"),
          Map.entry("fr", "Europe/Paris"),
          Map.entry("it", "Europe/Rome"),
          Map.entry("es", "Europe/Madrid"),
          Map.entry("pt", "Europe/Lisbon"),
          Map.entry("uk", "Europe/London"),
          Map.entry("ie", "Europe/Dublin"),
          Map.entry("se", "Europe/Stockholm"),
          Map.entry("no", "Europe/Oslo"),
          Map.entry("dk", "Europe/Copenhagen"),
          Map.entry("fi", "Europe/Helsinki"),
          Map.entry("ee", "Europe/Tallinn"),
          Map.entry("lv", "Europe/Riga"),
          Map.entry("lt", "Europe/Vilnius"),
          Map.entry("au", "Australia/Sydney"),
          Map.entry("nz", "Pacific/Auckland"),
          Map.entry("za", "Africa/Johannesburg"),
          Map.entry("ke", "Africa/Nairobi"),
          Map.entry("ng", "Africa/Lagos"),
          Map.entry("eg", "Africa/Cairo"),
          Map.entry("br", "America/Sao_Paulo"),
          Map.entry("ar", "America/Argentina/Buenos_Aires"),
          Map.entry("cl", "America/Santiago"),
          Map.entry("mx", "America/Mexico_City"),
          Map.entry("ca", "America/Toronto"));

  /**
   * Only languages that are written in one zone, or nearly: English is not, nor Spanish or Arabic;
   * two-letter tags or tags with script.
   */
  private static final Map<String, String> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("zh-Hant", "Asia/Taipei"),
          Map.entry("zh-Hant-TW", "Asia/Taipei"),
          Map.entry("zh-Hant-HK", "Asia/Hong_Kong"),
          Map.entry("zh", "Asia/Shanghai"),
          Map.entry("ja", "Asia/Tokyo"),
          Map.entry("ko", "Asia/Seoul"),
          Map.entry("en-GB", "Europe/London"),
          Map.entry("en-US", "America/New_York"),
          Map.entry("ru", "Europe/Moscow"),
          Map.entry("uk", "Europe/Kiev"),
          Map.entry("bg", "Europe/Sofia"),
          Map.entry("ro", "Europe/Bucharest"),
          Map.entry("sk", "Europe/Bratislava"),
          Map.entry("sl", "Europe/Ljubljana"),
          Map.entry("hr", "Europe/Zagreb"),
          Map.entry("sr", "Europe/Belgrade"),
          Map.entry("et", "Europe/Tallinn"),
          Map.entry("lv", "Europe/Riga"),
          Map.entry("lt", "Europe/Vilnius"),
          Map.entry("is", "Atlantic/Reykjavik"),
          Map.entry("ca", "Europe/Madrid"),
          Map.entry("eu", "Europe/Madrid"),
          Map.entry("gl", "Europe/Madrid"),
          Map.entry("he", "Asia/Jerusalem"),
          Map.entry("fa", "Asia/Tehran"),
          Map.entry("hi", "Asia/Kolkata"),
          Map.entry("bn", "Asia/Dhaka"),
          Map.entry("ka", "Asia/Tbilisi"),
          Map.entry("hy", "Asia/Yerevan"),
          Map.entry("az", "Asia/Baku"),
          Map.entry("kk", "Asia/Almaty"),
          Map.entry("mn", "Asia/Ulaanbaatar"),
          Map.entry("ne", "Asia/Kathmandu"),
          Map.entry("km", "Asia/Phnom_Penh"),
          Map.entry("lo", "Asia/Vientiane"),
          Map.entry("my", "Asia/Yangon"),
          Map.entry("si", "Asia/Colombo"),
          Map.entry("id", "Asia/Jakarta"),
          Map.entry("ms", "Asia/Kuala_Lumpur"),
          Map.entry("tl", "Asia/Manila"),
          Map.entry("de", "Europe/Berlin"),
          Map.entry("fr", "Europe/Paris"),
          Map.entry("it", "Europe/Rome"),
          Map.entry("pl", "Europe/Warsaw"),
          Map.entry("cs", "Europe/Prague"),
          Map.entry("sv", "Europe/Stockholm"),
          Map.entry("da", "Europe/Copenhagen"),
          Map.entry("nb", "Europe/Oslo"),
          Map.entry("no", "Europe/Oslo"),
          Map.entry("fi", "Europe/Helsinki"),
          Map.entry("nl", "Europe/Amsterdam"),
          Map.entry("tr", "Europe/Istanbul"),
          Map.entry("el", "Europe/Athens"),
          Map.entry("hu", "Europe/Budapest"),
          Map.entry("th", "Asia/Bangkok"),
          Map.entry("vi", "Asia/Ho_Chi_Minh"));

  /** The zones at the edge of the calendar are UTC-12 and UTC+14. */
  private static final int WIDEST_OFFSET_HOURS = 14;

  private Zones() {}

  /**
   * The zone of a page's wall clock.
   *
   * @param site host name, or empty
   * @param language BCP 47 tag, or empty
   * @param run the run's zone, for pages that tell nothing
   */
  public static ZoneId of(String site, String language, ZoneId run) {
    String zone = BY_DOMAIN.get(site.substring(site.lastIndexOf('.') + 1));
    if (zone == null) {
      zone = BY_LANGUAGE.get(language);
    }
    if (zone == null) {
      String region = Locale.forLanguageTag(language).getCountry();
      zone = BY_DOMAIN.get(region.equals("GB") ? "uk" : region.toLowerCase(Locale.ROOT));
    }
    if (zone == null && language.length() > 2) {
      zone = BY_LANGUAGE.get(language.substring(0, 2));
    }
    return zone == null ? run : ZoneId.of(zone);
  }

  /** An offset in its parts, as "+", "08", "00"; null if no place on earth has it. */
  public static @Nullable ZoneOffset offset(String sign, String hours, @Nullable String minutes) {
    int h = Integer.parseInt(hours);
    int m = minutes == null ? 0 : Integer.parseInt(minutes);
    if (h > WIDEST_OFFSET_HOURS || m > 59) {
      return null;
    }
    int direction = sign.equals("-") ? -1 : 1;
    return ZoneOffset.ofTotalSeconds(direction * (h * 3600 + m * 60));
  }
}
