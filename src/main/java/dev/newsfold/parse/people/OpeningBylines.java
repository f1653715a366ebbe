package dev.newsfold.parse.people;

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
  /** The names alone in the bracket behind a dateline. */
  private static final Pattern DATED =
      Pattern.compile(
          "^[^，。！？；]{2,24}?(?:\\d{1,2}日|[网报社])?(?:电|讯|消息|报道)\\s?(?:题[:：][^，。]{2,30})?[(（]([\\p{IsHan}·、\\s]{2,40})[)）]");

  /** Where one role ends and what stands behind it begins: 甲报记者 |, 甲报讯 记者. */
  private static final Pattern ROLE =
      Pattern.compile(
          "^(?:[^，。！？；:：（(]{1,20}?(?:[网报社台刊闻道线经讯电点频务]|客户端|全媒体|融媒体|本报|首席|见习|实习|特约|驻\\p{IsHan}{2,6})\\s?|)(?:首席|见习|实习|特约)?记者(?=\\s?[\\s|｜丨/／:：])[\\s|｜丨/／:：]{1,3}"
              + "|^[^，。！？；:：（(]{2,20}?[讯电]\\s(?:首席|见习|实习|特约)?记者[\\s|｜丨/／:：]{0,3}");

  /** Behind the first names, more of them with another role. */
  private static final Pattern NEXT_ROLE =
      Pattern.compile("[\\s、，]?(?:[\\p{IsHan}·]{0,8}(?:见习|实习)?记者|通讯员|实习生)[\\s|｜丨/／:：]{0,2}");

  private static final Pattern NAMES =
      Pattern.compile(
          "((?:\\p{IsHan}{2,3}|\\p{IsHan}{1,6}·\\p{IsHan}{1,8}|\\p{IsHan}"
              + " \\p{IsHan})(?:[、，,\\s]{1,2}(?:\\p{IsHan}{2,3}|\\p{IsHan}{1,6}·\\p{IsHan}{1,8}))*?)(?=\\s\\p{IsHan}{4}|\\s[^\\p{IsHan}]|[\\s、，]?(?:通讯员|实习生)|\\s\\p{IsHan}{2,3}[^\\p{IsHan}\\s、]|(?:综合|摄影)?报道[:：，])");

  /** 甲网讯 张三报道：, where no role stands before the names. */
  private static final Pattern REPORTED =
      Pattern.compile(
          "^[^，。！？；:：（(]{2,20}?(?:[讯电]\\s|[讯电][】〕]\\s?(?:记者)?)((?:\\p{IsHan}{2,3}[、\\s]){0,3}\\p{IsHan}{2,3})(?<![社台报网刊])(?:综合|摄影)?报道[:：]");

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
