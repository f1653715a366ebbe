package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.Statement;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.NamePattern;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import dev.newsfold.records.Article;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds who edited an article at the site that published it. */
public final class Editors {
  private static final String NAME = "\\p{IsHan}{2,4}";

  private static final Pattern STAFF_NUMBER =
      Pattern.compile("[\\s_/]{0,2}[(（]?[A-Z]{1,4}\\d{2,6}[)）]?$|[#＃*＊◎]+$");

  /** 张三（实习）: what is said of the one named before it. */
  private static final Pattern REMARK = Pattern.compile("[(（]\\p{IsHan}{2,5}[)）]$");

  private static final Set<String> NO_EDITORS = Lexicon.words("no-names.tsv", 3, "editor");

  /** （某某网编辑 张三）, 某某新闻编辑 | 张三, 每经记者 李四 每经编辑 张三: an outlet's editor. */
  private static final Pattern SITE_EDITOR =
      Pattern.compile(
          "(?:^|[(（\\s])(?:\\p{IsHan}{1,8}%s|(?<=%s[\\s\\p{IsHan}、]{2,24}\\s)%s)%s?%s[\\s:：/|｜丨]{1,4}"
                  .formatted(
                      CreditWords.any("outlet end", "newsroom", "outlet"),
                      CreditWords.any("reporter"),
                      NAME,
                      CreditWords.any("responsible"),
                      CreditWords.any("editor"))
              + "(%1$s(?:[、\\s]%1$s){0,3})(?=[)）\\s]|$)".formatted(NAME));

  /** Names with capitals and blanks; not a login, and not a number. */
  private static final Pattern LATIN =
      Pattern.compile("^(?:\\p{Lu}[\\p{L}.'’-]+|\\p{Lo}[\\p{Lo}\\p{M}]+)(?:[\\s,;]|$)");

