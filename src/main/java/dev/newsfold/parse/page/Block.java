package dev.newsfold.parse.page;

import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.Text;
import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block-level element of the page, with the range of lines it holds. */
public final class Block {
  private static final int LONGEST_HINT = 400;

  /** Names of blocks that hold comments and other articles. */
  private static final Phrases OTHERS = ClassNames.parts("others");

  private final int index;
  private final Element element;

  /** Asked for more often than anything else of a block. */
  private final String tag;

  private final @Nullable Block parent;
  private final int depth;
  private final boolean hidden;
  private final int firstLine;
  private int endLine;
  private int endIndex;
  private @Nullable String hint;
  private @Nullable Boolean amongOthers;

  Block(int index, Element element, @Nullable Block parent, boolean hidden, int firstLine) {
    this.index = index;
    this.element = element;
    this.tag = element.normalName();
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.hidden = hidden || (parent != null && parent.hidden);
    this.firstLine = firstLine;
    this.endLine = firstLine;
    this.endIndex = index + 1;
  }

  /** Called once, when the element closes. */
  void close(int endLine, int endIndex) {
    this.endLine = endLine;
    this.endIndex = endIndex;
  }

  /** Position among the page's blocks, in document order. */
  public int index() {
    return index;
  }

  /** One past the last block inside this one. */
  public int endIndex() {
    return endIndex;
  }

  public Element element() {
    return element;
  }

  /** Lower-case tag name. */
  public String tag() {
    return tag;
  }

  public @Nullable Block parent() {
    return parent;
  }

  public int depth() {
    return depth;
  }

  /** True if this block, or one around it, is not shown. */
  boolean hidden() {
    return hidden;
  }

  /** Index of the first line at or below this block. */
  public int firstLine() {
    return firstLine;
  }

  /** One past the index of the last line at or below this block. */
  public int endLine() {
    return endLine;
  }

  public int lineCount() {
    return endLine - firstLine;
  }

  public boolean contains(Line line) {
    return line.index() >= firstLine && line.index() < endLine;
  }

  public boolean contains(Block other) {
    return other.index >= index && other.index < endIndex;
  }

  /** The element's class, id and role names in lower case, separated by spaces. */
  public String hint() {
    String known = hint;
    if (known == null) {
      known = hintOf(element);
      hint = known;
    }
    return known;
  }

  /** True if this block, or one around it, is named for comments or other articles. */
  public boolean amongOthers() {
    if (amongOthers == null) {
      amongOthers = OTHERS.isIn(hint()) || parent != null && parent.amongOthers();
    }
    return amongOthers;
  }

  /** True for a paragraph or a heading: its class speaks of its looks, not of its role. */
  public boolean isParagraph() {
    return tag.equals("p") || tag.equals("blockquote") || isHeading();
  }

  boolean isHeading() {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  /** The block with this tag that this block is or lies in; null if there is none. */
  public @Nullable Block within(String tag) {
    for (Block b = this; b != null; b = b.parent) {
      if (b.tag.equals(tag)) {
        return b;
      }
    }
    return null;
  }

  static String hintOf(Element element) {
    if (element.attributesSize() == 0) {
      return "";
    }
    // The parser has put attributes' names into lower case.
    Attributes attributes = element.attributes();
    String names = Text.cut(attributes.get("class"), LONGEST_HINT).trim();
    String id = Text.cut(attributes.get("id"), LONGEST_HINT);
    String role = Text.cut(attributes.get("role"), LONGEST_HINT);
    String joined = id.isEmpty() && role.isEmpty() ? names : (names + ' ' + id + ' ' + role).trim();
    return Text.cut(joined, LONGEST_HINT).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return tag + '[' + hint() + "] " + firstLine + ".." + endLine;
  }
}
