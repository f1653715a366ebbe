package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import org.jspecify.annotations.Nullable;

/** Looks for the visible line that says what the page claims as its headline. */
final class AgreedHeading {
  private static final int MAX_LINES = 1_500;

  /** A line that is word for word what the page tells machines outweighs the rank of a heading. */
  private static final double STATED = 0.2;

  /** A line that is no heading must say at least two CJK characters to be one. */
  private static final int MIN_WEIGHT = 6;

  private final PageView page;
  private final StructuredData data;
  private final Titles titles;
  private final Claims claims;

  AgreedHeading(PageView page, StructuredData data, Titles titles, Claims claims) {
    this.page = page;
    this.data = data;
    this.titles = titles;
    this.claims = claims;
  }

  /** The visible line that says most of what a title says. */
  @Nullable Heading find() {
    Heading best = null;
    int last = Math.min(page.lines().size(), MAX_LINES);
    int longest = claims.keys().stream().mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < last; i++) {
      Line line = page.lines().get(i);
      if (line.weight() < (line.isHeading() ? 1 : MIN_WEIGHT)
          || line.text().length() > longest * 2 + 20) {
        continue;
      }
      Block heading = Heading.around(line);
      if (heading != null
          && heading.firstLine() < i
          && Heading.around(page.lines().get(i - 1)) == heading) {
        continue;
      }
      Heading candidate = judge(line);
      if (candidate != null && (best == null || isBetter(candidate, best))) {
        best = candidate;
      }
    }
    return best;
  }

  /** Of two headings that agree alike with titles, the first, unless it may name a section. */
  private static boolean isBetter(Heading one, Heading best) {
    return one.score() > best.score()
        || one.score() == best.score()
            && Text.weight(best.text()) < Headlines.HEADLINE_WEIGHT
            && Text.weight(one.text()) >= Headlines.HEADLINE_WEIGHT;
  }

  /** A short item of a list names the section that the title names as well. */
  private static boolean isMenuItem(Line line) {
    Block item = line.block().within("li");
    return item != null
        && Heading.around(line) == null
        && line.weight() < Headlines.HEADLINE_WEIGHT;
  }

  private @Nullable Heading judge(Line line) {
    String text = Heading.text(page, line);
    String key = text.equals(line.text()) ? line.key() : Keys.of(text);
    if (key.isEmpty() || text.length() > Headlines.MAX_LENGTH) {
      return null;
    }
    double agreement = 0;
    for (String claim : claims.keys()) {
      double share = Claims.agreement(key, claim);
      boolean partial = share > 0 && share < 1 && !line.isHeading() && claims.isConfirmed(claim);
      agreement = Math.max(agreement, partial ? 0 : share);
      if (line.isHeading() && Claims.isCutShort(key, claim)) {
        agreement = Math.max(agreement, (double) claim.length() / key.length());
      }
    }
    // Hardly any line comes this far.
    if (agreement < Claims.MIN_SHARE
        || isMenuItem(line)
        || Kickers.isKicker(line) && !claims.keys().contains(key)
        || titles.namesSite(text)) {
      return null;
    }
    String stated = data.first("headline");
    if (stated != null && Keys.of(Claims.unescaped(stated)).equals(key)
        || claims.isConfirmed(key)
            && line.block().tag().equals("h1")
            && line.weight() >= Headlines.HEADLINE_WEIGHT) {
      agreement += STATED;
    }
    return Heading.of(page, line, agreement);
  }
}