  /** Editor: Jane Roe, or the word alone above the name. */
  private static final PrefilteredPattern EDITOR =
      PrefilteredPattern.of("^editor\\s?(?::|$)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> ENGLISH = Set.of("editor", "editing by");

  /** The labels of editors in other languages than English and Chinese. */
  private static final Phrases OTHER_LANGUAGES =
      Phrases.of(
          Label.EDITOR.words().stream()
              .filter(word -> !Text.isCjk(word.charAt(0)) && !ENGLISH.contains(word))
              .collect(Collectors.toSet()));

  private static final NamePattern CLASS = ClassNames.pattern("bianji");

  /** 张 三: a name of two characters, set as wide as one of three. */
  private static final Pattern SPACED =
      Pattern.compile("(?<!\\p{IsHan})(\\p{IsHan})[ 　](\\p{IsHan})(?!\\p{IsHan})");

  /** The stop of a sentence; one behind a letter or two belongs to an initial. */
  private static final Pattern STOP = Pattern.compile("(?<=\\p{L}{4})\\.$");

  private static final int MAX_EDITORS = 4;
  private static final int LONGEST_LABEL = 16;
  private static final int LONGEST_NAMES = 60;
  private static final int MAX_LINE = 120;

  private Editors() {}

  /** Notes who edited an article. */
  public static void set(Article article, Names found) {
    article.setEditor(new ArrayList<>(found.names()));
  }

  /**
   * 责任编辑 wherever it stands, with 编辑 in the same line; else 编辑 outside of the text, which in it is
   * the editor of the source.
   */
  public static List<String> of(Draft draft, Regions margins) {
    Set<String> responsible = new LinkedHashSet<>();
    Set<String> outside = new LinkedHashSet<>();
    Set<String> inText = new LinkedHashSet<>();
    Set<Line> body = new HashSet<>(draft.body());
    for (Line line : editorLines(draft, margins)) {
      String text = line.spaced();
      List<Labelled> labels = line.spacedLabels();
      Matcher named = SITE_EDITOR.matcher(Text.plain(text));
      if (text.length() <= MAX_LINE && named.find()) {
        outside.addAll(editorNames(text.substring(named.start(1), named.end(1))));
      }
      boolean site = labels.stream().anyMatch(l -> l.label() == Label.RESPONSIBLE_EDITOR);
      Label ending =
          line.text().length() <= LONGEST_LABEL ? line.labelEndingAt(line.text().length()) : null;
      Line next = draft.page().line(line.index() + 1);
      if ((ending == Label.EDITOR || ending == Label.RESPONSIBLE_EDITOR)
          && next != null
          && !next.hidden()
          && next.text().length() <= LONGEST_NAMES
          && (Text.hasHan(next.text()) || WesternNames.isFullName(next.text()))) {
        outside.addAll(editorNames(next.text()));
      }
      for (Labelled label : labels) {
        if (label.label() == Label.RESPONSIBLE_EDITOR || (site && label.label() == Label.EDITOR)) {
          responsible.addAll(editorNames(inElement(line, label)));
        } else if (Text.hasHan(label.value())
            && !label.separated(text)
            && !PersonNames.isAllChinese(label.value())) {
          continue; // 编辑 讨论: buttons
        } else if (label.label() == Label.EDITOR) {
          (body.contains(line) ? inText : outside).addAll(editorNames(inElement(line, label)));
        }
      }
    }
    Set<String> best = !responsible.isEmpty() ? responsible : !outside.isEmpty() ? outside : inText;
    return List.copyOf(best);
  }

  /** The value of a label, up to the end of the element that holds both, if one does. */
  private static String inElement(Line line, Labelled label) {
    for (Span span : line.spans()) {
      List<Labelled> within = Labelled.in(span.text());
      if (within.size() == 1
          && within.get(0).start() == 0
          && within.get(0).label() == label.label()
          && !within.get(0).value().isEmpty()
          && label.value().startsWith(within.get(0).value())) {
        return within.get(0).value();
      }
    }
    return label.value();
  }

  /** Who stands in an element that is named for the editor, without a label. */
  public static List<String> byClass(Regions margins) {
    Set<String> editors = new LinkedHashSet<>();
    for (Line line : margins.all()) {
      if (line.text().length() > LONGEST_NAMES) {
        continue;
      }
      if (CLASS.isIn(line.block().hint())) {
        editors.addAll(editorNames(line.text()));
      }
      for (Span span : line.spans()) {
        if (CLASS.isIn(span.hint())) {
          editors.addAll(editorNames(span.text()));
        }
      }
    }
    editors.removeIf(name -> !PersonNames.isChineseName(name));
    return List.copyOf(editors);
  }

  /** Whom a meta tag beside that of the author names. */
  public static List<String> stated(Draft draft) {
    List<String> editors = new ArrayList<>();
    Statement.EDITOR.in(draft.page().meta()).forEach(value -> editors.addAll(editorNames(value)));
    return List.copyOf(editors);
  }

  /** A quick look, before labels are searched for. */
  private static boolean mayNameEditor(String text) {
    return text.indexOf('辑') >= 0
        || text.indexOf('輯') >= 0
        || text.indexOf('缉') >= 0
        || text.indexOf("责编") >= 0
        || text.indexOf("責編") >= 0
        || text.indexOf("dited by") >= 0
        || text.indexOf("diting by") >= 0
        || text.indexOf("dited By") >= 0
        || text.indexOf("ditor:") >= 0
        || EDITOR.begins(text)
        || text.indexOf(':') >= 0 && OTHER_LANGUAGES.isIn(text.toLowerCase(Locale.ROOT));
  }

  /** The margins; then, where these name no editor, all short lines from the headline on. */
  private static List<Line> editorLines(Draft draft, Regions margins) {
    List<Line> lines = new ArrayList<>();
    for (Line line : margins.all()) {
      if (line.text().length() <= 4 * MAX_LINE && mayNameEditor(line.text())) {
        lines.add(line);
      }
    }
    Line first = draft.firstBodyLine();
    if (lines.isEmpty() && first != null) {
      for (Line line : draft.page().lines().subList(first.index(), draft.page().lines().size())) {
        if (line.text().length() <= MAX_LINE && mayNameEditor(line.text())) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** A staff number behind a name is dropped; one that stands alone is all there is. */
  private static List<String> editorNames(String value) {
    String text = SPACED.matcher(Text.cut(value, LONGEST_NAMES)).replaceAll("$1$2");
    if (!Text.hasHan(text) && LATIN.matcher(text).find()) {
      return WesternNames.in(text).stream()
          .map(name -> STOP.matcher(name).replaceFirst(""))
          .filter(name -> WesternNames.isCapitalised(name) && !Countries.isCountry(name))
          .limit(MAX_EDITORS)
          .toList();
    }
    List<String> names = new ArrayList<>();
    for (String part : text.split("[、，,;；/|｜丨\\s]+", 8)) {
      String bare = REMARK.matcher(part).replaceFirst("");
      String name = STAFF_NUMBER.matcher(bare).replaceFirst("").strip();
      String shown = name.isEmpty() && names.isEmpty() ? part.strip() : name;
      boolean fits =
          shown.length() >= 2 && shown.length() <= 20 && !NO_EDITORS.contains(Text.plain(shown));
      boolean first = names.isEmpty();
      if (fits && (PersonNames.isChineseName(shown) || (first && PersonNames.isPenName(shown)))) {
        names.add(shown);
      } else if (!shown.isEmpty()) {
        break;
      }
    }
    return names;
  }
}
