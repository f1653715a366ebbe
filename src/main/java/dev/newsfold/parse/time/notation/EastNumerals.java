package dev.newsfold.parse.time.notation;

/** Numbers written with Chinese characters, as far as dates need them. */
final class EastNumerals {
  private static final String DIGITS = "零一二三四五六七八九";

  private EastNumerals() {}

  /** Digit by digit: 二〇二〇 is 2020. */
  static int digits(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      value = value * 10 + digit(text.charAt(i));
    }
    return value;
  }

  /** With tens: 十一 is 11, 廿五 and 二十五 are 25, 三十 and 卅 are 30. */
  static int number(String text) {
    int tens = 0;
    int ones = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '十') {
        tens = ones == 0 ? 1 : ones;
        ones = 0;
      } else if (c == '廿') {
        tens = 2;
      } else if (c == '卅') {
        tens = 3;
      } else {
        ones = ones * 10 + digit(c);
      }
    }
    return tens * 10 + ones;
  }

  private static int digit(char c) {
    return Math.max(0, DIGITS.indexOf(c));
  }
}
