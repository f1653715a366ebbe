package dev.newsfold.parse.origin;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cleans what stands where a page names its source: 来源：[新华网](北京) 分享到. */
final class SourceNames {
  private static final TimeContext ANYWHERE = TimeContext.ofText(null);

  private static final int LONGEST = 40;

  /** A name stands at the beginning of what follows its label, or nowhere. */
  private static final int LONGEST_VALUE = 500;

  private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan})(?=\\p{IsHan})");

  private static final Pattern LABEL =
      Pattern.compile(
          "^[\\s\\[【(（]{0,3}" + any("of") + "?" + spaced("label") + "\\s{0,2}[:：|｜]?\\s{0,3}",
          Pattern.CASE_INSENSITIVE);

  /** What stood in brackets as a whole, and has lost the first of them. */
  private static final Pattern CLOSED_ONLY = Pattern.compile("[^(（]++(?<=[)）])");

  /** A place in brackets behind the name: 经济观察报(北京). */
  private static final Pattern PLACE = Pattern.compile("[(（]\\p{IsHan}{2,4}[)）]$");

  private static final Pattern CLOCK = Pattern.compile("\\d:\\d|\\d{1,2}-\\d{2}|[:：]");
  private static final Pattern ACCOUNT = Pattern.compile(any("account") + "$");

  /** 海财经（ID：haicaijing）, 海财经(微信号: hai-caijing). */
  private static final Pattern ACCOUNT_ID =
      Pattern.compile(
          "[(（]\\s?%s?(?i:%s|%s)?\\s?(?i:%3$s)?\\s?[:：]\\s?[\\w-]{3,30}\\s?[)）]$"
              .formatted(any("portal"), any("handle"), any("number")));

  /** 公众号“海财经”: an account in quotes behind the word for it. */
  private static final Pattern QUOTED_ACCOUNT =
      Pattern.compile(
          "^%s?%s\\s?[:：]?\\s?[“\"「『《]([^“”\"「」『』《》]{2,20})[”\"」』》].*$"
              .formatted(any("portal"), any("handle")));

  /** 微信公众号：海财经: the same behind a colon. */
  private static final Pattern LABELLED_ACCOUNT =
      Pattern.compile("^%s?%s\\s?[:：]\\s?(?=[\\p{L}\\d])".formatted(any("portal"), any("handle")));

  /** Words on buttons and counters beside a source. */
  private static final Pattern BUTTON =
      Pattern.compile(
          "^(?:"
              + any("button")
              + ".{0,12}|"
              + any("alone")
              + "|\\d+\\s?"
              + any("unit")
              + "?"
              + any("comments")
              + ".{0,4})$");

  /** Buttons and counters that touch the name: 中国新闻网参与互动(0). */
  private static final Pattern BUTTON_BEHIND =
      Pattern.compile(
          "(?<=.{2})\\s?(?:"
              + any("behind")
              + "|"
              + any("on")
              + ".*|"
              + any("asked")
              + "\\s?[(（\\d].*|"
              + any("set")
              + "\\s?[:：].*|"
              + any("counted")
              + "\\s?[:：\\d].*)[\\s(（]*\\d*[)）]?$");

  /** What follows a name behind a comma: …，转载请注明出处, …，有删改. */
  private static final Pattern REMARK = Pattern.compile("[，,；;。]\\s?" + any("remark") + ".*$");

  private static final Set<String> NO_SOURCES = Lexicon.words("source-words.tsv", 3, "none");

  /** Names that only say that the text is somebody else's, or the site's own. */
  private static final Set<String> VAGUE = Lexicon.words("source-words.tsv", 3, "vague");

  private SourceNames() {}

  private static String any(String kind) {
    return Lexicon.anyOf("source-words.tsv", 3, kind);
  }

  /** The same, with the blanks that portals put between characters. */
  private static String spaced(String kind) {
    return Lexicon.list("source-words.tsv", 3, kind).stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(word -> BETWEEN_HAN.matcher(word).replaceAll("\\\\s{0,2}"))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  static boolean isVague(String name) {
    return VAGUE.contains(Text.plain(name));
  }

  /**
   * The name of a source in what stands behind its label; null if there is none.
   *
   * @param value text behind the label, up to the next label or the end of the line
   */
  static @Nullable String clean(String value) {
    String text = Text.without(LABEL, Text.cut(Text.squeeze(value), LONGEST_VALUE)).strip();
    StatedTime time = TimeText.scan(text, ANYWHERE).first();
    if (time != null && time.complete()) {
      text = time.start() == 0 ? text.substring(time.end()) : text.substring(0, time.start());
    }
    text = unwrap(Text.without(REMARK, Text.without(ACCOUNT_ID, text)).strip());
    text = Text.without(LABELLED_ACCOUNT, text);
    text = firstName(QUOTED_ACCOUNT.matcher(text).replaceFirst("$1"));
    text = Text.without(BUTTON_BEHIND, Text.without(ACCOUNT, text)).strip();
    Matcher place = PLACE.matcher(text);
    if (place.find() && place.start() > 1) {
      text = text.substring(0, place.start()).strip();
    }
    text = unwrap(text);
    return isName(text) ? text : null;
  }

  /** Whether a text could be the name of a source: short, with letters, no address, no button. */
  static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.codePoints().anyMatch(Character::isLetter)
        && !text.contains("://")
        && !CLOCK.matcher(text).find()
        && !NO_SOURCES.contains(Text.plain(text).toLowerCase(java.util.Locale.ROOT))
        && !BUTTON.matcher(Text.plain(text)).matches();
  }

  /** Chinese names hold no blank; one ends the name, unless a dash or dot stands beside it. */
  private static String firstName(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      if (text.charAt(i) == '|' || text.charAt(i) == '｜') {
        return text.substring(0, i).strip();
      }
      if (text.charAt(i) == ' ') {
        char before = text.charAt(i - 1);
        char after = text.charAt(i + 1);
        boolean latin =
            before < 0x2e80
                && Character.isLetter(before)
                && (Character.isLetter(after) && after < 0x2e80 || after == '«');
        if (!latin && !joins(before) && !joins(after)) {
          return text.substring(0, i);
        }
      }
    }
    return text;
  }

  private static boolean joins(char c) {
    return "-—－–·•、&＆_".indexOf(c) >= 0;
  }

  private static boolean isBlankOr(String marks, char c) {
    return Character.isWhitespace(c) || marks.indexOf(c) >= 0;
  }

  /** Strips brackets and quotes that wrap the whole, or stand open at one end. */
  private static String unwrap(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlankOr("[【(（:：,，.。;；|｜-—·>》‧•・", text.charAt(from))) {
      from++;
    }
    while (from < to && isBlankOr("]】:：,，.。;；|｜-—<《‧•・▼▲▾▶►", text.charAt(to - 1))) {
      to--;
    }
    String t = text.substring(from, to);
    if (CLOSED_ONLY.matcher(t).matches()) {
      t = t.substring(0, t.length() - 1).strip();
    }
    if (t.length() > 2 && t.charAt(0) == '《' && t.indexOf('》') == t.length() - 1) {
      return t.substring(1, t.length() - 1);
    }
    if (t.length() > 2 && t.charAt(0) == '《' && t.indexOf('》') > 0) {
      return t.substring(1, t.indexOf('》'));
    }
    return t;
  }
}
