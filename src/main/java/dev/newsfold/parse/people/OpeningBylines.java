package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the reporters whom the first line of a Chinese report names before it begins to tell:
 * 甲网成都2月19日电 (张三 李四) 记者…, 甲新闻记者 张三 今天上午….
 */
final class OpeningBylines {
  /** What may stand between a role and a name. */
  private static final String GAP = "[\\s|｜丨/／:：]";

  private static final String NO_STOP = "[^，。！？；:：（(]";
  private static final String REPORTER = CreditWords.any("reporter");
  private static final String HELPER = CreditWords.any("correspondent", "intern");
  private static final String RANK = CreditWords.any("rank", "trainee");
  private static final String WIRE = CreditWords.any("wire", "bulletin");
  private static final String NAME = "\\p{IsHan}{2,3}";
  private static final String DOTTED = "\\p{IsHan}{1,6}·\\p{IsHan}{1,8}";

  /** What was done by those named. */
  private static final String REPORTED_SO =
      CreditWords.any("report kind") + "?" + CreditWords.any("report");

  /** The names alone in the bracket behind a dateline. */
  private static final Pattern DATED =
      Pattern.compile(
          "^[^，。！？；]{2,24}?(?:\\d{1,2}日|"
              + CreditWords.any("outlet end")
              + ")?"
              + CreditWords.any("wire", "bulletin", "message", "report")
              + "\\s?(?:"
              + CreditWords.any("titled")
              + "[:：][^，。]{2,30})?[(（]([\\p{IsHan}·、\\s]{2,40})[)）]");

  /** Where one role ends and what stands behind it begins: 甲报记者 |, 甲报讯 记者. */
  private static final Pattern ROLE =
      Pattern.compile(
          "^(?:"
              + NO_STOP
              + "{1,20}?(?:"
              + CreditWords.any("outlet end", "newsroom", "rank", "trainee")
              + "|"
              + CreditWords.any("posted")
              + "\\p{IsHan}{2,6})\\s?|)%s?%s(?=\\s?%s)%3$s{1,3}".formatted(RANK, REPORTER, GAP)
              + "|^%s{2,20}?%s\\s%s?%s%s{0,3}".formatted(NO_STOP, WIRE, RANK, REPORTER, GAP));

  /** Behind the first names, more of them with another role. */
  private static final Pattern NEXT_ROLE =
      Pattern.compile(
          "[\\s、，]?(?:[\\p{IsHan}·]{0,8}%s?%s|%s)%s{0,2}"
              .formatted(CreditWords.any("trainee"), REPORTER, HELPER, GAP));

  private static final Pattern NAMES =
      Pattern.compile(
          "((?:%1$s|%2$s|\\p{IsHan} \\p{IsHan})(?:[、，,\\s]{1,2}(?:%1$s|%2$s))*?)"
                  .formatted(NAME, DOTTED)
              + "(?=\\s\\p{IsHan}{4}|\\s[^\\p{IsHan}]|[\\s、，]?"
              + HELPER
              + "|\\s\\p{IsHan}{2,3}[^\\p{IsHan}\\s、]|"
              + REPORTED_SO
              + "[:：，])");

  /** 甲网讯 张三报道：, where no role stands before the names. */
  private static final Pattern REPORTED =
      Pattern.compile(
          "^%s{2,20}?%s(?:\\s|[】〕]\\s?%s?)".formatted(NO_STOP, WIRE, REPORTER)
              + "((?:%1$s[、\\s]){0,3}%1$s)(?<!%2$s)".formatted(NAME, CreditWords.any("outlet end"))
              + REPORTED_SO
              + "[:：]");

  private static final int LONGEST_HEAD = 90;

  private OpeningBylines() {}

  /** The names at the head of a line that goes on with the report; none if it names nobody. */
  static List<String> in(String line) {
    String head = line.length() > LONGEST_HEAD ? line.substring(0, LONGEST_HEAD) : line;
    String text = Text.plain(head);
    Matcher dated = DATED.matcher(text);
    if (dated.find()) {
      String list = head.substring(dated.start(1), dated.end(1));
      return PersonNames.isAllChinese(list) ? PersonNames.chinese(list, false) : List.of();
    }
    Matcher reported = REPORTED.matcher(text);
    if (reported.find() && PersonNames.isAllChinese(reported.group(1))) {
      return PersonNames.chinese(head.substring(reported.start(1), reported.end(1)), false);
    }
    Set<String> names = new LinkedHashSet<>();
    Matcher role = ROLE.matcher(text);
    int at = role.find() ? role.end() : -1;
    while (at >= 0) {
      Matcher list = NAMES.matcher(text).region(at, text.length());
      if (!list.lookingAt() || !PersonNames.isAllChinese(list.group(1))) {
        break;
      }
      names.addAll(PersonNames.chinese(head.substring(list.start(1), list.end(1)), false));
      Matcher next = NEXT_ROLE.matcher(text).region(list.end(), text.length());
      at = next.lookingAt() ? next.end() : -1;
    }
    return List.copyOf(names);
  }
}
