package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.people.PersonNames;
import dev.newsfold.parse.people.Reporters;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the outlets that Chinese portals print without a label around the headline: beside the
 * time, as a link, or where the author should stand.
 */
public final class UnlabelledSources {
  /** A name, not one of a person's kind, in brackets before a number. */
  private static final Pattern BRACKET_FIRST =
      Pattern.compile("^[(（](\\p{L}[^()（）:：\\d]{2,40})[)）]\\s{0,3}(?=\\d|\\p{Lu})");

  private static final Pattern REMARK = Pattern.compile("\\s?[(（]([^()（）\\d]{2,20})[)）]");

  private static final int MAX_LINE = 120;
  private static final int LONGEST_LINK = 12;
  private static final int LONGEST_AUTHOR = 30;

  private UnlabelledSources() {}

  /** What stands in elements that are named for a source. */
  public static List<Source> byClass(Draft draft) {
    return ElementSources.around(draft);
  }

  /** The same at the end of the text and close below it. */
  public static List<Source> byClassBelow(Draft draft) {
    return ElementSources.below(draft);
  }

  /** On pages in other languages than Chinese: behind the title, or an agency in the byline. */
  public static List<Named<Source>> elsewhere(Draft draft) {
    List<Named<Source>> found = new ArrayList<>();
    behindTitle(draft).forEach(source -> found.add(new Named<>("title:remark", source)));
    AgencyBylines.beneath(draft).forEach(source -> found.add(new Named<>("text:agency", source)));
    return found;
  }

  /** (People's Gazette) 11:35, November 23: an outlet in brackets before the time. */
  public static List<Source> bracketed(Draft draft) {
    for (Line line : draft.margins().beneath()) {
      Matcher bracket = BRACKET_FIRST.matcher(line.text());
      if (line.text().length() <= MAX_LINE
          && bracket.find()
          && isOutlet(bracket.group(1))
          && TimeText.scan(line.text().substring(bracket.end()), TimeContext.ANY_TIME).first()
              != null) {
        List<Source> sources = new ArrayList<>();
        Source.add(sources, bracket.group(1), null);
        return sources;
      }
    }
    return List.of();
  }

  /** Chinese, an agency's name, or several words: one word may be a remark such as updated. */
  private static boolean isOutlet(String name) {
    return Text.hasHan(name) || name.strip().indexOf(' ') > 0 || Agencies.name(name) != null;
  }

  /** 2009年11月09日13:56 新浪娱乐: an outlet, or a link, in the line of the time or next to it. */
  public static List<Source> besideTime(Draft draft) {
    return SourcesBesideTime.in(draft);
  }

  /** A line right beneath the headline that is a link with a short Chinese name. */
  public static List<Source> linkBeneath(Draft draft) {
    List<Source> sources = new ArrayList<>();
    List<Line> lines = draft.margins().beneath();
    for (Line line : lines.subList(0, Math.min(2, lines.size()))) {
      if (line.isLinked()
          && line.links().size() == 1
          && line.text().length() <= LONGEST_LINK
          && Text.hasHan(line.text())) {
        Source.add(sources, line.text(), line.links().get(0).href());
      }
    }
    sources.removeIf(Source::isVague); // 转载: a button
    return sources;
  }

  /** 見出し（甲新聞） - 乙ニュース: in brackets behind the headline in the title, and on the page. */
  private static List<Source> behindTitle(Draft draft) {
    String title = draft.page().title();
    String headline = draft.headline().text();
    int at = headline.isEmpty() ? -1 : title.indexOf(headline);
    Matcher remark =
        at < 0 ? null : REMARK.matcher(title).region(at + headline.length(), title.length());
    List<Source> sources = new ArrayList<>();
    if (remark != null && remark.lookingAt() && remark.end() < title.length()) {
      String name = remark.group(1);
      boolean shown =
          Stream.of(draft.margins().aroundHeadline(), draft.margins().aroundEnd())
              .flatMap(List::stream)
              .anyMatch(
                  line ->
                      line.text().equals(name)
                          || line.spans().stream().anyMatch(span -> span.text().equals(name)));
      if (shown) {
        Source.add(sources, name, null);
      }
    }
    return sources;
  }

  /** An outlet where the author should stand. */
  public static List<Source> outletAsAuthor(Draft draft) {
    List<Source> sources = new ArrayList<>();
    for (Line line : draft.margins().aroundHeadline()) {
      String hint = line.block().hint();
      if (hint.contains("author")
          && line.text().length() <= LONGEST_AUTHOR
          && Reporters.in(line.text()).isEmpty()) {
        String name = SourceNames.clean(line.text());
        if (name != null && PersonNames.isOutlet(name)) {
          sources.add(new Source(name, line.links().isEmpty() ? null : line.links().get(0).href()));
        }
      }
    }
    return sources;
  }
}
