package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import java.util.regex.Pattern;

/** What people do, behind their names in Korean and Japanese: 홍길순 기자, 山川 はな子 ライター. */
final class EasternRoles {
  /** Occupations behind names in Korean. */
  private static final Pattern KOREAN =
      Pattern.compile(
          "(?<=^[가-힣]{2,4})\\s?(?:%s\\s?)?%s$"
              .formatted(CreditWords.korean("rank"), CreditWords.korean("reporter")));

  /** The same in Japanese: 山川 はな子 ライター. */
  private static final Pattern JAPANESE =
      Pattern.compile(
          "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])\\s?"
              + CreditWords.japanese("rank")
              + "?"
              + CreditWords.japanese("reporter", "other reporter", "editor")
              + "$");

  private EasternRoles() {}

  /** The name alone. */
  static String without(String name) {
    return JAPANESE.matcher(KOREAN.matcher(name).replaceFirst("")).replaceFirst("");
  }
}
