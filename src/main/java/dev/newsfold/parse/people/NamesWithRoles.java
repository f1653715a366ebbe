package dev.newsfold.parse.people;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.people.WesternBylines.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Full names beneath the headline that neither a word nor a class announces, known by what stands
 * behind them in an element or a line of its own: an outlet, or what the one named does.
 */
public final class NamesWithRoles {
  private static final Pattern PARTS = Pattern.compile("[,|•·–—/(]|\\s-\\s");
  private static final Pattern AROUND = Pattern.compile("^[\\s,|•·–—/(-]++");

  private static final int MAX_LINE = 120;
  private static final int LONGEST_ROLE = 60;
  private static final int LONGEST_NAME = 30;

  /** What those do who write for papers, by one word. */
  private static final Set<String> OCCUPATIONS = BylineWords.of("writes");

  private static final int MOST_WORDS = 7;

  private NamesWithRoles() {}

  /** The names of the first lines that show any so. */
  static void beneath(Regions margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.beneath());
    margins.opening().stream().filter(l -> l.text().length() <= MAX_LINE).forEach(lines::add);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String name = line.text().length() > MAX_LINE || line.isHeading() ? "" : nameIn(line);
      if (name.isEmpty()
          && line.text().length() <= WesternNames.MAX_NAME
          && WesternNames.isFullName(line.text())
          && tellsRole(Regions.after(lines, i))) {
        name = line.text();
      }
      if (!name.isEmpty()) {
        WesternBylines.add(found, "text:name with a role", List.of(name));
        return;
      }
    }
  }

  /** True for a line that is such a name, or what the one named in a line before it does. */
  public static boolean isIn(Line line) {
    return !line.isHeading()
        && (line.text().length() <= LONGEST_ROLE
                && (tellsWork(line.text()) || !nameIn(line).isEmpty())
            || line.text().length() <= MAX_LINE && isByline(line.spaced()));
  }

  /** By Jane Roe: the word that opens a byline, and then a full name. */
  private static boolean isByline(String text) {
    boolean opens =
        BylineStart.opens(text) || BylineEnds.withoutPictured(text).length() < text.length();
    List<String> names = opens ? WesternNames.in(text) : List.of();
    return !names.isEmpty() && CaselessNames.isFullNameOfAnyScript(names.get(0));
  }

  /** {@code <span>Jane Roe</span><span>Gazette News</span>}. */
  private static String nameIn(Line line) {
    for (Span span : line.spans()) {
      if (span.start() == 0 && WesternNames.isFullName(span.text())) {
        String rest = line.text().substring(Math.min(line.text().length(), span.text().length()));
        if (isRole(AROUND.matcher(rest).replaceFirst(""))) {
          return span.text();
        }
      }
    }
    return "";
  }

  /** Jane Roe: true for a paragraph that is a full name and nothing else. */
  public static boolean isName(Line line) {
    return line.block().tag().equals("p")
        && line.block().lineCount() == 1
        && line.links().isEmpty()
        && line.text().length() <= LONGEST_NAME
        && WesternNames.isFullName(line.text());
  }

  /** True for a line beneath a text that names its author and says no more. */
  public static boolean signs(Line line) {
    return line.text().length() <= LONGEST_ROLE
        && line.links().isEmpty()
        && ClassBylines.isOfAuthor(line)
        && WesternNames.isFullName(PARTS.split(line.text() + ' ', 2)[0].strip());
  }

  private static boolean tellsRole(@Nullable Line next) {
    return next != null
        && next.text().length() <= LONGEST_ROLE
        && !next.isHeading()
        && tellsWork(next.text());
  }

  private static boolean isRole(String rest) {
    String first = PARTS.split(rest + ' ', 2)[0].strip();
    return !first.isEmpty()
        && first.length() <= LONGEST_ROLE
        && (tellsWork(first) || WesternOutlets.isOutlet(first));
  }

  /** True for words that say what somebody does: Senior Reporter, Redakteurin. */
  private static boolean tellsWork(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[ ,.:|/]+", MOST_WORDS + 2);
    return words.length <= MOST_WORDS
        && (OCCUPATIONS.contains(words[words.length - 1]) || OCCUPATIONS.contains(words[0]));
  }
}
