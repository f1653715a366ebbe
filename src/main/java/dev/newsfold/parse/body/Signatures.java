package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.AgencyNames;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Sentences;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What desks and agencies set beneath a text and nothing else in the line: {@code (dpa/jr)}, {@code
 * EFE}, {@code J.R.}, {@code ***}, 记者：张三　来源：甲报, 甲报‧2021.02.19.
 */
final class Signatures {
  /** {@code (dpa/jr)}, {@code jr/abc}: the initials of those who wrote and edited. */
  private static final Pattern INITIALS =
      Pattern.compile(
          "[(（\\[]?(?:\\p{Ll}{2,5}(?:\\s?[/,]\\s?\\p{Ll}{2,5}){1,3}|\\p{Lu}\\.(?:\\s?-?\\p{Lu}\\.){1,3})[)）\\]]?");

  private static final Pattern REPORTER =
      Pattern.compile(
          "[\\s\\p{IsHan}·、(（]{0,16}"
              + CreditWords.any("reporter", "correspondent")
              + "[\\s/][\\s\\p{IsHan}·、]{2,24}");

  /** 甲报‧报道：张三‧2021.02.19, （甲报‧2021.02.19）. */
  private static final Pattern DATED =
      Pattern.compile(
          "[\\p{IsHan}/／:：‧·•・()（）\\s]{2,40}[‧·•・]\\s?(?:19|20)\\d{2}[-./年]\\d{1,2}[-./月]\\d{1,2}日?[)）]?");

  /** Brackets, dashes and stops around the name of an agency. */
  private static final Pattern AROUND = Pattern.compile("^[\\s(（\\[—–-]++|[\\s)）\\].—–-]++$");

  /** What is said of a text as a whole, and not by those who tell its story. */
  private static final Set<Label> OF_THE_TEXT =
      EnumSet.of(
          Label.SOURCE,
          Label.EDITOR,
          Label.RESPONSIBLE_EDITOR,
          Label.PICTURE,
          Label.PUBLISHED,
          Label.OTHER);

  private static final int LONGEST = 40;
  private static final int LONGEST_LABELS = 80;

  private Signatures() {}

  /** True for a line beneath a text that signs it, or marks its end. */
  static boolean is(Line line) {
    String text = line.text();
    if (text.chars().noneMatch(Character::isLetterOrDigit)) {
      return true;
    }
    if (text.length() > LONGEST) {
      return isCredits(line);
    }
    String bare = AROUND.matcher(text).replaceAll("");
    return INITIALS.matcher(text).matches()
        || DATED.matcher(text).matches()
        || AgencyNames.contains(bare)
        || isCredits(line);
  }

  /** （作者：张三 编辑：李四）, 甲报记者 张三 来源：甲报: names, and what is said of the text as a whole. */
  private static boolean isCredits(Line line) {
    List<Labelled> labels = line.text().length() > LONGEST_LABELS ? List.of() : line.labels();
    return !labels.isEmpty()
        && (labels.size() > 1 && labels.get(0).start() <= 1
            || REPORTER.matcher(line.plain().substring(0, labels.get(0).start())).matches())
        && !Sentences.isComplete(line.text())
        && labels.stream()
            .anyMatch(l -> OF_THE_TEXT.contains(l.label()) && l.separated(line.plain()));
  }
}
