package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads Chinese names that no word announces, by where they stand. */
public final class BareBylines {
  private static final String NAME = "\\p{IsHan}{2,4}";
  private static final String NAMES = NAME + "(?:[、\\s]" + NAME + "){0,2}?";

  private static final Pattern TRAILING_NAMES =
      Pattern.compile("[(（【〔\\[]\\s?([\\p{IsHan}·、，,\\s/／]{2,30})\\s?[)）】〕\\]]\\s?[。.]?$");

  private static final Pattern PICTURE =
      Pattern.compile(CreditWords.any("picture", "photography", "took"));

  /** 王五（本报特稿） in a line of its own. */
  private static final Pattern SIGNED =
      Pattern.compile("^([\\p{IsHan}·、\\s]{2,20})[(（][^()（）]{2,24}[)）]$");

  /** 河北 读者 王五 beneath a letter to the editor. */
  private static final Pattern READER =
      Pattern.compile(
          "^(?:\\p{IsHan}{2,10}\\s)?\\p{IsHan}{0,6}%s[\\s:：](%s)$"
              .formatted(CreditWords.any("reader"), NAME));

  /** （晨光街道 王五）, （某某网 王五）: an office or outlet and who wrote there, in brackets of their own. */
  private static final Pattern OF_OFFICE =
      Pattern.compile(
          "^[(（]\\p{IsHan}{2,14}%s\\s{1,3}(%s)(?:\\s%s)?[)）]$"
              .formatted(
                  CreditWords.any("office end", "outlet end", "outlet"),
                  NAMES,
                  CreditWords.any("supplied", "drafted", "report")));

  /** （文 王五 图 李四）. */
  private static final Pattern WORDS_AND_PICTURES =
      Pattern.compile(
          "^[(（]\\s?%s\\s(%s)\\s{1,2}%s\\s%s[)）]$"
              .formatted(
                  CreditWords.any("words"), NAMES, CreditWords.any("picture", "took"), NAME));

  /** What parts a time from the names behind it. */
  private static final Pattern BEHIND_TIME =
      Pattern.compile(
          "^[\\s|｜·]*+(?:%s\\s?[:：]\\s?\\S++\\s[\\s|｜·]*+)?"
              .formatted(Lexicon.anyOf(Label.SOURCE.words())));

  private static final int LONGEST_SIGNATURE = 40;

  private static final int MAX_LINE = 120;

  /** 张三 李四 2021-02-20: names before the time, and no more than a few. */
  private static final int LONGEST_AHEAD = 16;

  /** 社会 某某晚报 [微博] 张三 2021-02-20. */
  private static final int LONGEST_HEAD = 40;

  private static final int MAX_WORDS = 6;
  private static final int NAME_OF_ITSELF = 3;

  /** What parts the column from the name in a line of several parts. */
  private static final Pattern PARTING = Pattern.compile("[|｜·•]");

  /** [微博], which is no word of the list. */
  private static final Pattern REMARK = Pattern.compile("[\\[（(【].{0,6}[\\]）)】]");

  private BareBylines() {}

  /**
   * 来源：光明日报 2015-1-5 邓晖: names and nothing else behind the time in the source's line, or behind the
   * source that stands there.
   */
  public static List<Names> besideSource(Draft draft) {
    Regions margins = draft.margins();
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    for (Line line : lines) {
      String text = line.text().length() <= MAX_LINE ? Counters.barred(line.spaced()) : "";
      StatedTime time = TimeText.scan(text, TimeContext.ANY_TIME).first();
      String ahead = time == null ? "" : withoutEnd(text.substring(0, time.start()));
      if (ahead.length() >= 2 && ahead.length() <= LONGEST_AHEAD && isNames(ahead)) {
        found.addAll(Names.of(PersonNames.chinese(ahead, false)));
      } else if (ahead.length() <= LONGEST_HEAD && Labelled.in(ahead).isEmpty()) {
        found.addAll(besideOutlet(ahead));
        found.addAll(inParts(ahead));
      }
      if (time != null && time.end() < text.length()) {
        String rest =
            withoutOutlet(
                beforeLabel(text.substring(time.end() + length(BEHIND_TIME, text, time.end()))));
        List<String> names = PersonNames.chinese(rest, false);
        found.addAll(isNames(rest) ? Names.of(names) : besideOutlet(rest.strip()));
        found.addAll(inParts(rest.strip()));
      }
    }
    return found;
  }

