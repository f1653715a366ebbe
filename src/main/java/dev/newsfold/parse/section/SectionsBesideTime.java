package dev.newsfold.parse.section;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the section that stands in the line of the time beneath the headline, among the author and
 * counters: Jane Roe | 20 January 2021 | Opinion, 张三 · 2021-01-20 · 专栏.
 */
final class SectionsBesideTime {
  private static final Pattern PARTS = Pattern.compile("\\s*[|｜·•]\\s*|\\s[/–—-]\\s");

  private static final int MAX_LINE = 120;
  private static final int MOST_PARTS = 6;

  private SectionsBesideTime() {}

  /** Sections that most papers have, each a part of its own of such a line. */
  static List<String> in(Draft draft) {
    List<String> names = new ArrayList<>();
    for (Line line : draft.margins().beneath()) {
      String text = line.text().length() > MAX_LINE ? "" : line.spaced();
      StatedTime time = TimeText.scan(text, TimeContext.ANY_TIME).first();
      if (time == null || line.isHeading()) {
        continue;
      }
      String rest = text.substring(0, time.start()) + " | " + text.substring(time.end());
      for (String part : PARTS.split(rest.strip(), MOST_PARTS)) {
        if (SectionNames.isCommon(part) && !SectionNames.isNavigation(part)) {
          names.add(part.strip());
        }
      }
    }
    return names;
  }
}
