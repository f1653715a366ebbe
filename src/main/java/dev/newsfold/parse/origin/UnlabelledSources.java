package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.people.PersonNames;
import dev.newsfold.parse.people.Reporters;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
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
  private static final Pattern PARTS = Pattern.compile("(?:[\\s|｜•／/]|·(?=\\s)|(?<=\\s)·)+");

  /** A name, not one of a person's kind, in brackets before a number. */
  private static final Pattern BRACKET_FIRST =
      Pattern.compile("^[(（](\\p{L}[^()（）:：\\d]{2,40})[)）]\\s{0,3}(?=\\d|\\p{Lu})");

  /** Desks of a newsroom stand where other sites name an outlet. */
  private static final Pattern DESK =
      Pattern.compile("\\p{IsHan}{2}" + Lexicon.anyOf("dateline-outlets.tsv", 3, "desk"));

  private static final Pattern BYLINE =
      Pattern.compile(
          "^%s\\p{IsHan}|[/／].{0,8}%s[】〕）)]?$"
              .formatted(CreditWords.any("reporter"), CreditWords.any("report")));

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

  /** On pages in other languages than Chinese: whom the last lines name in words. */
  public static List<Source> atEnd(Draft draft) {
    return EndSources.named(draft);
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
    Regions margins = draft.margins();
    List<Line> lines = margins.aroundHeadline();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.text().length() > MAX_LINE) {
        continue;
      }
      StatedTime time = TimeText.scan(line.text(), TimeContext.ANY_TIME).first();
      if (time == null && !showsTimeInPieces(line)) {
        continue;
      }
      List<Source> sources = time == null ? new ArrayList<>() : inLineOfTime(line, time);
      for (int near = i - 1; near <= i + 1 && sources.isEmpty(); near += 2) {
        if (near >= 0 && near < margins.beneath().size()) {
          addNeighbour(sources, lines.get(near));
        }
      }
      sources = ElementSources.withoutAccounts(draft, sources);
      if (!sources.isEmpty()) {
        return sources;
      }
    }
    return List.of();
  }

  /** 11:45 and 2020/09/24 in elements of their own, with no blank between. */
  private static boolean showsTimeInPieces(Line line) {
    return !line.spaced().equals(line.text())
        && TimeText.scan(line.spaced(), TimeContext.ANY_TIME).first() != null;
  }

  private static List<Source> inLineOfTime(Line line, StatedTime time) {
    List<Source> sources = new ArrayList<>();
    for (Span link : line.links()) {
      boolean name = link.text().length() <= 16 && !link.text().contains(".");
      if (name
          && Text.hasHan(link.text())
          && !isByline(link.text())
          && !isCategory(link)
          && link.start() >= Math.min(time.end(), time.start())) {
        Source.add(sources, link.text(), link.href());
      }
    }
    int end = Math.min(line.text().length(), time.end());
    String rest = line.spaced(0, time.start()) + ' ' + line.spaced(end, line.text().length());
    String[] parts = PARTS.split(rest.strip(), 12);
    long filled = Stream.of(parts).filter(part -> !part.isEmpty()).count();
    for (String part : parts) {
      String name = SourceNames.clean(part);
      boolean alone =
          filled == 1
              && part.length() <= 12
              && Text.hasHan(part)
              && !PublisherWords.isNoName(part)
              && !PersonNames.isChineseName(part);
      boolean other =
          Labelled.endingAt(part, part.length()) != null
              || isByline(part)
              || line.links().stream().anyMatch(l -> isCategory(l) && l.text().equals(part))
              || DESK.matcher(Text.plain(part)).matches();
      if (name != null
          && !other
          && (alone || PersonNames.isOutlet(name) || Agencies.name(name) != null)) {
        sources.add(new Source(name, null));
      }
    }
    return sources;
  }

  /** A link to the section, as templates of blogs mark it. */
  private static boolean isCategory(Span link) {
    return link.element().attr("rel").contains("category");
  }

  /** 記者王小明, 王小明╱台北報導. */
  private static boolean isByline(String text) {
    return BYLINE.matcher(Text.plain(text)).find();
  }

  private static void addNeighbour(List<Source> sources, Line line) {
    String text = line.text();
    // 甲社 / 記者王小明／台北報導
    int slash = text.indexOf('/');
    if (slash > 1 && slash <= 16 && text.length() <= MAX_LINE) {
      String first = text.substring(0, slash).strip();
      if (PersonNames.isOutlet(first) && !Reporters.in(text.substring(slash + 1)).isEmpty()) {
        Source.add(sources, first, null);
      }
      return;
    }
    if (!line.spaced().equals(text)) { // a name and an outlet, each in an element of its own
      for (String part : PARTS.split(line.spaced(), 6)) {
        if (Text.hasHan(part) && part.length() <= 16 && PersonNames.isOutlet(part)) {
          Source.add(sources, part, null);
        }
      }
      return;
    }
    boolean linked = line.isLinked() && line.links().size() == 1 && text.length() <= 10;
    if (Text.hasHan(text) && text.length() <= 16 && (linked || PersonNames.isOutlet(text))) {
      Source.add(sources, text, linked ? line.links().get(0).href() : null);
    }
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
