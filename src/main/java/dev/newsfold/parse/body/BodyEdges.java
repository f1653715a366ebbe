package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.people.Counters;
import dev.newsfold.parse.people.NamesWithRoles;
import dev.newsfold.parse.people.PersonNames;
import dev.newsfold.parse.people.Reporters;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Sentences;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first and the last lines of a text that speak of the article: who wrote it, and when. */
final class BodyEdges {
  /** What stands beneath a headline: dates, times, counters, names with labels. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?:19|20)\\d\\d\\s?[-/.年]\\s?\\d{1,2}|[〇○零一二三四五六七八九]{4}年|\\b\\d{1,2}:\\d{2}|\\b(?:19|20)\\d\\d\\b|"
              + "^%s[:：]?$|%s|\\b%s\\b|%s[:：]|"
                  .formatted(
                      Lexicon.anyOf("headlines.tsv", 3, "summary"),
                      Lexicon.anyOf("headlines.tsv", 3, "beneath"),
                      Lexicon.anyOf("headlines.tsv", 3, "beneath word"),
                      CreditWords.any("reporter"))
              + "^\\S{0,16}%s\\s++\\p{IsHan}{2,4}(?:[ 、]\\p{IsHan}{2,4}){0,4}$"
                  .formatted(CreditWords.any("reporter", "correspondent")),
          Pattern.CASE_INSENSITIVE);

  /** □ 张三, ■ 张三 李四: as papers set the author beneath a headline. */
  private static final Pattern BULLET = Pattern.compile("[□■◎●○◆◇▲△▼★☆※▪]{1,2}\\s?");

  /** 张三报道, in a line of its own. */
  private static final Pattern REPORTED = Pattern.compile(CreditWords.any("report", "wrote") + "$");

  /** 08:40 น., 08:40 h.: the stop behind a clock ends no sentence. */
  private static final Pattern CLOCK =
      Pattern.compile("\\d\\s?" + Lexicon.anyOf("time-words.tsv", 3, "hour in short") + "\\.$");

  private static final int HEAD_WEIGHT = 120;

  private static final int LONGEST_BYLINE = 40;

  /** A byline that ends with initials is no longer. */
  private static final int LONGEST_INITIALS = 50;

  private static final int MAX_SCRAP = 30;

