package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the periodical that a text was printed in, where the page refers to its issue. */
public final class Periodicals {
  /** （摘自《…》2000年第2期）《新华文摘》2000年第9期: the last one named, outside of brackets. */
  private static final Pattern ISSUE =
      Pattern.compile(
          "(?:^|[)）]\\s?)[—\\s]{0,4}《([^《》]{2,20})》\\s?\\d{4}\\s?年?\\s?第?\\s?\\d{1,3}\\s?期\\s?$");

  /** A reference by GB/T 7714: {@code 张三. 题名[J]. 刊名, 2018, 8(2): 7-16}. */
  private static final Pattern CITED =
      Pattern.compile("\\[J(?:/OL)?\\]\\s?[.．。]?\\s?([^,，.．:：\\[\\]]{2,30})[,，]\\s?\\d{4}");

  private static final int MAX_LINE = 500;
  private static final int MIN_KEY = 6;

  private Periodicals() {}

  /** The periodical whose issue stands at the end of the text. */
  public static List<Source> issue(Draft draft) {
    List<String> names = new ArrayList<>();
    for (Line line : draft.margins().aroundEnd()) {
      String text = line.text();
      if (text.length() <= MAX_LINE && text.endsWith("期") && text.indexOf('《') >= 0) {
        Matcher m = ISSUE.matcher(text);
        if (m.find()) {
          names.add(m.group(1));
        }
      }
    }
    return Sources.named(names);
  }

  /** The journal in the reference by which this very article asks to be cited. */
  public static List<Source> cited(Draft draft) {
    List<String> names = new ArrayList<>();
    String headline = Keys.of(draft.headline().text());
    for (Line line : draft.page().lines()) {
      String text = line.text();
      if (text.length() > MAX_LINE || headline.length() < MIN_KEY || !text.contains("[J")) {
        continue;
      }
      Matcher m = CITED.matcher(text);
      if (m.find() && Keys.of(text.substring(0, m.start())).contains(headline)) {
        names.add(m.group(1).strip());
      }
    }
    return Sources.named(names);
  }
}
