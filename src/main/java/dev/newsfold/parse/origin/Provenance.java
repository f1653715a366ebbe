package dev.newsfold.parse.origin;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sourceUrl and originalHeadline. */
public final class Provenance {
  private static final int MAX_HEADLINE = 300;

  /** A day with a time of day: no headline holds one. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}\\s?[年/.-]\\s?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}\\s?日?\\s?\\d{1,2}[:：]\\d{2}");

  private static final PrefilteredPattern ORIGINAL = PrefilteredPattern.of("原\\s?文?标?\\s?题");

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
    Line first = draft.firstBodyLine();
    if (first != null) {
      lines.addAll(draft.page().lines().subList(first.index(), draft.page().lines().size()));
    }
    for (Line line : lines) {
      // Nearly all lines of a page end here: the search for one char is by far the fastest.
      if (line.plain().indexOf('原') < 0 || !ORIGINAL.isIn(line.plain())) {
        continue;
      }
      for (Labelled found : line.labels()) {
        if (found.label() == Label.ORIGINAL_HEADLINE && line.text().length() <= MAX_HEADLINE + 40) {
          String text = bare(headlineValue(line.text(), found));
          if (text.length() >= 4 && text.length() <= MAX_HEADLINE) {
            originals.add(text);
          }
        }
      }
    }
    return originals;
  }

  /** A headline may hold what looks like a label: it ends with its line or bracket. */
  private static String headlineValue(String line, Labelled label) {
    boolean bracketed = label.start() > 0 && "(（[【".indexOf(line.charAt(label.start() - 1)) >= 0;
    String rest = line.substring(label.valueStart());
    if (!bracketed) {
      return rest;
    }
    String closing = ")）]】";
    int end = rest.length();
    while (end > 0 && closing.indexOf(rest.charAt(end - 1)) < 0) {
      end--;
    }
    return end > 0 ? rest.substring(0, end - 1) : rest;
  }

  private static String bare(String text) {
    String t = text.strip();
    boolean wrapped =
        t.length() > 2
            && t.charAt(0) == '《'
            && t.charAt(t.length() - 1) == '》'
            && t.indexOf('》') == t.length() - 1;
    return wrapped ? t.substring(1, t.length() - 1).strip() : t;
  }
}