  /** 社会 某某晚报 [微博] 张三, 张三 某某日报: a word beside an outlet, and the rest is none. */
  private static List<Names> besideOutlet(String ahead) {
    List<String> words = new ArrayList<>(List.of(ahead.split("[\\s|｜/／]+", MAX_WORDS)));
    words.removeIf(word -> REMARK.matcher(word).matches());
    for (String word : words) {
      if (word.indexOf('、') > 0 && isNames(word)) {
        return Names.of(PersonNames.chinese(word, false)); // 云溪 张三、李四 云溪晚报
      }
    }
    for (int i = 0; i < words.size(); i++) {
      boolean outlet = words.get(i).length() > 3 && PersonNames.isOutlet(words.get(i));
      for (int beside : outlet ? new int[] {i + 1, i - 1} : new int[0]) {
        boolean edge = beside == words.size() - 1 || beside == 0 && words.size() == 2;
        if (edge && isNames(words.get(beside))) {
          return Names.of(PersonNames.chinese(words.get(beside), false));
        }
      }
    }
    return List.of();
  }

  /** 专栏 | 张三丰, 湖区观察 · 张三丰: the one part that is a name; one of two characters may be any word. */
  private static List<Names> inParts(String text) {
    String[] parts = text.length() > LONGEST_HEAD ? new String[0] : PARTING.split(text, MAX_WORDS);
    List<String> names =
        Stream.of(parts)
            .map(String::strip)
            .filter(part -> part.length() >= NAME_OF_ITSELF && isNames(part))
            .toList();
    return parts.length > 1 && names.size() == 1
        ? Names.of(PersonNames.chinese(names.get(0), false))
        : List.of();
  }

  /** Without what parts it from the time behind it. */
  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0 && " |｜·/／-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end).strip();
  }

  private static boolean isNames(String text) {
    return PersonNames.isAllChinese(text)
        && PersonNames.chinese(text, false).stream().allMatch(name -> name.length() <= 3);
  }

  private static int length(Pattern pattern, String text, int from) {
    Matcher m = pattern.matcher(Text.plain(text.substring(from)));
    return m.find() ? m.end() : 0;
  }

  private static String beforeLabel(String text) {
    List<Labelled> labels = Labelled.in(text);
    return labels.isEmpty() ? text : text.substring(0, labels.get(0).start());
  }

  /** 某某日报 张三: what stands behind the outlet that follows the time. */
  private static String withoutOutlet(String text) {
    String[] words = text.strip().split("\\s+", 2);
    return words.length == 2 && words[0].length() > 3 && PersonNames.isOutlet(words[0])
        ? words[1]
        : text;
  }

  /** A line of names and nothing else right beneath the headline, or the first of the text. */
  public static List<Names> alone(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines =
        new ArrayList<>(margins.beneath().subList(0, Math.min(4, margins.beneath().size())));
    lines.addAll(margins.opening().subList(0, Math.min(1, margins.opening().size())));
    for (Line line : lines) {
      if (line.text().length() <= 24
          && line.links().isEmpty()
          && !line.isHeading()
          && PersonNames.isAllChinese(line.text())) {
        found.addAll(Names.of(PersonNames.chinese(line.text(), false)));
      } else if (line.text().length() <= 40 && !line.isHeading()) {
        found.addAll(Names.of(AuthorNotes.inLine(line.text())));
        found.addAll(signed(line));
      }
    }
    return found;
  }

  public static List<Names> trailing(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.closing());
    Collections.reverse(lines);
    for (Line line : margins.below().subList(0, Math.min(3, margins.below().size()))) {
      if (line.text().length() <= LONGEST_SIGNATURE && Text.hasHan(line.text())) {
        lines.add(line);
      }
    }
    for (Line line : lines) {
      Matcher m = TRAILING_NAMES.matcher(line.text());
      if (m.find()
          && PersonNames.isAllChinese(m.group(1))
          && !PICTURE.matcher(Text.plain(m.group(1))).find()) {
        found.addAll(Names.of(PersonNames.chinese(m.group(1), false)));
      }
      found.addAll(signed(line));
    }
    Line last = margins.closing().isEmpty() ? null : lines.get(0);
    if (last != null && signsAlone(last)) {
      found.addAll(Names.of(PersonNames.chinese(last.text(), false)));
    }
    return found;
  }

  /** 张三丰 李四 as the last line of the text; one name of two characters may be any word. */
  private static boolean signsAlone(Line line) {
    return line.text().length() <= LONGEST_HEAD
        && line.links().isEmpty()
        && !line.isHeading()
        && !line.block().tag().equals("li")
        && isNames(line.text())
        && line.weight() > 2;
  }

  private static List<Names> signed(Line line) {
    for (Pattern pattern : List.of(SIGNED, READER, OF_OFFICE, WORDS_AND_PICTURES)) {
      Matcher m = pattern.matcher(line.plain());
      if (m.find() && PersonNames.isAllChinese(m.group(1))) {
        String names = line.text().substring(m.start(1), m.end(1));
        return Names.of(PersonNames.chinese(names, false));
      }
    }
    return List.of();
  }
}
