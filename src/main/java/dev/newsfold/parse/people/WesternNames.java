package dev.newsfold.parse.people;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the names out of bylines in languages that write names with blanks: By Jane Roe, CNN. */
final class WesternNames {
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*(?:[;|•·/&–—]|\\s(?:" + BylineWords.any("joins") + ")\\s|\\s-\\s|\\s{2,}|,)\\s*",
          Pattern.CASE_INSENSITIVE);

  private static String any(String kind) {
    return Lexicon.anyOf("no-names.tsv", 3, kind);
  }

  private static final Pattern PEN_NAME = Pattern.compile("\\p{L}{2,} Reporter(?:in)?");

  /** What stands between names, or behind one, and is none. */
  private static final Pattern ROLE =
      Pattern.compile("(?i)^(?:" + BylineWords.any("role") + "|vor \\d.*)\\b.*");

  /** What people do, behind the comma that follows a name: Shipping Expert, Executive Editor. */
  private static final Pattern POST =
      Pattern.compile(
          "(?i).*\\b(?:"
              + BylineWords.any("calling")
              + ")s?$|(?:"
              + BylineWords.any("post")
              + ")\\b.*");

  /** g1 Vale do Lago: an outlet behind the names, by the digit in its first word. */
  private static final Pattern EDITION = Pattern.compile("\\p{L}{1,8}\\d{1,2}(?:\\s.*|$)");

  /** The same name printed twice, for the picture and for the text. */
  private static final Pattern TWICE = Pattern.compile("(\\S+ .{1,40}?) \\1");

  /** Where a byline goes on to say something else. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)\\s+(?:%s\\s.*|%s?\\s?%ss?)$"
              .formatted(any("western tail"), any("western rank"), any("western role")));

  /** A credit, a beginning of a sentence or a date, and no name. */
  private static final Pattern PROSE =
      Pattern.compile(
          "(?i:"
              + any("western label")
              + "s?)\\s?[:：/].*|.*\\s(?:by|am)(?:\\s.*)?$|.*\\s(?:on|le|il|um)$|^ca\\..*");

  /** Jane Roe 2 hours ago, Jane Roe 5 min read: what begins with a number is no name. */
  private static final Pattern NUMBER_BEHIND =
      Pattern.compile(
          "(?i)(?<=\\p{L}{2})\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.?\\s\\d{1,2}\\b.*$|(?<=\\p{L}[\\p{L}.'’-]{0,30}"
              + " \\p{L}[\\p{L}’'-]{0,30})\\s+\\d.*$");

  /** January 6 is a day. */
  private static final Pattern DAY =
      Pattern.compile(
          "(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|janv|févr|avr|juin|juil|août|déc)\\p{L}{0,6}\\.?\\s\\d{1,2}");

  private static final Pattern CODE = Pattern.compile("\\s?[(\\[][^()\\[\\]]{1,40}[)\\]]");
  private static final Pattern OPEN_BRACKET = Pattern.compile("[(\\[].*$");
  private static final Pattern DATE_OR_NUMBER = Pattern.compile(".*\\d{2,}.*|.*\\d:\\d.*|^\\d.*");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S*|www\\.\\S*|\\S+@\\S+|@\\w+|\\b[\\w-]+\\.(?:com|net|org)/\\S*");

  private static final Set<String> NO_NAMES = Lexicon.words("no-names.tsv", 3, "western");

  /** Words that no name holds: of buttons, of lists, of what people do. */
  private static final Set<String> NO_WORDS = Lexicon.words("no-names.tsv", 3, "western word");

  private static final Set<String> PARTICLES = BylineWords.of("particle");

  /** Words of what people are and do. */
  private static final Set<String> WORK = BylineWords.of("work");

  /** Two words run together by a template: HansRoe; McRoe and MacDonald are names. */
  private static final Pattern RUN_TOGETHER = Pattern.compile("\\p{Ll}{4}\\p{Lu}");

  /** A word of a name: Roe, O'Brien, Al-Sayed, J., McRoe. */
  private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]*+\\.?");

  private static final int MAX_WORDS = 5;

  /** The longest name, in chars. */
  static final int MAX_NAME = 60;

  private static final int MAX_NAMES = 20;

  private WesternNames() {}

  /** The names in a byline, without By, roles, dates and addresses. */
  static List<String> in(String byline) {
    String text = byline.length() > 400 ? byline.substring(0, 400) : byline;
    text = withoutAddresses(Text.squeeze(text));
    // Most bylines hold none of what most of these patterns begin with.
    boolean digit = Text.hasDigit(text);
    boolean bracket = text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
    text = BylineEnds.withoutPictured(text);
    text = bracket ? CODE.matcher(text).replaceAll(" ").strip() : text;
    text = BylineEnds.without(BylineStart.without(text).strip());
    Set<String> names = new LinkedHashSet<>();
    for (String part : SEPARATOR.split(text, 40)) {
      String name = BylineStart.without(part.strip());
      if (digit && !names.isEmpty() && EDITION.matcher(name).matches()) {
        break; // what follows is a place or a part of its name
      }
      if (ROLE.matcher(name).matches()) {
        continue;
      }
      if (digit && DAY.matcher(name).matches()
          || !names.isEmpty() && POST.matcher(name).matches()) {
        continue;
      }
      name = withoutTail(bracket ? OPEN_BRACKET.matcher(name).replaceFirst("") : name);
      name = digit ? NUMBER_BEHIND.matcher(name).replaceFirst("") : name;
      name = BylineEnds.withoutCalling(name);
      name = EasternRoles.without(name);
      name = isTwice(name) ? name.substring(0, name.length() / 2) : name;
      boolean number = digit && DATE_OR_NUMBER.matcher(name).matches();
      if (!number && isName(name) && names.size() < MAX_NAMES) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private static String withoutAddresses(String byline) {
    boolean may = byline.indexOf('@') >= 0 || byline.indexOf('/') >= 0 || byline.contains("www.");
    return may ? ADDRESS.matcher(byline).replaceAll(" ").strip() : byline.strip();
  }

  private static boolean isTwice(String name) {
    int middle = name.length() / 2;
    return middle > 0 && name.charAt(middle) == ' ' && TWICE.matcher(name).matches();
  }

  /** "Rasender Reporter" is a pen name: what is left of a name has two words. */
  private static String withoutTail(String name) {
    String bare = strip(TAIL.matcher(name).replaceFirst(""));
    return bare.indexOf(' ') < 0 && PEN_NAME.matcher(name.strip()).matches() ? strip(name) : bare;
  }

  private static boolean isName(String name) {
    boolean prose = name.indexOf(' ') > 0 && (PROSE.matcher(name).matches() || beginsSmall(name));
    return name.length() >= 2
        && !prose
        && name.length() <= MAX_NAME
        && !NO_NAMES.contains(name.toLowerCase(Locale.ROOT))
        && !holds(name, NO_WORDS)
        && name.codePoints().anyMatch(Character::isLetter)
        && name.split(" ", 10).length <= 6;
  }

  /**
   * True for two to five words that begin like names, first and last without particles: Jane van
   * der Roe, JANE ROE. A word of one letter is an initial.
   */
  static boolean isFullName(String name) {
    String[] words = name.split(" ", MAX_WORDS + 1);
    if (words.length < 2
        || words.length > MAX_WORDS
        || NO_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      boolean particle = i > 0 && i < words.length - 1 && PARTICLES.contains(words[i]);
      if (!particle && !NAME_WORD.matcher(words[i]).matches()) {
        return false;
      }
    }
    return words[0].length() + words[words.length - 1].length() > 4
        && !RUN_TOGETHER.matcher(name).find()
        && !holds(name, WORK)
        && !holds(name, NO_WORDS);
  }

  private static boolean holds(String name, Set<String> words) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[ ,.:]+", 20)) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsSmall(String name) {
    String first = name.substring(0, name.indexOf(' '));
    return first.codePoints().allMatch(CaselessNames::isSmall) && !PARTICLES.contains(first);
  }

  /** True if every word of a name begins like a name, but for particles. */
  static boolean isCapitalised(String name) {
    for (String word : name.split(" ", 10)) {
      if (!word.isEmpty()
          && CaselessNames.isSmall(word.codePointAt(0))
          && !PARTICLES.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Vowels of Hindi and its kin are marks behind the letters. */
  private static boolean isPartOfWord(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.NON_SPACING_MARK;
  }

  /** A name without punctuation around it, but for the stop of an initial. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end
        && !Character.isLetterOrDigit(text.charAt(start))
        && "《「".indexOf(text.charAt(start)) < 0) {
      start++;
    }
    while (end > start
        && !isPartOfWord(text.charAt(end - 1))
        && ".》」".indexOf(text.charAt(end - 1)) < 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
