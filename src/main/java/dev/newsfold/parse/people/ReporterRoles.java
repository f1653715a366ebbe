package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** The words of Chinese newsrooms before the names of those who report: 记者, 撰文, 整理报道. */
final class ReporterRoles {
  /** Whose names follow these words. */
  private static final String[] ROLES = {
    "reporter",
    "correspondent",
    "intern",
    "other reporter",
    "wrote",
    "drafted",
    "supplied",
    "translated"
  };

  static final Pattern ROLE =
      Pattern.compile(
          CreditWords.any(ROLES)
              + "|"
              + CreditWords.any("interviewed")
              + "(?=\\s?[:：/／|｜丨])|"
              + CreditWords.any("arranged")
              + CreditWords.any("report"));

  /** What somebody did, behind his name: 记者张三编译报道. */
  static final Pattern DID =
      Pattern.compile(
          CreditWords.any("wrote", "drafted", "translated")
              + "|"
              + CreditWords.any("arranged")
              + CreditWords.any("report"));

  /** Who took the pictures, by the word before 记者. */
  static final Pattern PICTURES =
      Pattern.compile(
          CreditWords.any("photography", "camera")
              + "$|(?:^|[\\s（(/／、，】」]|"
              + CreditWords.any("outlet end", "media")
              + ")"
              + CreditWords.any("video")
              + "$");

  /** 【记者】张三: a role in brackets of its own. */
  static final Pattern BRACKETED =
      Pattern.compile(
          "[【\\[](\\p{IsHan}{0,6}?"
              + CreditWords.any("reporter", "correspondent", "intern")
              + "|"
              + CreditWords.any("author", "wrote", "drafted")
              + ")[】\\]]");

  private static final List<String> CORRESPONDENTS = CreditWords.of("correspondent");

  /** Of each role, desk and mark that tells a byline, one char. */
  private static final BitSet TELLING = new BitSet();

  static {
    CreditWords.of(ROLES).forEach(role -> TELLING.set(role.charAt(0)));
    CreditWords.of("arranged", "author", "own", "by").forEach(word -> TELLING.set(word.charAt(0)));
    "by/／|｜丨文组部心快报".chars().forEach(TELLING::set);
  }

  private ReporterRoles() {}

  /** A quick look: all that tells a byline holds one of these. */
  static boolean mayBeIn(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      if (TELLING.get(plain.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** True if a text goes on with the word for those who write for papers from their offices. */
  static boolean correspondsAt(String text, int at) {
    return CORRESPONDENTS.stream().anyMatch(word -> text.startsWith(word, at));
  }
}
