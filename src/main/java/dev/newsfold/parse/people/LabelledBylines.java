package dev.newsfold.parse.people;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what stands behind the labels of Chinese pages that announce an author: 作者：张三. */
public final class LabelledBylines {
  /** A country before a name: （美）约翰·史密斯. */
  private static final Pattern COUNTRY =
      Pattern.compile("^[(（\\[【〔［]\\s?\\p{IsHan}{1,4}\\s?[)）\\]】〕］]\\s?(?=\\S)");

  /** What is said of an author in brackets where the next one follows. */
  private static final Pattern SEVERAL =
      Pattern.compile("[(（][^()（）]{2,40}[)）][\\s、，,]{0,2}(?=\\p{IsHan}{2,4}(?:[(（]|$))");

  /** 张三1，李四2: the number of the note that says where one works. */
  private static final Pattern NOTE_MARK =
      Pattern.compile("(?<=\\p{IsHan})\\d(?=[，,、；;])|(?<=[，,、；;]\\s?\\p{IsHan}{2,4})\\d(?=\\s|$)");

  /** Where an affiliation begins, or what the site says of its rights: 张三，如若转载，请注明出处. */
  private static final Pattern AFFILIATION =
      Pattern.compile("[:：(（]|[\\s，,；;。]\\s?" + Lexicon.anyOf("no-names.tsv", 3, "rights"));

  /** 作者 张三 2021-02-20: where the time begins behind a name. */
  private static final Pattern BEFORE_TIME = Pattern.compile("\\s\\d{2,4}[-/.年].*$");

  /** 张三‧2021-02-20: where the time begins behind what parts it from a name. */
  private static final Pattern TIME_BEHIND =
      Pattern.compile(
          "(?:[\\s‧·•・/／|｜-]{1,3}|(?<=\\p{IsHan}))(?:19|20)\\d{2}\\s?[-/.年]\\s?\\d{1,2}.*$");

  /** A label in a line of its own, and the value in the next. */
  private static final int LONGEST_LABEL = 8;

  /** By Jane Roe: bylines in English of Chinese pages. */
  private static final int LONGEST_BY = 60;

  private static final int MAX_LINE = 120;

  private LabelledBylines() {}

  /** Names behind labels around the headline, then in the first lines of the text. */
  public static List<Names> above(Regions margins) {
    List<Names> found = new ArrayList<>(in(margins.aroundHeadline()));
    found.addAll(in(margins.opening()));
    for (Line line : margins.beneath()) {
      if (line.text().length() <= LONGEST_BY && BylineStart.opens(line.text())) {
        List<String> names = WesternNames.in(line.text());
        if (names.stream().allMatch(WesternNames::isFullName)) {
          found.addAll(Names.of(names));
        }
      }
    }
    return found;
  }

  /** 文｜某某财经 张三（发自云溪），实习记者 李四: the name behind the label that a line begins with. */
  static List<String> ahead(Line line) {
    List<Labelled> labels = line.labels();
    return !labels.isEmpty()
            && labels.get(0).start() == 0
            && labels.get(0).label() == Label.AUTHOR
            && labels.get(0).separated(line.text())
        ? behindLabel(labels.get(0).value()).stream().filter(PersonNames::isChineseName).toList()
        : List.of();
  }

  /** Names behind labels around the end of the text. */
  public static List<Names> below(Regions margins) {
    return in(margins.aroundEnd());
  }

  private static List<Names> in(List<Line> lines) {
    List<Names> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.text().length() > 4 * MAX_LINE) {
        continue;
      }
      Line next = line.text().length() <= LONGEST_LABEL ? Regions.after(lines, i) : null;
      if (next != null
          && next.text().length() <= MAX_LINE
          && line.labelEndingAt(line.text().length()) == Label.AUTHOR) {
        found.addAll(Names.of(behindLabel(next.text())));
      }
      found.addAll(labelled(line));
      for (Span span : line.spans()) {
        if (line.text().length() <= MAX_LINE && line.labelEndingAt(span.start()) == Label.AUTHOR) {
          found.addAll(Names.of(behindLabel(span.text())));
        }
      }
    }
    return found;
  }

  /** 文｜某某评论，作者｜张三: names, of all labels in the line, before pen names. */
  private static List<Names> labelled(Line line) {
    String text = line.spaced();
    Set<String> found = new LinkedHashSet<>();
    List<Names> pen = new ArrayList<>();
    for (Labelled label : line.spacedLabels()) {
      if (label.label() == Label.AUTHOR && label.value().length() <= MAX_LINE) {
        boolean separated = label.separated(text);
        String value =
            separated ? label.value() : BEFORE_TIME.matcher(label.value()).replaceFirst("");
        boolean certain = separated || PersonNames.isAllChinese(value);
        List<String> names = certain ? behindLabel(value) : List.of();
        boolean named = names.stream().anyMatch(PersonNames::isChineseName);
        if (named) {
          found.addAll(names);
        } else {
          pen.addAll(0, Names.of(names)); // 文｜某某评论，作者｜青石: the account, then who writes there
        }
      }
    }
    List<Names> all = new ArrayList<>(Names.of(List.copyOf(found)));
    all.addAll(pen);
    return all;
  }

  /** Names behind 作者, up to an affiliation; a pen name if it stands alone. */
  private static List<String> behindLabel(String value) {
    String list = TIME_BEHIND.matcher(value.strip()).replaceFirst("");
    String stripped = NOTE_MARK.matcher(COUNTRY.matcher(list).replaceFirst("")).replaceAll("");
    list = AFFILIATION.split(SEVERAL.matcher(stripped).replaceAll("、"), 2)[0].strip();
    List<String> names = PersonNames.chinese(list, false);
    if (names.isEmpty()) {
      names = AuthorNotes.leading(list);
    }
    String single = PersonNames.bare(list);
    if (names.isEmpty() && PersonNames.isPenName(single)) {
      return List.of(single);
    }
    return names.isEmpty() ? PersonNames.foreign(list) : names;
  }
}
