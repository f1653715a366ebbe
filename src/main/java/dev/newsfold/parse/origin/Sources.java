package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.people.PersonNames;
import dev.newsfold.parse.site.SiteField;
import dev.newsfold.parse.site.SiteFields;
import dev.newsfold.parse.structured.ScriptData;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a site says it took an article from. A label settles it; Chinese portals also print
 * the name, without a label, beside the time.
 */
public final class Sources {
  private static final PrefilteredPattern SOURCE_HINT =
      PrefilteredPattern.of(
          "(?:source|origin)(?:$|[\\s_-])|(?:^|[\\s_-])(?:laiyuan|media(?:[_-]?name)?|copy-?from|come-?from|comefrom|from|publisher|weibo_user|"
              + "profile_nickname|js_name|mp-?name|account[_-]?name|n-i-source)(?:$|[\\s_-])");

  private static final List<String> SOURCE_METAS =
      List.of(
          "source",
          "mediaid",
          "copyright:source",
          "dc.source",
          "dcterms.source",
          "contentsource",
          "news:source",
          "article:source",
          "weibo:article:source",
          "xwly");

  /** Account names of portals that publish for others, in their page data. */
  private static final List<String> SOURCE_KEYS =
      List.of(
          "mediaName",
          "media_name",
          "media",
          "sourceName",
          "source_name",
          "nickname",
          "__$source",
          "source");

  private static final Pattern SIGNED =
      Pattern.compile("^[\\s□■]{0,3}(?:——|—|--|\\(|（)《([^《》]{2,20})》");

  private static final int MAX_LINE = 120;

  /** A label in a line of its own, and the value in the next. */
  private static final int LONGEST_LABEL = 8;

  private static final int LONGEST_VALUE = 24;

  private Sources() {}

  /** What the site's own rule selects. */
  public static @Nullable Source bySiteRule(Draft draft) {
    String name = SiteFields.one(draft, SiteField.SOURCE);
    return name == null ? null : new Source(name, null);
  }

  /** Why this cannot be the source; null if it can. */
  public static @Nullable String refusal(Draft draft, Source source) {
    return draft.article().getAuthors().contains(source.name()) ? "the author" : null;
  }

