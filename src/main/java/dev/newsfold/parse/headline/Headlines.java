package dev.newsfold.parse.headline;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.SiteFields;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline by agreement: what the page shows as its heading, what it gives as its title,
 * and what it tells machines. Where a visible line agrees with a title, the line wins: it has the
 * exact wording and no site's name behind it.
 */
public final class Headlines {
  static final int MAX_LENGTH = 300;

  /** A heading that says less may be the name of a section. */
  static final int HEADLINE_WEIGHT = 24;

  /** An h1 in other words has this share of a line's length in common with a title. */
  private static final double SHARED = 0.6;

  /** A heading of so many characters that holds a whole sentence and more is a text. */
  private static final int TEXT_LENGTH = 160;

  private static final Pattern SENTENCE_WITHIN = Pattern.compile("[\\p{L})]{4}[.!?]\\s++\\p{Lu}");

  private final PageView page;
  private final StructuredData data;
  private final Titles titles;
  private final Claims claims;

  private Headlines(Draft draft) {
    page = draft.page();
    data = draft.data();
    titles = new Titles(page, data);
    claims = new Claims(page, data, titles);
  }

  /** The rules, with what a page claims as its headline read once. */
  public static Headlines of(Draft draft) {
    return draft.reading(Headlines.class, Headlines::new);
  }

  /** What the site's rule selects. */
  public @Nullable Headline bySiteRule() {
    return SiteFields.headline(page);
  }

  /** Why a text cannot be a headline; null if it can. */
  public static @Nullable String refusal(Draft draft, Headline headline) {
    return headline.text().isBlank() ? "empty" : null;
  }

  /** The visible line that says most of what a title says. */
  public @Nullable Headline agreed() {
    Heading agreed = new AgreedHeading(page, data, titles, claims).find();
    return agreed == null || isOutranked(agreed) ? null : headline(agreed);
  }

  /**
   * True for a line, no h1, that says a part of a title only, beside an only h1 that has as much in
   * common with one; and for an h1 that names a site or section, beside one that says more.
   */
  private boolean isOutranked(Heading agreed) {
    Block block = Heading.around(agreed.line());
    String key = Keys.of(agreed.text());
    if (block != null && block.tag().equals("h1")) {
      return claims.keys().size() == 1
          && !claims.isConfirmed(key)
          && Text.weight(agreed.text()) < HEADLINE_WEIGHT
          && firstWorded("h1") != null;
    }
    Headline only = claims.keys().contains(key) ? null : onlyHeading();
    return only != null && claims.shared(Keys.of(only.text())) >= key.length() * SHARED;
  }

  private Headline headline(Heading heading) {
    List<Line> parts = heading.parts(page);
    String text = claims.inMixedCase(Genres.off(Kickers.off(parts, heading.text(), claims)));
    text = LiveClock.off(text.equals(page.title()) ? titles.withoutSite(text) : text, page, claims);
    Line line = heading.line();
    Block block = Heading.around(line);
    Headline h1 = block == null || block.tag().equals("h1") ? null : onlyHeading();
    Line top = h1 == null ? null : h1.line();
    return new Headline(text, top != null && HeadingInText.is(line, top, page) ? top : line);
  }

  /** The headline in JSON-LD, if the page's title is the same, and its heading words it anew. */
  public @Nullable Headline dataAndTitle() {
    String title = titles.strip(page.title());
    if (!claims.headlines().contains(Keys.of(title)) || Text.weight(title) < HEADLINE_WEIGHT) {
      return null;
    }
    Headline shown = onlyHeading();
    return new Headline(title, shown == null ? null : shown.line());
  }

  public List<Headline> fromData() {
    return data.all("headline").stream()
        .map(finding -> Claims.unescaped(finding.value()))
        .filter(value -> !titles.namesSite(value))
        .map(value -> unseen(titles.strip(value)))
        .toList();
  }

  public List<Headline> fromMeta() {
    return Claims.TITLE_METAS.stream()
        .flatMap(name -> page.meta().all(name).stream())
        .filter(value -> !titles.namesSite(value))
        .map(value -> unseen(titles.strip(value)))
        .toList();
  }

  public @Nullable Headline fromTitle() {
    return titles.isHeadless(page.title()) ? null : unseen(titles.strip(page.title()));
  }

  /** The page's title, if it says more than the name of a site or a section. */
  public @Nullable Headline wordedTitle() {
    Headline title = fromTitle();
    return title == null || titles.isWeak(title.text()) ? null : title;
  }

  private Headline unseen(String text) {
    return new Headline(LiveClock.off(text, page, claims), null);
  }

  /** What stands last in a longer title names the site. */
  private boolean endsTitle(String text) {
    String key = Keys.of(text);
    String title = Keys.of(page.title());
    return title.length() > key.length() && title.endsWith(key);
  }

  /** The first heading of a rank that says enough to be more than the name of a section. */
  public @Nullable Headline firstWorded(String tag) {
    return firstHeading(tag, HEADLINE_WEIGHT);
  }

  /** As above, of a page that has just one heading of the rank: others may part the text. */
  public @Nullable Headline onlyWorded(String tag) {
    return page.lines().stream()
                .filter(line -> !line.hidden() && line.block().tag().equals(tag))
                .map(Line::block)
                .distinct()
                .limit(2)
                .count()
            == 1
        ? firstWorded(tag)
        : null;
  }

  public @Nullable Headline firstHeading(String tag) {
    return firstHeading(tag, 1);
  }

  /** A short h1, such as a poem's, that is the first of several parts of the page's title. */
  public @Nullable Headline firstInTitle() {
    Headline h1 = firstHeading("h1");
    return h1 != null && titles.isFirstPart(h1.text(), page.title()) ? h1 : null;
  }

  private @Nullable Headline firstHeading(String tag, int minWeight) {
    for (Line line : page.lines()) {
      if (line.block().tag().equals(tag)
          && !line.hidden()
          && line.weight() >= minWeight
          && !isText(line.text())
          && !titles.namesSite(line.text())
          && !endsTitle(line.text())) {
        return headline(Heading.of(page, line, 0));
      }
    }
    return null;
  }

  /** Some templates set what a text is about as its heading, in several sentences. */
  private static boolean isText(String heading) {
    return heading.length() > TEXT_LENGTH && SENTENCE_WITHIN.matcher(heading).find();
  }

  /** The line above the body where the headline found so far is none or weak; else null. */
  public @Nullable Headline aboveBody(Draft draft) {
    Headline found = draft.headline();
    boolean settled =
        SiteFields.headline(page) != null
            || found.line() != null
            || !found.text().isEmpty() && !isWeak(found.text());
    return settled ? null : HeadlineAbove.find(draft);
  }

  /** A title that may name the site or a section, unless another place claims the very same. */
  private boolean isWeak(String title) {
    return titles.isWeak(title)
        && (!claims.isConfirmed(Keys.of(title)) || titles.isSiteLike(title));
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
            || isText(only.text())
            || titles.namesSite(only.text())
        ? null
        : headline(only);
  }
}
