package dev.newsfold.parse.origin;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sourceUrl and originalHeadline. */
public final class Provenance {
  private static final int MAX_HEADLINE = 300;

  /** A day with a time of day: no headline holds one. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}\\s?[年/.-]\\s?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}\\s?日?\\s?\\d{1,2}[:：]\\d{2}");

  private static final PrefilteredPattern ORIGINAL = PrefilteredPattern.of("原.{0,4}?题");

  private static final String OPENING = "(（[【";
  private static final String CLOSING = ")）]】";

  /** Opening brackets, of which what they hold was cut off. */
  private static final Pattern OPEN_END = Pattern.compile("[\\s(（\\[【]+$");

  /** 《…》，有删节: a remark, and no more of the headline. */
  private static final Pattern REMARK = Pattern.compile("\\G[\\s，,。；;（(]");

  private static final Set<Label> CREDITS =
      EnumSet.of(Label.SOURCE, Label.EDITOR, Label.RESPONSIBLE_EDITOR, Label.AUTHOR);

  private static final int SHORTEST = 4;
  private static final int LONGEST_LABEL = 8;

  private Provenance() {}

  /** Sets the source, and the address of the link behind its name. */
  public static void set(Draft draft, Source source) {
    draft.article().setSource(source.name());
    String href = source.href();
    if (href != null) {
      String address = Addresses.resolve(draft.article().getUrl(), href);
      draft.article().setSourceUrl(address);
      if (address != null) {
        String rule = draft.evidence().winners().getOrDefault("source", "text");
        draft.evidence().won("sourceUrl", rule + ", link", address);
      }
    }
  }

  /** Why a text is no headline of the source; null if it can be. */
  public static @Nullable String whyNoHeadline(Draft draft, String text) {
    return MOMENT.matcher(text).find() ? "a post and its time" : null;
  }

  /** Headlines behind 原标题 around the text and below. */
  public static List<String> originals(Draft draft) {
    Regions margins = draft.margins();
    List<String> originals = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.all());
    Line title = draft.headline().line();
    Line first = title == null ? draft.firstBodyLine() : title;
    if (first != null) { // with what is hidden: some templates show it by a script, or never
      lines.addAll(draft.page().lines().subList(first.index(), draft.page().lines().size()));
    }
    for (Line line : lines) {
      // Nearly all lines of a page end here: the search for one char is by far the fastest.
      if (line.plain().indexOf('原') < 0 || !ORIGINAL.isIn(line.plain())) {
        continue;
      }
      if (line.text().length() > MAX_HEADLINE + 40) {
        continue;
      }
      for (Labelled found : line.labels()) {
        if (found.label() == Label.ORIGINAL_HEADLINE) {
          add(originals, headlineValue(line, found));
        }
      }
      Line next = draft.page().line(line.index() + 1);
      if (next != null
          && line.text().length() <= LONGEST_LABEL
          && line.labelEndingAt(line.text().length()) == Label.ORIGINAL_HEADLINE) {
        add(originals, next.text());
      }
    }
    return originals;
  }

  private static void add(List<String> originals, String value) {
    String text = bare(value);
    if (text.length() >= SHORTEST && text.length() <= MAX_HEADLINE) {
      originals.add(text);
    }
  }

  /**
   * A headline may hold what looks like a label: it ends with its line, with the bracket that it
   * stands in, or before a blank and the name of an editor or a source.
   */
  private static String headlineValue(Line line, Labelled label) {
    String rest = line.text().substring(label.valueStart());
    int end = rest.length();
    for (Labelled next : line.labels()) {
      int at = next.start() - label.valueStart();
      if (at > 0 && at < end && CREDITS.contains(next.label()) && isSetOff(rest, at)) {
        end = at;
      }
    }
    String value = OPEN_END.matcher(rest.substring(0, end)).replaceFirst("");
    boolean bracketed =
        label.start() > 0 && OPENING.indexOf(line.text().charAt(label.start() - 1)) >= 0;
    int closed = unmatched(value);
    return closed >= 0 && (bracketed || closed == value.length() - 1)
        ? value.substring(0, closed)
        : value;
  }

  private static boolean isSetOff(String text, int at) {
    char before = text.charAt(at - 1);
    return Character.isWhitespace(before) || OPENING.indexOf(before) >= 0;
  }

  /** Where the first bracket closes that was not opened; -1 if none does. */
  private static int unmatched(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      if (OPENING.indexOf(text.charAt(i)) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(text.charAt(i)) >= 0 && --depth < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Without the quotes around all of it; behind the closing one nothing of a headline follows. */
  private static String bare(String text) {
    String t = text.strip();
    int close = t.indexOf('》');
    boolean wrapped = t.length() > 2 && t.charAt(0) == '《' && close > 0;
    boolean whole = wrapped && (close == t.length() - 1 || REMARK.matcher(t).find(close + 1));
    return whole ? t.substring(1, close).strip() : t;
  }
}
