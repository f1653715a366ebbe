package dev.newsfold.parse.text;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Language tags as pages write them, made those of BCP 47: {@code zh_cn} is {@code zh-CN}, {@code
 * eng} is {@code en}, {@code de-DE-formal} is {@code de-DE}.
 */
public final class LanguageTags {
  /** Codes of countries that pages write for their language, and that are no code of another. */
  private static final Map<String, String> COUNTRIES =
      Map.of("cn", "zh", "jp", "ja", "cz", "cs", "dk", "da", "gr", "el", "ua", "uk");

  /** Languages of the press that have no code of two letters. */
  private static final Set<String> THREE_LETTERS =
      Set.of("yue", "fil", "ckb", "haw", "nds", "gsw", "ast", "ceb", "hsb", "dsb", "kab", "prs");

  private static final Map<String, String> CODES = codes();
  private static final Set<String> TRADITIONAL_REGIONS = Set.of("TW", "HK", "MO");
  private static final int MAX_LENGTH = 35;

  /** The answers given so far, up to so many: it is asked for each article, mostly the same. */
  private static final Map<String, String> WITHOUT_REGION = new ConcurrentHashMap<>();

  private static final int KNOWN = 1000;

  private LanguageTags() {}

  /** Language, script and region of a tag in the form of BCP 47; null if it names no language. */
  public static @Nullable String of(@Nullable String written) {
    Locale locale = locale(written);
    return locale == null ? null : tag(locale, locale.getScript(), locale.getCountry());
  }

  /** A tag without its region, for counting by language: {@code zh-Hant}, {@code en}. */
  public static String withoutRegion(String written) {
    String known = WITHOUT_REGION.get(written);
    if (known == null) {
      known = newWithoutRegion(written);
      if (WITHOUT_REGION.size() < KNOWN && written.length() <= MAX_LENGTH) {
        WITHOUT_REGION.put(written, known);
      }
    }
    return known;
  }

  private static String newWithoutRegion(String written) {
    Locale locale = locale(written);
    return locale == null ? written : tag(locale, locale.getScript(), "");
  }

  /**
   * A tag whose script is what its text is written in. A region stays only if that script is the
   * one of the region: a template's zh-CN says nothing of a text in traditional characters.
   *
   * @param script Hans or Hant; null if the text proves neither
   */
  public static @Nullable String chinese(String written, @Nullable String script) {
    Locale locale = locale(written);
    if (locale == null || !locale.getLanguage().equals("zh")) {
      return of(written);
    }
    String region = locale.getCountry();
    String usual = region.isEmpty() ? "" : TRADITIONAL_REGIONS.contains(region) ? "Hant" : "Hans";
    if (script == null) {
      return tag(locale, locale.getScript().isEmpty() ? usual : locale.getScript(), region);
    }
    return tag(locale, script, script.equals(usual) ? region : "");
  }

  private static String tag(Locale locale, String script, String region) {
    return new Locale.Builder()
        .setLanguage(locale.getLanguage())
        .setScript(script)
        .setRegion(region)
        .build()
        .toLanguageTag();
  }

  private static @Nullable Locale locale(@Nullable String written) {
    if (written == null || written.isBlank() || written.length() > MAX_LENGTH) {
      return null;
    }
    try {
      Locale locale =
          new Locale.Builder().setLanguageTag(written.strip().replace('_', '-')).build();
      String code = CODES.get(locale.getLanguage());
      return code == null
          ? null
          : new Locale.Builder()
              .setLanguage(code)
              .setScript(locale.getScript())
              .setRegion(locale.getCountry())
              .build();
    } catch (IllformedLocaleException e) {
      return null;
    }
  }

  /** Codes of two and of three letters to the code that BCP 47 asks for: the shorter one. */
  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>(COUNTRIES);
    for (String code : Locale.getISOLanguages()) {
      String canonical = Locale.forLanguageTag(code).getLanguage();
      codes.put(code, canonical);
      try {
        codes.putIfAbsent(new Locale(code).getISO3Language(), canonical);
      } catch (MissingResourceException e) {
        // It has no code of three letters.
      }
    }
    for (String code : THREE_LETTERS) {
      codes.put(code, code);
    }
    codes.put("chi", "zh");
    codes.put("cmn", "zh");
    return codes;
  }
}
