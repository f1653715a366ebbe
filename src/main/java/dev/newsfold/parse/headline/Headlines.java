package dev.newsfold.parse.headline;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline by agreement: what the page shows as its heading, what it gives as its title,
 * and what it tells machines. Where a visible line agrees with a title, the line wins: it has the
 * exact wording and no site's name behind it.
 */
public final class Headlines {
  private static final int MAX_LENGTH = 300;
  private static final int MAX_LINES = 1_500;

  /** A line that says less of a title than this is not its headline. */
  private static final double MIN_SHARE = 0.3;

  /** A line that is word for word what the page tells machines outweighs the rank of a heading. */
  private static final double STATED = 0.2;

  /** A heading that says less may be the name of a section. */
  private static final int HEADLINE_WEIGHT = 24;

  /** A line that is no heading must say at least two CJK characters to be one. */
  private static final int MIN_WEIGHT = 6;

  /** A title that a heading begins with, and goes on, says at least this share of it. */
  private static final double CUT_SHORT = 0.5;

  private static final int MIN_CUT_SHORT = 12;

  private static final List<String> TITLE_METAS =
      List.of(
          "og:title",
          "twitter:title",
          "articletitle",
          "parsely-title",
          "sailthru.title",
          "dc.title",
          "dcterms.title",
          "headline",
          "hdl",
          "title");

  private final PageView page;
  private final StructuredData data;
  private final Titles titles;
  private final Set<String> claims = new LinkedHashSet<>();

  /** The claims of JSON-LD alone. */
  private final Set<String> headlines = new HashSet<>();

  /** Who makes a claim. */
  private enum Source {
    DATA,
    META,
    TITLE
  }

  private final Map<String, Set<Source>> sources = new HashMap<>();

  private Headlines(Draft draft) {
    page = draft.page();
    data = draft.data();
    titles = new Titles(page, data);
    for (StructuredData.Finding finding : data.all("headline")) {
      claim(Source.DATA, finding.value());
      if (finding.rule().startsWith("json-ld")) {
        headlines.add(Keys.of(finding.value()));
      }
    }
    for (String meta : TITLE_METAS) {
      page.meta().all(meta).forEach(title -> claim(Source.META, title));
    }
    claim(Source.TITLE, page.title());
  }

  /** The rules, with what a page claims as its headline read once. */
  public static Headlines of(Draft draft) {
    return draft.reading(Headlines.class, Headlines::new);
  }

  /** Why a text cannot be a headline; null if it can. */
  public static @Nullable String refusal(Draft draft, Headline headline) {
    return headline.text().isBlank() ? "empty" : null;
  }

  /** The visible line that says most of what a title says. */
  public @Nullable Headline agreed() {
    Heading agreed = agreedHeading();
    return agreed == null ? null : headline(agreed);
  }

  private void claim(Source source, String title) {
    if (!title.isBlank() && title.length() <= MAX_LENGTH * 2 && !titles.namesSite(title)) {
      claim(source, Keys.of(title), title);
      String stripped = titles.strip(title);
      if (stripped.length() < title.length() && !titles.namesSite(stripped)) {
        claim(source, Keys.of(stripped), stripped);
      }
    }
  }

  private void claim(Source source, String key, String title) {
    claims.add(key);
    sources.computeIfAbsent(key, k -> EnumSet.noneOf(Source.class)).add(source);
  }

  private boolean isConfirmed(String key) {
    Set<Source> by = sources.get(key);
    return by != null && by.size() > 1;
  }

  private Headline headline(Heading heading) {
    List<Line> parts = heading.parts(page);
    return new Headline(Kickers.off(parts, heading.text(), claims, headlines), heading.line());
  }

  /** The headline in JSON-LD, if the page's title is the same, and its heading words it anew. */
  public @Nullable Headline dataAndTitle() {
    String title = titles.strip(page.title());
    if (!headlines.contains(Keys.of(title)) || Text.weight(title) < HEADLINE_WEIGHT) {
      return null;
    }
    Headline shown = onlyHeading();
    return new Headline(title, shown == null ? null : shown.line());
  }

