package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Labelled;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lists of all who had a hand in a Chinese text, a line each: 记者丨张三, 编辑丨李四. */
public final class Credits {
  /** Who helped the reporters of a line above. */
  private static final Pattern SECOND_ROLE =
      Pattern.compile(
          "[【\\[（(□■◆●▲]{0,2}\\s?(?:\\p{IsHan}{2,8}?)?(?:"
              + CreditWords.any("correspondent", "intern")
              + "|"
              + CreditWords.any("trainee", "rank")
              + CreditWords.any("reporter")
              + ")|[□■◆●▲]\\s?\\p{IsHan}{0,6}"
              + CreditWords.any("reporter"));

  private static final Pattern CREDIT =
      Pattern.compile(
          "[【\\[（(]?[\\p{IsHan}·]{0,8}"
              + CreditWords.any("reporter", "correspondent", "wrote", "drafted")
              + "\\s?[】\\]:：/／|｜丨]");

  /** What a line names one for, up to the name: 文字：, 记者/. */
  private static final Pattern ROLE = Pattern.compile("\\p{IsHan}{1,6}\\s?[:：/／|｜丨]");

  private static final int LIST = 14;
  private static final int LONGEST = 40;

  /** Others may stand between two who wrote. */
  private static final int REACH = 3;

  private Credits() {}

  /** Who reported, in the list at the end, however long that is. */
  public static List<Names> of(Draft draft) {
    List<Line> body = draft.body();
    List<Line> lines = new ArrayList<>(body.subList(Math.max(0, body.size() - LIST), body.size()));
    List<Line> below = draft.margins().below();
    lines.addAll(below.subList(0, Math.min(LIST, below.size())));
    lines.addAll(draft.margins().taken());
    List<Names> found = new ArrayList<>();
    for (Line line : lines) {
      if (line.text().length() <= LONGEST && CREDIT.matcher(line.plain()).lookingAt()) {
        found.addAll(Names.of(withNext(Bylines.inParts(line.text()), line, lines)));
      }
    }
    return found;
  }

  /**
   * With those of the lines below, where these go on: 记者 张三, and beneath it 通讯员 李四; or the same
   * role again.
   */
  static List<String> withNext(List<String> names, Line line, List<Line> lines) {
    if (names.isEmpty() || line.text().length() > LONGEST) {
      return names;
    }
    Matcher role = ROLE.matcher(line.plain());
    String same = role.lookingAt() ? role.group() : "\n";
    Set<String> all = new LinkedHashSet<>(names);
    int last = line.index();
    for (Line next : lines) {
      if (next.index() != last + 1
          || next.index() - line.index() > REACH
          || next.text().length() > LONGEST) {
        continue;
      }
      if (next.plain().startsWith(same) || SECOND_ROLE.matcher(next.plain()).lookingAt()) {
        all.addAll(Reporters.in(next.text()));
        last = next.index();
      } else if (isCredit(next)) {
        last = next.index();
      }
    }
    return List.copyOf(all);
  }

  private static boolean isCredit(Line line) {
    List<Labelled> labels = line.labels();
    return !labels.isEmpty() && labels.get(0).start() == 0;
  }
}
