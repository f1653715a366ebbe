package dev.newsfold.parse.section;

import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.NamePattern;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells names of sections from buttons, slogans and links home. */
public final class SectionNames {
  /** What buttons and actions of a site say, and nothing else. */
  private static final Set<String> BUTTONS = Lexicon.words("navigation.tsv", 3, "button");

  /** How buttons and actions begin: 我要投稿, Back to overview. */
  private static final List<String> ACTIONS =
      List.copyOf(Lexicon.words("navigation.tsv", 3, "action"));

  /** Sections that most papers have: a link or part of a title that says so needs no other sign. */
  private static final Set<String> COMMON = Lexicon.words("navigation.tsv", 3, "section");

  /** Parts of class names of labels and categories above headlines. */
  private static final NamePattern HINTS = ClassNames.pattern("section");

  /** Parts of class names that stand for nothing else. */
  private static final Phrases CATEGORIES = ClassNames.parts("category");

  /** Folders in which sites keep a page for each of their sections. */
  private static final Pattern FOLDER =
      Pattern.compile("/" + Lexicon.anyOf("folders.tsv", 3, "section") + "/[^/]");

  /** Counters, questions, sentences, arrows left of a path that was cut. */
  private static final Pattern PROSE =
      Pattern.compile(
          "[？?!！。；]|\\d+(?:\\.\\d+)?\\s?%s?%s|^\\d{1,3}\\s?[-–]?\\s?%s|^\\P{L}+$|(?:>>|»|＞)$"
              .formatted(
                  Lexicon.anyOf("navigation.tsv", 3, "many"),
                  Lexicon.anyOf("navigation.tsv", 3, "counted"),
                  Lexicon.anyOf("navigation.tsv", 3, "counter")));

  /** 湖滨要闻, 南洋新闻: how Chinese sections end, and sites too, whose links lead home. */
  private static final Pattern CHINESE =
      Pattern.compile("\\p{IsHan}{2,5}" + Lexicon.anyOf("navigation.tsv", 3, "section end"));

  private static final Pattern ENTITY = Pattern.compile("&(?:amp;)?(#39|amp|quot|lt|gt|nbsp);");
  private static final int LONGEST = 24;
  static final int LONGEST_HAN = 8;

  private SectionNames() {}

  /** True for what no section is called: a button, an action, a slogan, a counter. */
  static boolean isNavigation(String text) {
    String plain = Text.plain(Text.squeeze(text)).toLowerCase(Locale.ROOT);
    if (BUTTONS.contains(plain) || PROSE.matcher(plain).find()) {
      return true;
    }
    for (String action : ACTIONS) {
      if (plain.startsWith(action)) {
        return true;
      }
    }
    return false;
  }

  /** True for a section that most papers have. */
  static boolean isCommon(String text) {
    return COMMON.contains(Text.plain(Text.squeeze(text)).toLowerCase(Locale.ROOT));
  }

  /** True for what may be a section's name by its length and words. */
  static boolean isShort(String text) {
    return text.length() <= (Text.hasHan(text) ? LONGEST_HAN : LONGEST) && !isNavigation(text);
  }

  /** Whether a line that is no link names a section: kickers, which tell of the story, do not. */
  static boolean isNamed(String text, String hint) {
    return isShort(text) && HINTS.isIn(hint) && (isCommon(text) || CATEGORIES.isIn(hint));
  }

  /** True for class names that stand for a section and nothing else. */
  static boolean isCategory(String hint) {
    return CATEGORIES.isIn(hint);
  }

  /**
   * Whether a link names a section.
   *
   * @param href where it leads, if it says so
   * @param hint class and id names of its block
   */
  static boolean isSection(String text, @Nullable String href, String hint) {
    if (!isShort(text)) {
      return false;
    }
    boolean author = href != null && href.contains("/author");
    boolean folder = href != null && FOLDER.matcher(href).find();
    return isCommon(text)
        || (HINTS.isIn(hint) || folder) && !author
        || CHINESE.matcher(Text.plain(text)).matches();
  }

  /** A name without the entities that some templates encode twice: Crime &amp;amp; Safety. */
  public static String decoded(String section) {
    String text = section;
    if (text.indexOf('&') >= 0) {
      text =
          ENTITY
              .matcher(text)
              .replaceAll(
                  m ->
                      switch (m.group(1)) {
                        case "#39" -> "'";
                        case "quot" -> "\"";
                        case "lt" -> "<";
                        case "gt" -> ">";
                        case "nbsp" -> " ";
                        default -> "&";
                      });
    }
    return Text.squeeze(text);
  }
}
