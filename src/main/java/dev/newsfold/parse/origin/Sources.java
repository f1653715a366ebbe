package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.SiteFields;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.people.Bylines;
import dev.newsfold.parse.people.PersonNames;
import dev.newsfold.parse.site.SiteField;
import dev.newsfold.parse.structured.ScriptData;
import dev.newsfold.parse.structured.Statement;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a site says it took an article from: behind a label, or in its metadata. {@link
 * UnlabelledSources} finds the names that stand without one.
 */
public final class Sources {
  private static final Pattern SIGNED =
      Pattern.compile("^[\\s□■]{0,3}(?:——|—|--|\\(|（)《([^《》]{2,20})》");

  /** 供稿：宣传部: an office; a person there is the author. */
  private static final Pattern OFFICE =
      Pattern.compile(
          CreditWords.any("supplied")
              + "\\s?[:：]\\s?(\\p{IsHan}{1,14}"
              + Lexicon.anyOf("source-words.tsv", 3, "office")
              + ")(?=[\\s）)]|$)");

  private static final int MAX_LINE = 120;

  /** A label in a line of its own, and the value in the next. */
  private static final int LONGEST_LABEL = 8;

  private static final int LONGEST_VALUE = 24;

  private Sources() {}

  /** What the site's own rule selects. */
  public static @Nullable Source bySiteRule(Draft draft) {
    String name = SiteFields.one(draft.page(), SiteField.SOURCE);
    return name == null ? null : new Source(name, null);
  }

  /** Why this cannot be the source; null if it can. */
  public static @Nullable String refusal(Draft draft, Source source) {
    return draft.article().getAuthors().contains(source.name()) ? "the author" : null;
  }

  /** What stands behind 来源： and the like around the headline, even if it says no more than 转载. */
  public static List<Source> labelled(Draft draft) {
    return labelled(draft.margins().aroundHeadline(), Label.SOURCE);
  }

  /**
   * The same, of names that say who it was, not 转载 and the like; then what stands behind 转自 and its
   * like.
   */
  public static List<Source> above(Draft draft) {
    List<Source> sources = new ArrayList<>(labelled(draft));
    sources.removeIf(Source::isVague);
    sources.addAll(labelled(draft.margins().aroundHeadline(), Label.TAKEN_FROM));
    sources.addAll(noteAbove(draft));
    return sources;
  }

  /** 本文来自微信公众号：…: the note that the first line of a text is. */
  private static List<Source> noteAbove(Draft draft) {
    List<Line> notes =
        Stream.concat(draft.margins().opening().stream(), draft.margins().taken().stream())
            .filter(
                line ->
                    line.text().length() <= MAX_LINE
                        && line.labels().stream()
                            .anyMatch(l -> l.label() == Label.TAKEN_FROM && l.start() == 0))
            .toList();
    return labelled(notes, Label.TAKEN_FROM);
  }

  /** What stands behind a label around the end of the text. */
  public static List<Source> labelledBelow(Draft draft) {
    return labelled(draft.margins().aroundEnd(), Label.SOURCE);
  }

  private static List<Source> labelled(List<Line> lines, Label label) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean ofPicture = line.block().tag().equals("figcaption") || isInFigure(line);
      List<Labelled> labels = ofPicture ? List.of() : line.labels();
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

  /** True for a line of a picture: what it names as the source is that of the picture. */
  private static boolean isInFigure(Line line) {
    return line.block().tag().equals("figure") || line.block().within("figure") != null;
  }

  /** Names as sources, without those that are none. */
  static List<Source> named(List<String> names) {
    return names.stream()
        .map(SourceNames::clean)
        .filter(Objects::nonNull)
        .map(name -> new Source(name, null))
        .toList();
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
    int end = line.seam(label.valueStart() + 1, label.end());
    for (Span span : line.spans()) {
      int spanEnd = span.start() + span.text().length();
      if (span.start() <= label.start() && spanEnd > label.valueStart() && spanEnd < end) {
        end = spanEnd;
      }
    }
    return end;
  }

  /** Where the link leads that holds a part of a line, or that it holds; null if none does. */
  static @Nullable String linkAround(Line line, Span part) {
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

  /** What meta tags call the source, in order of trust. */
  public static List<Source> byMeta(Draft draft) {
    return named(Statement.SOURCE.in(draft.page().meta()));
  }

  /** What page data in scripts calls it; on portals the account that they publish for. */
  public static List<Source> byScript(Draft draft) {
    String value =
        ScriptData.find(
            draft.page().scripts(), Statement.SCRIPT_SOURCE.names(), draft.headline().text());
    String name = value == null ? null : SourceNames.clean(value);
    return name == null || !Text.hasHan(name) ? List.of() : List.of(new Source(name, null));
  }

  /** Portals that call the outlet the author: {@code article:author} 新京报. */
  public static List<Source> outletAsAuthor(Draft draft) {
    return named(draft.page().meta().all("article:author")).stream()
        .filter(source -> PersonNames.isOutlet(source.name()))
        .toList();
  }

  /** 转自《北京科技报》, (摘自《…》…), ——《北京之春》1996年6月号, Con información de EFE at the end of a text. */
  public static List<Source> takenFromAtEnd(Draft draft) {
    Regions margins = draft.margins();
    List<Source> sources = new ArrayList<>(labelled(margins.opening(), Label.TAKEN_FROM));
    sources.addAll(labelled(margins.aroundEnd(), Label.TAKEN_FROM));
    sources.addAll(labelled(margins.opening(), Label.SOURCE));
    sources.addAll(
        Bylines.isChinese(draft) ? SignedSources.in(margins.aroundEnd()) : EndSources.named(draft));
    for (Line line : margins.aroundEnd()) {
      Matcher office = OFFICE.matcher(line.text().length() > MAX_LINE ? "" : line.text());
      if (office.find()) {
        Source.add(sources, office.group(1), null);
      }
    }
    for (Line line : margins.closing()) {
      Matcher m = SIGNED.matcher(line.text());
      if (m.find()) {
        Source.add(sources, m.group(1), null);
      }
    }
    return sources;
  }
}
