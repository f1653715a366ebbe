package dev.newsfold.parse.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where portals print who, when and where from: around the headline, at the edges of the body, and
 * below it. Lines the body cleaner has dropped are here too; hidden ones are not.
 *
 * @param beneath from the headline to the body, headline excluded
 * @param above before the headline, nearest first
 * @param opening the first lines of the body, with what was taken out from between them
 * @param closing the last lines of the body
 * @param taken short lines that the body cleaner took out of the body, last first
 * @param below after the body, nearest first
 */
public record Regions(
    List<Line> beneath,
    List<Line> above,
    List<Line> opening,
    List<Line> closing,
    List<Line> taken,
    List<Line> below) {

  private static final int BENEATH = 40;
  private static final int ABOVE = 12;
  private static final int EDGE = 4;
  private static final int OPENING = 14;
  private static final int SHORT = 120;
  private static final int BELOW = 60;

  /** Those of a page with this headline and these lines of an article's text. */
  public static Regions of(PageView page, Headline headline, List<Line> body) {
    List<Line> lines = page.lines();
    Line title = headline.line();
    Line first = body.isEmpty() ? null : body.get(0);
    Line last = body.isEmpty() ? null : body.get(body.size() - 1);
    int bodyStart =
        first == null
            ? (title == null ? 0 : Math.min(lines.size(), title.index() + 1 + EDGE))
            : first.index();
    int bodyEnd = last == null ? bodyStart : last.index() + 1;
    Line ahead = title != null && title.index() < bodyStart ? title : null;
    // What a page shows above a text that its script adds, it shows above any text.
    Block added =
        ahead == null && page.byScript() && first != null ? first.block().within("article") : null;
    boolean bare = added != null;
    int reach = added != null ? added.firstLine() : Math.max(0, bodyStart - BENEATH);
    int from = ahead == null ? reach : ahead.index() + 1;
    int titleAt = ahead == null ? from : ahead.index();
    return new Regions(
        shown(lines, from, Math.min(bodyStart, from + BENEATH)),
        reversed(shown(lines, bare ? titleAt : Math.max(0, titleAt - ABOVE), titleAt)),
        opening(lines, body, bodyStart, bodyEnd),
        shown(lines, Math.max(bodyStart, bodyEnd - EDGE), bodyEnd),
        taken(lines, body, bodyStart, bodyEnd),
        shown(lines, bodyEnd, Math.min(lines.size(), bodyEnd + BELOW)));
  }

  /** Beneath the headline, then above it, nearest first. */
  public List<Line> aroundHeadline() {
    return concat(beneath, above);
  }

  /** The line that follows one of these lines on the page, if it is beside it here too. */
  public static @Nullable Line after(List<Line> lines, int at) {
    int index = lines.get(at).index() + 1;
    if (at + 1 < lines.size() && lines.get(at + 1).index() == index) {
      return lines.get(at + 1);
    }
    return at > 0 && lines.get(at - 1).index() == index ? lines.get(at - 1) : null;
  }

  /** At the end of the body, last line first, then below it, then what stood inside. */
  public List<Line> aroundEnd() {
    return concat(concat(reversed(closing), below), taken);
  }

  /** All of it: around the headline, the body's edges, below. */
  public List<Line> all() {
    return concat(concat(aroundHeadline(), opening), aroundEnd());
  }

  /**
   * The first lines, and, a little further on, what the body cleaner took out from between them.
   */
  private static List<Line> opening(List<Line> lines, List<Line> body, int start, int end) {
    List<Line> opening = new ArrayList<>(shown(lines, start, Math.min(start + EDGE, end)));
    Set<Line> text = new HashSet<>(body.subList(0, Math.min(OPENING, body.size())));
    for (Line line : shown(lines, start + EDGE, Math.min(start + OPENING, end))) {
      if (!text.contains(line)) {
        opening.add(line);
      }
    }
    return opening;
  }

  private static List<Line> taken(List<Line> lines, List<Line> body, int start, int end) {
    Set<Line> text = new HashSet<>(body);
    List<Line> taken = new ArrayList<>();
    for (int i = end - 1; i >= start && taken.size() < BELOW; i--) {
      Line line = lines.get(i);
      if (!line.hidden() && line.text().length() <= SHORT && !text.contains(line)) {
        taken.add(line);
      }
    }
    return taken;
  }

  private static List<Line> shown(List<Line> lines, int from, int to) {
    List<Line> shown = new ArrayList<>();
    for (int i = Math.max(0, from); i < to; i++) {
      if (!lines.get(i).hidden()) {
        shown.add(lines.get(i));
      }
    }
    return shown;
  }

  private static List<Line> reversed(List<Line> lines) {
    List<Line> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<Line> concat(List<Line> a, List<Line> b) {
    List<Line> all = new ArrayList<>(a.size() + b.size());
    all.addAll(a);
    all.addAll(b);
    return all;
  }
}
