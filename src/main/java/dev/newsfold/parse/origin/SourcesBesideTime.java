package dev.newsfold.parse.origin;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the outlets that Chinese portals print without a label in the line of the time, and in
 * those next to it.
 */
final class SourcesBesideTime {
  private static final Pattern PARTS = Pattern.compile("(?:[\\s|｜•／/]|·(?=\\s)|(?<=\\s)·)+");

  /** Desks of a newsroom stand where other sites name an outlet. */
  private static final Pattern DESK =
      Pattern.compile("\\p{IsHan}{2}" + Lexicon.anyOf("dateline-outlets.tsv", 3, "desk"));

  private static final Pattern BYLINE =
      Pattern.compile(
          "^%s\\p{IsHan}|[/／].{0,8}%s[】〕）)]?$"
              .formatted(CreditWords.any("reporter"), CreditWords.any("report")));

  private static final int MAX_LINE = 120;

  private SourcesBesideTime() {}

  /** 2009年11月09日13:56 新浪娱乐: an outlet, or a link, in the line of the time or next to it. */
  static List<Source> in(Draft draft) {
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
      sources = new ArrayList<>(ElementSources.withoutAccounts(draft, sources));
      sources.removeIf(Source::isVague); // 转载: a button, or a remark
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
          && !PublisherWords.isSection(link.text())
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
          PublisherWords.isSection(part)
              || Labelled.endingAt(Text.plain(part), part.length()) != null
              || Labelled.in(part).stream().anyMatch(label -> label.start() <= 2)
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
}