  private static final Pattern SCRAP =
      Pattern.compile("[\\p{L}\\p{M} .,/'’&·-]+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int MAX_TAIL = 5;

  private static final int MAX_HEADS = 2;

  /** 홍길순 기자 hong@example.com, hong@example.com */
  private static final Pattern REPORTER_WITH_MAIL =
      Pattern.compile(
          "(?:\\S{2,12}(?: \\S{1,8}){0,3} "
              + CreditWords.korean("reporter")
              + " ?[(=]? ?)?[\\w.+-]++@[\\w.-]++\\)?");

  private final String headline;
  private final BiConsumer<Line, String> dropped;

  /**
   * @param headline of the page
   * @param dropped told of each line left out, and why
   */
  BodyEdges(String headline, BiConsumer<Line, String> dropped) {
    this.headline = headline;
    this.dropped = dropped;
  }

  /** The lines without those. */
  List<Line> trim(List<Line> lines) {
    return trimTail(trimHead(lines));
  }

  /** A line of a time, of counters, or of names with their label. */
  private static boolean saysWhoAndWhen(Line line) {
    String text = line.plain();
    if (HEAD.matcher(text).find()
        || Boilerplate.isStamp(line)
        || NamesWithRoles.isIn(line)
        || Counters.areIn(line.text())
        || line.weight() <= LONGEST_BYLINE
            && line.block().lineCount() == 1
            && !line.isHeading()
            && BodyEnd.isInfo(line)) {
      return true;
    }
    if (text.length() > LONGEST_BYLINE) {
      return false;
    }
    Matcher bullet = BULLET.matcher(text);
    List<Labelled> labels = line.labels();
    if (!Text.isCjk(text.charAt(0))) {
      return bullet.lookingAt() && namesWriters(text.substring(bullet.end()))
          || labels.stream()
              .anyMatch(
                  label ->
                      (label.start() == 0 || label.label() == Label.AUTHOR)
                          && label.separated(text));
    }
    return !labels.isEmpty() && labels.get(0).start() == 0
        || !Reporters.in(text).isEmpty()
        || (text.indexOf(',') > 0 || REPORTED.matcher(text).find())
            && PersonNames.isAllChinese(text);
  }

  /** 张三 李四, 本报记者 张三: what may stand behind the bullet of a byline. */
  private static boolean namesWriters(String text) {
    return PersonNames.isAllChinese(text) || !Reporters.in(text).isEmpty();
  }

  /** A name, a place, a credit: a few words in a block of their own that are no heading. */
  private static boolean isScrap(Line line) {
    return line.weight() <= MAX_SCRAP
        && !line.isHeading()
        && !Text.hasHan(line.text())
        && line.block().lineCount() == 1
        && !line.block().tag().equals("li")
        && SCRAP.matcher(line.text()).matches();
  }

  /** Links and names of a byline, each in an element of its own: a section, an outlet. */
  private static boolean isAllMarked(Line line) {
    int marked = line.spans().stream().mapToInt(span -> Text.weight(span.text())).sum();
    return line.weight() <= HEAD_WEIGHT
        && line.weight() <= marked
        && line.spans().size() > 1
        && line.punctuation() == 0
        && !line.isHeading()
        && line.spans().stream().noneMatch(span -> span.text().equals(line.text()));
  }

  /** Drops the last lines if they only speak of the article, or head what has been left out. */
  private List<Line> trimTail(List<Line> lines) {
    int end = lines.size();
    int heads = 0;
    while (end > 1 && lines.size() - end <= MAX_TAIL) {
      Line line = lines.get(end - 1);
      boolean head = isHeadOfNothing(line);
      boolean signed = NamesWithRoles.isName(line) && Sentences.ends(lines.get(end - 2).text());
      if (!head && !signed && !saysWhoAtEnd(line)) {
        break;
      }
      heads += head ? 1 : 0;
      end--;
    }
    // Where they are many, the headings themselves are what a page has to say.
    if (heads > MAX_HEADS || lines.size() - end > MAX_TAIL) {
      return lines;
    }
    lines.subList(end, lines.size()).forEach(line -> dropped.accept(line, "beneath the text"));
    return lines.subList(0, end);
  }

  private static boolean isHeadOfNothing(Line line) {
    return line.isHeading() && line.weight() <= HEAD_WEIGHT && !Sentences.isComplete(line.text());
  }

  private static boolean saysWhoAtEnd(Line line) {
    return Boilerplate.isStamp(line)
        || namesAuthor(line)
        || namesSource(line)
        || Boilerplate.isCredit(line)
        || NamesWithRoles.signs(line)
        || Signatures.is(line)
        || REPORTER_WITH_MAIL.matcher(line.text()).matches();
  }

  /** 文稿｜张三 李四: the label of an author, his name, and nothing else. */
  private static boolean namesAuthor(Line line) {
    List<Labelled> labels = line.text().length() > LONGEST_BYLINE ? List.of() : line.labels();
    return labels.size() == 1
        && labels.get(0).start() == 0
        && labels.get(0).label() == Label.AUTHOR
        && PersonNames.isAllChinese(labels.get(0).value());
  }

  /** Zdroj: ČTK: in any language, the label of the source, its name, and nothing else. */
  private static boolean namesSource(Line line) {
    List<Labelled> labels = line.text().length() > LONGEST_BYLINE ? List.of() : line.labels();
    return labels.size() == 1
        && labels.get(0).start() == 0
        && labels.get(0).label() == Label.SOURCE
        && labels.get(0).separated(line.text());
  }

  /** Drops the lines between the headline and the first prose that only speak of the article. */
  private List<Line> trimHead(List<Line> lines) {
    int first = 0;
    while (first < lines.size() && first < 12) {
      Line line = lines.get(first);
      if (line.weight() > HEAD_WEIGHT
          || Sentences.isComplete(line.text())
              && !CLOCK.matcher(line.text()).find()
              && !(line.text().length() <= LONGEST_INITIALS && NamesWithRoles.isIn(line))) {
        break;
      }
      first++;
    }
    if (first == lines.size()) {
      first = 0;
    }
    boolean head = lines.subList(0, first).stream().anyMatch(BodyEdges::saysWhoAndWhen);
    List<Line> kept = new ArrayList<>(lines.size());
    String headlineKey = Keys.of(headline);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (i < first && (saysWhoAndWhen(line) || head && (isScrap(line) || isAllMarked(line)))) {
        dropped.accept(line, "beneath the headline");
      } else if (i < first && line.key().equals(headlineKey)) {
        dropped.accept(line, "the headline");
      } else {
        kept.add(line);
      }
    }
    return kept;
  }
}
