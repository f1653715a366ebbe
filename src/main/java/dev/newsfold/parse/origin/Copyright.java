package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.people.PersonNames;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Finds whose a page is by the notices at its foot. */
public final class Copyright {
  /** The foot of a page is no longer than this. */
  private static final int FOOT = 40;

  private static final int MAX_FOOT_LINE = 300;

  /** How far beneath a text a note on it stands. */
  private static final int NEAR = 12;

  private final List<Line> lines;
  private final List<String> names;

  private Copyright(Draft draft) {
    lines = linesOf(draft);
    names = namesIn(lines);
    names.addAll(ofText(draft));
  }

  /** What the notices of a page say, read once. */
  private static Copyright of(Draft draft) {
    return draft.reading(Copyright.class, Copyright::new);
  }

  /** Whose the foot of the page says that it is, where the address or the title says so, too. */
  public static List<String> agreed(Draft draft) {
    String site = draft.article().getSite();
    List<String> ends = TitleEnds.of(draft).stream().map(Keys::of).toList();
    boolean han = TitleEnds.of(draft).stream().anyMatch(Text::hasHan);
    List<String> all = new ArrayList<>(names(draft));
    lines(draft).forEach(line -> all.addAll(RightsNotice.behindStop(line.text())));
    return all.stream()
        .filter(name -> Publishers.isNameOf(site, name) || ends.contains(Keys.of(name)))
        .filter(name -> !han || Text.hasHan(name)) // the address there, and the name in the title
        .toList();
  }

  /**
   * Whose the foot of the page says that it is; the lowest line first. That may be the company that
   * runs the site, or the maker of its templates.
   */
  public static List<String> names(Draft draft) {
    return of(draft).names;
  }

  /** The lines of the foot that say whose the page is, the lowest first. */
  static List<Line> lines(Draft draft) {
    return of(draft).lines;
  }

  private static List<String> namesIn(List<Line> lines) {
    List<String> names = new ArrayList<>();
    for (Line line : lines) {
      names.addAll(RightsNotice.names(line.text()));
    }
    return names;
  }

  /**
   * Whom a note close beneath the text, or taken out of it, names as the one whose text it is;
   * authors own theirs too, so that the name must be an outlet's.
   */
  private static List<String> ofText(Draft draft) {
    List<String> names = new ArrayList<>();
    List<Line> lines = draft.page().lines();
    Line last = draft.lastBodyLine();
    int from = last == null ? lines.size() : last.index() + 1;
    List<Line> notes = new ArrayList<>(lines.subList(from, Math.min(lines.size(), from + NEAR)));
    notes.addAll(draft.margins().taken());
    for (Line line : notes) {
      Matcher own = PublisherWords.OWN.matcher(Text.cut(line.text(), MAX_FOOT_LINE));
      while (own.find()) {
        if (PersonNames.isOutlet(own.group(1)) && !PublisherWords.isItself(own.group(1))) {
          names.add(own.group(1));
        }
      }
    }
    return names;
  }

  private static List<Line> linesOf(Draft draft) {
    List<Line> lines = draft.page().lines();
    Line last = draft.lastBodyLine();
    int from = Math.max(last == null ? 0 : last.index() + 1, lines.size() - FOOT);
    Line first = draft.firstBodyLine();
    if (draft.page().byScript() && first != null) {
      from = Math.max(0, first.index() - FOOT); // the text stands below the foot
    }
    List<Line> found = new ArrayList<>();
    for (int i = lines.size() - 1; i >= from; i--) {
      Line line = lines.get(i);
      if (line.text().length() <= MAX_FOOT_LINE
          && !line.block().tag().equals("figcaption")
          && RightsNotice.is(line.text())) {
        found.add(line);
      }
    }
    return found;
  }
}
