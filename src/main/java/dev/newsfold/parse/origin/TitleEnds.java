package dev.newsfold.parse.origin;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the site's name in the end of a page's title that is no part of its headline. */
public final class TitleEnds {
  /** Between a headline and what sites append to it. Dashes count only with space around them. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*+[|｜_¦‖│]++\\s*+|\\s++[-–—·•:/\\\\]++\\s++|\\s*+(?:--++|——++|[»›«‹])\\s*+|\\s*+//\\s*+");

  /** In Chinese, dashes between a headline and a site have no space around them. */
  private static final Pattern TIGHT = Pattern.compile("\\s*+[-–—_|｜]++\\s*+");

  private static final Pattern AROUND = Pattern.compile("^[\\s|_–—:·【-]++|[\\s|_–—:·】-]++$");

  private static final Pattern HOME =
      Pattern.compile("(?:https?://[^/]++)?/?(?:(?:index|default)\\.\\w{3,5})?");

  private static final int MAX_TITLE = 400;
  private static final int MAX_LINES = 2_000;

  private TitleEnds() {}

  /**
   * Ends of the title that are the site's name by what else the page says: its address, the link to
   * its home page or its foot.
   */
  public static List<String> agreed(Draft draft) {
    List<String> ends = of(draft);
    if (ends.isEmpty()) {
      return ends;
    }
    Set<String> links = homeLinks(draft);
    List<String> foot = Copyright.lines(draft).stream().map(line -> Keys.of(line.text())).toList();
    String site = draft.article().getSite();
    return ends.stream()
        .filter(
            end -> {
              String key = Keys.of(end);
              return Publishers.isNameOf(site, end)
                  || links.contains(key)
                  || key.length() > 2 && foot.stream().anyMatch(line -> line.contains(key));
            })
        .toList();
  }

  /** What follows the headline in the title, if it is one part and nothing else. */
  public static @Nullable String alone(Draft draft) {
    List<String> ends = of(draft);
    String title = Keys.of(draft.page().title());
    String headline = Keys.of(draft.headline().text());
    boolean rest =
        ends.size() == 1 && headline.length() > 4 && title.equals(headline + Keys.of(ends.get(0)));
    return rest && !PublisherWords.namesAuthor(ends.get(0)) ? ends.get(0) : null;
  }

  /** The parts of the title, from the last to the first, that are no part of the headline. */
  static List<String> of(Draft draft) {
    String title = Text.cut(draft.page().title(), MAX_TITLE);
    List<String> parts = parts(SEPARATOR, title);
    if (Text.hasHan(title)) {
      parts = parts.stream().flatMap(part -> parts(TIGHT, part).stream()).toList();
    }
    String headline = Keys.of(draft.headline().text());
    List<String> ends = new ArrayList<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      String key = Keys.of(parts.get(i));
      if (parts.size() > 1
          && !key.isEmpty()
          && !headline.contains(key)
          && !key.contains(headline)) {
        ends.add(parts.get(i));
      }
    }
    return ends;
  }

  private static List<String> parts(Pattern separator, String title) {
    List<String> parts = new ArrayList<>();
    for (String part : separator.split(title)) {
      if (!part.isBlank()) {
        parts.add(AROUND.matcher(part).replaceAll(""));
      }
    }
    return parts;
  }

  private static Set<String> homeLinks(Draft draft) {
    Set<String> names = new HashSet<>();
    List<Line> lines = draft.page().lines();
    String site = draft.article().getSite();
    for (Line line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      for (Span link : line.links()) {
        String to = link.href();
        if (to.length() <= 200
            && HOME.matcher(to).matches()
            && (!to.startsWith("http") || site.isEmpty() || Addresses.outlet(to).equals(site))) {
          names.add(Keys.of(link.text()));
        }
      }
    }
    return names;
  }
}
