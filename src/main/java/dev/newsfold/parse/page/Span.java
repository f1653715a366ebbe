package dev.newsfold.parse.page;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.Text;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line that an inline element marks: a link, a {@code <span class=source>}, a {@code
 * <time>}.
 */
public final class Span {
  /** Folders in which sites keep a page for each of their authors. */
  private static final Pattern AUTHORS =
      Pattern.compile("/" + Lexicon.anyOf("folders.tsv", 3, "author") + "(?![a-z])");

  /** The same, or longer ones: next to no address holds any. */
  private static final Phrases LIKE_AUTHORS =
      Phrases.of(
          Lexicon.list("folders.tsv", 3, "author").stream().map(name -> '/' + name).toList());

  /** A link may hold any number of lines: no more of its address is read in each. */
  private static final int LONGEST_ADDRESS = 4_000;

  private final Element element;
  private final String text;
  private final int start;

  /** Made when the first rule asks. */
  private @Nullable String hint;

  private @Nullable String href;

  /**
   * A part of a line.
   *
   * @param text what the element marks, in this line
   * @param start where it begins in the line
   */
  Span(Element element, String text, int start) {
    this.element = element;
    this.text = text;
    this.start = start;
  }

  public Element element() {
    return element;
  }

  public String text() {
    return text;
  }

  public int start() {
    return start;
  }

  public boolean isLink() {
    return element.nameIs("a") && !element.attributes().get("href").isEmpty();
  }

  /** The address as written, its first 4,000 chars; empty if there is none. */
  public String href() {
    if (href == null) {
      href = Text.cut(element.attributes().get("href"), LONGEST_ADDRESS).trim();
    }
    return href;
  }

  /** True for a link to the page of an author. */
  public boolean leadsToAuthor() {
    return isLink() && LIKE_AUTHORS.isIn(href()) && AUTHORS.matcher(href()).find();
  }

  /** Class, id and role names in lower case. */
  public String hint() {
    if (hint == null) {
      hint = Block.hintOf(element);
    }
    return hint;
  }
}