  public static List<Source> labelled(List<Line> lines, Label label) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      List<Labelled> labels = line.block().tag().equals("figcaption") ? List.of() : line.labels();
      for (Labelled found : labels) {
        Source source = found.label() == label ? source(line, found) : null;
        if (source != null) {
          sources.add(source);
        }
      }
      Line next = line.text().length() <= LONGEST_LABEL ? Regions.after(lines, i) : null;
      if (next != null
          && next.text().length() <= LONGEST_VALUE
          && line.labelEndingAt(line.text().length()) == label) {
        Source.add(
            sources, next.text(), next.links().isEmpty() ? null : next.links().get(0).href());
      }
      if (line.text().length() <= MAX_LINE) {
        for (Span span : line.spans()) {
          if (line.labelEndingAt(span.start()) == label) {
            Source.add(sources, span.text(), linkAround(line, span));
          }
        }
      }
    }
    return sources;
  }

  public static List<Source> named(List<String> names) {
    return names.stream()
        .map(SourceNames::clean)
        .filter(Objects::nonNull)
        .map(name -> new Source(name, null))
        .toList();
  }

  /** Names that say who it was; not 转载 and the like. */
  public static List<Source> telling(List<Source> sources) {
    return sources.stream().filter(s -> !SourceNames.isVague(s.name())).toList();
  }

  /** A line right beneath the headline that is a link with a short Chinese name. */
  public static List<Source> linkBeneath(Regions margins) {
    List<Source> sources = new ArrayList<>();
    for (Line line : margins.beneath().subList(0, Math.min(2, margins.beneath().size()))) {
      if (line.isLinked()
          && line.links().size() == 1
          && line.text().length() <= 12
          && Text.hasHan(line.text())) {
        Source.add(sources, line.text(), line.links().get(0).href());
      }
    }
    return sources;
  }

  /** The link or marked part right behind a label is the name; else the text up to its end. */
  private static @Nullable Source source(Line line, Labelled label) {
    for (Span span : line.spans()) {
      int gap = span.start() - label.valueStart();
      if (gap >= 0 && gap <= 2 && span.start() + span.text().length() <= label.end() + 1) {
        String name = SourceNames.clean(span.text());
        if (name != null && name.length() > 1) {
          return new Source(name, linkAround(line, span));
        }
      }
    }
    String name =
        SourceNames.clean(line.text().substring(label.valueStart(), valueEnd(line, label)));
    return name == null ? null : new Source(name, null);
  }

  /** Where a label's value ends: with the element that holds both, if what follows is another. */
  private static int valueEnd(Line line, Labelled label) {
    int end = label.end();
    for (Span span : line.spans()) {
      int spanEnd = span.start() + span.text().length();
      if (span.start() <= label.start() && spanEnd > label.valueStart() && spanEnd < end) {
        end = spanEnd;
      }
    }
    return end;
  }

  private static @Nullable String linkAround(Line line, Span part) {
    for (Span span : line.spans()) {
      boolean holds =
          span.start() <= part.start()
              && span.start() + span.text().length() >= part.start() + part.text().length();
      boolean held =
          span.start() >= part.start()
              && span.start() + span.text().length() <= part.start() + part.text().length();
      if (span.isLink() && (holds || held)) {
        return span.href();
      }
    }
    return null;
  }

  public static List<Source> byClass(List<Line> lines) {
    List<Source> sources = new ArrayList<>();
    for (Line line : lines) {
      for (Span span : line.spans()) {
        if (SOURCE_HINT.isIn(span.hint())) {
          Source.add(sources, firstLinkIn(line, span), linkAround(line, span));
        }
      }
      if (SOURCE_HINT.isIn(line.block().hint())
          && line.block().lineCount() == 1
          && line.text().length() <= 60) {
        Span link = line.links().isEmpty() ? null : line.links().get(0);
        Source.add(
            sources, link == null ? line.text() : link.text(), link == null ? null : link.href());
      }
    }
    return sources;
  }

  /** The text of the first link in a part of a line; all of it if it holds none. */
  private static String firstLinkIn(Line line, Span part) {
    for (Span link : line.links()) {
      if (link.start() >= part.start()
          && link.start() + link.text().length() <= part.start() + part.text().length()) {
        return link.text();
      }
    }
    return part.text();
  }

  /** An outlet where the author should stand. */
  public static List<Source> outletByAuthorClass(Regions margins) {
    List<Source> sources = new ArrayList<>();
    for (Line line : margins.aroundHeadline()) {
      String hint = line.block().hint();
      if (hint.contains("author") && line.text().length() <= 30) {
        String name = SourceNames.clean(line.text());
        if (name != null && PersonNames.isOutlet(name)) {
          sources.add(new Source(name, line.links().isEmpty() ? null : line.links().get(0).href()));
        }
      }
    }
    return sources;
  }

  public static List<Source> byMeta(Draft draft) {
    List<Source> sources = new ArrayList<>();
    for (String name : SOURCE_METAS) {
      for (String value : draft.page().meta().all(name)) {
        String clean = SourceNames.clean(value);
        if (clean != null) {
          sources.add(new Source(clean, null));
        }
      }
    }
    return sources;
  }

  public static List<Source> byScript(Draft draft) {
    String value = ScriptData.find(draft.page().scripts(), SOURCE_KEYS, draft.headline().text());
    String name = value == null ? null : SourceNames.clean(value);
    return name == null || !Text.hasHan(name) ? List.of() : List.of(new Source(name, null));
  }

  /** Portals that call the outlet the author: {@code article:author} 新京报. */
  public static List<Source> outletAsAuthor(Draft draft) {
    List<Source> sources = new ArrayList<>();
    for (String value : draft.page().meta().all("article:author")) {
      String name = SourceNames.clean(value);
      if (name != null && PersonNames.isOutlet(name)) {
        sources.add(new Source(name, null));
      }
    }
    return sources;
  }

  /** 转自《北京科技报》, (摘自《…》…), ——《北京之春》1996年6月号 at the end of a text. */
  public static List<Source> takenFrom(Regions margins) {
    List<Source> sources = new ArrayList<>(labelled(margins.opening(), Label.TAKEN_FROM));
    sources.addAll(labelled(margins.aroundEnd(), Label.TAKEN_FROM));
    sources.addAll(labelled(margins.opening(), Label.SOURCE));
    for (Line line : margins.closing()) {
      Matcher m = SIGNED.matcher(line.text());
      if (m.find()) {
        Source.add(sources, m.group(1), null);
      }
    }
    return sources;
  }
}