  public List<Headline> fromData() {
    return data.all("headline").stream()
        .map(StructuredData.Finding::value)
        .filter(value -> !titles.namesSite(value))
        .map(value -> unseen(titles.strip(value)))
        .toList();
  }

  public List<Headline> fromMeta() {
    return TITLE_METAS.stream()
        .flatMap(name -> page.meta().all(name).stream())
        .filter(value -> !titles.namesSite(value))
        .map(value -> unseen(titles.strip(value)))
        .toList();
  }

  public @Nullable Headline fromTitle() {
    return titles.isHeadless(page.title()) ? null : unseen(titles.strip(page.title()));
  }

  private static Headline unseen(String text) {
    return new Headline(text, null);
  }

  /** What stands last in a longer title names the site. */
  private boolean endsTitle(String text) {
    String key = Keys.of(text);
    String title = Keys.of(page.title());
    return title.length() > key.length() && title.endsWith(key);
  }

  public @Nullable Headline firstHeading(String tag) {
    for (Line line : page.lines()) {
      if (line.block().tag().equals(tag)
          && !line.hidden()
          && line.weight() > 0
          && !titles.namesSite(line.text())
          && !endsTitle(line.text())) {
        return headline(Heading.of(page, line, 0));
      }
    }
    return null;
  }

  /** The h1 of a page that has just one, and words it like a headline. */
  public @Nullable Headline onlyHeading() {
    Heading only = null;
    for (Line line : page.lines()) {
      Block block = line.block();
      if (!block.tag().equals("h1") || line.hidden() || block.firstLine() != line.index()) {
        continue;
      }
      if (only != null) {
        return null;
      }
      only = Heading.of(page, line, 0);
    }
    return only == null
            || only.line().isLinked()
            || Text.weight(only.text()) < HEADLINE_WEIGHT
            || only.text().length() > MAX_LENGTH
            || titles.namesSite(only.text())
        ? null
        : headline(only);
  }

  /** The visible line that says most of what a title says. */
  private @Nullable Heading agreedHeading() {
    Heading best = null;
    int last = Math.min(page.lines().size(), MAX_LINES);
    int longest = claims.stream().mapToInt(String::length).max().orElse(0);
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
            && Text.weight(best.text()) < HEADLINE_WEIGHT
            && Text.weight(one.text()) >= HEADLINE_WEIGHT;
  }

  private @Nullable Heading judge(Line line) {
    Heading heading = Heading.of(page, line, 0);
    String key = heading.text().equals(line.text()) ? line.key() : Keys.of(heading.text());
    if (Kickers.isKicker(line) && !claims.contains(key)) {
      return null;
    }
    if (key.isEmpty() || heading.text().length() > MAX_LENGTH) {
      return null;
    }
    double agreement = 0;
    for (String claim : claims) {
      double share = agreement(key, claim);
      boolean partial = share < 1 && !line.isHeading() && isConfirmed(claim);
      agreement = Math.max(agreement, partial ? 0 : share);
      if (line.isHeading() && isCutShort(key, claim)) {
        agreement = Math.max(agreement, (double) claim.length() / key.length());
      }
    }
    if (agreement < 0.3 || titles.namesSite(heading.text())) {
      return null;
    }
    String stated = data.first("headline");
    if (stated != null && Keys.of(stated).equals(key)
        || isConfirmed(key)
            && line.block().tag().equals("h1")
            && line.weight() >= HEADLINE_WEIGHT) {
      agreement += STATED;
    }
    return Heading.of(page, line, agreement);
  }

  /** A title may leave out the end of a long headline. */
  private static boolean isCutShort(String key, String claim) {
    return claim.length() >= MIN_CUT_SHORT
        && claim.length() < key.length()
        && claim.length() >= key.length() * CUT_SHORT
        && key.startsWith(claim);
  }

  /** Share of a title that a line says: 0 if it says something else. */
  private static double agreement(String key, String claim) {
    if (key.equals(claim)) {
      return 1;
    }
    if (claim.length() > key.length() && claim.contains(key)) {
      double share = (double) key.length() / claim.length();
      if (share < MIN_SHARE) {
        return 0;
      }
      return claim.startsWith(key) ? Math.min(0.95, share + 0.25) : share;
    }
    return 0;
  }
}
