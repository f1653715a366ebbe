package dev.newsfold.parse.page.markup;

import java.io.CharArrayReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a page, before it is parsed, what no rule reads: comments, style sheets, pictures,
 * drawings, the attributes that speak to browsers, and the white space that indents lines. That is
 * more than half of a page of today, and costs a parser as much as its text does. Endless tag names
 * are cut, since jsoup's time is quadratic in their length.
 *
 * <p>Whatever is unusual stays as it is, so the tree comes out the same, but for what is left out.
 * Only where elements overlap may a blank between two words go, or a formatting element that never
 * ends reach less far into a table.
 */
public final class MarkupTrim {
  /** The longest name a tag may have; no element of any vocabulary comes near. */
  private static final int MAX_TAG_NAME = 1_000;

  private static final char[] HIDING = "none".toCharArray();

  private final Markup markup;
  private final OpenLines lines;
  private final ScriptTexts scripts;
  private final boolean trims;

  /** What is kept of the page moves to its front, up to here. */
  private int length;

  /** All that stands before this is kept or left out. */
  private int copied;

  private boolean inBody;

  /** What there is to know of the attributes of the tag read last. */
  private int stated;

  /** Where the tag of the last link begins and ends: a picture in it may bear the site's name. */
  private int link;

  private int linkEnd;

  /** Whether it does by its tag; null until a picture asks. */
  private @Nullable Boolean linkOfLogo;

  private MarkupTrim(String html, boolean trims, ScriptTexts scripts) {
    this.scripts = scripts;
    this.markup = new Markup(html);
    this.lines = new OpenLines(markup);
    this.trims = trims;
  }

  /**
   * The page without what no rule reads.
   *
   * @param scripts takes the texts of its scripts
   */
  public static Reader trim(String html, ScriptTexts scripts) {
    return new MarkupTrim(html, true, scripts).read();
  }

  /** The page with endless tag names cut, and all else as it is: selectors may ask for anything. */
  public static Reader bound(String html) {
    return new MarkupTrim(html, false, new ScriptTexts()).read();
  }

  private Reader read() {
    int end = 0;
    int at = markup.indexOf('<', 0);
    while (at + 1 < markup.length()) {
      text(end, at);
      end = markup(at);
      at = markup.indexOf('<', end);
    }
    keepTo(markup.length());
    return new CharArrayReader(markup.chars, 0, length);
  }

  private void keepTo(int end) {
    if (length < copied) {
      System.arraycopy(markup.chars, copied, markup.chars, length, end - copied);
    }
    length += end - copied;
    copied = end;
  }

  private void leaveOut(int start, int end) {
    keepTo(start);
    copied = end;
  }

  /** True if what stands before and behind a gap here would make markup of text together. */
  private boolean wouldJoin(int at) {
    return at > 0 && "<!?/".indexOf(markup.before(at)) >= 0;
  }

  /** Leaves out an element of which parts have been kept already; returns where it ends. */
  private int leaveOutFrom(int kept, int end) {
    length = kept;
    copied = end;
    return end;
  }

  /** Reads text before a bracket; white space is left out where no line has begun, or one ends. */
  private void text(int from, int to) {
    if (markup.skipSpace(from) < to) {
      lines.text();
    } else if (trims && from < to && lines.hideSpaceBefore(to) && !wouldJoin(from)) {
      leaveOut(from, to);
    }
  }

  /** Reads what begins with a bracket, and returns where it ends. */
  private int markup(int at) {
    if (markup.hasLetter(at + 1)) {
      return startTag(at);
    }
    char next = markup.chars[at + 1];
    if (next == '/' && markup.hasLetter(at + 2)) {
      return endTag(at);
    }
    if (markup.beginsComment(at)) {
      int end = markup.commentEnd(at);
      if (trims && end < markup.length() && !wouldJoin(at)) {
        leaveOut(at, end);
      }
      return end;
    }
    if (next == '!' || next == '?' || next == '/') {
      return markup.behind('>', at);
    }
    lines.text();
    return at + 1;
  }

  /** Reads a tag's name from {@code from} on, cuts an endless one, and returns where it ends. */
  private int tagName(int tag, int from) {
    int end = markup.tagNameEnd(from);
    if (end - tag > MAX_TAG_NAME) {
      leaveOut(tag + MAX_TAG_NAME, end);
    }
    return end;
  }

  private int endTag(int at) {
    int nameEnd = tagName(at, at + 2);
    lines.end(Vocabulary.TAGS.traits(markup.chars, at + 2, nameEnd), at + 2, nameEnd);
    return attributes(nameEnd);
  }

  /** Reads a start tag, with its text if all in it is text, and returns where it ends. */
  private int startTag(int at) {
    int nameEnd = tagName(at, at + 1);
    int tag = Vocabulary.TAGS.traits(markup.chars, at + 1, nameEnd);
    lines.start(tag, at + 1, nameEnd);
    // The body may begin with an element that shows nothing.
    boolean unread =
        trims
            && (tag & Vocabulary.UNREAD) != 0
            && (inBody || (tag & Vocabulary.HEAD) != 0)
            && !wouldJoin(at);
    inBody |= (tag & Vocabulary.HEAD) == 0;
    if (unread) {
      keepTo(at);
    }
    int kept = length;
    int end = attributes(nameEnd);
    if (!markup.has('>', end - 1)) {
      return end;
    }
    if ((tag & Vocabulary.LINK) != 0) {
      link = at;
      linkEnd = end;
      linkOfLogo = null;
    }
    boolean logo =
        (stated & Vocabulary.ALTERNATIVE) != 0
            && (isInLinkOfLogo() || LogoMarks.areIn(markup.page, at, end));
    unread &= (stated & Vocabulary.STATES) == 0 && !logo;
    if ((tag & Vocabulary.RELATES) != 0) {
      unread &= Vocabulary.RELATIONS.kindsIn(markup.page, nameEnd, end) == 0;
    }
    if ((tag & Vocabulary.DRAWING) != 0) {
      int closed = unread ? markup.drawingEnd(end) : -1;
      return closed < 0 ? end : leaveOutFrom(kept, closed);
    }
    if ((tag & Vocabulary.RAW_TEXT) == 0) {
      return unread ? leaveOutFrom(kept, end) : end;
    }
    int textEnd = markup.rawTextEnd(at + 1, nameEnd - at - 1, end);
    int closed = markup.behind('>', textEnd);
    if ((tag & Vocabulary.SCRIPT) != 0) {
      if (markup.holdsScriptInComment(end, textEnd)) {
        // It ends elsewhere: nothing more is left out.
        return markup.length();
      }
      unread &= (stated & Vocabulary.SOURCE) != 0;
      if (trims && !unread) {
        setAside(end, textEnd);
      }
    }
    return unread && textEnd < closed ? leaveOutFrom(kept, closed) : textEnd;
  }

  private boolean isInLinkOfLogo() {
    if (linkOfLogo == null) {
      linkOfLogo = LogoMarks.opensLink(markup.page, link, linkEnd);
    }
    return linkOfLogo;
  }

  /** Leaves the text of a script to those who keep it, with what stands for it in its place. */
  private void setAside(int start, int end) {
    boolean fits = end - start > ScriptTexts.LONGEST_PLACEHOLDER && !scripts.full();
    if (fits && end < markup.length()) {
      leaveOut(start, end);
      String placeholder = scripts.setAside(markup.page.substring(start, end));
      placeholder.getChars(0, placeholder.length(), markup.chars, length);
      length += placeholder.length();
    }
  }

  /**
   * Reads attributes up to the end of the tag, leaves out those that no rule reads, and returns
   * where the tag ends. Of the first a letter stays, since it is read whether an element has
   * attributes, and all of it where that letter would join the next.
   */
  private int attributes(int from) {
    stated = 0;
    boolean first = true;
    int at = from;
    while (true) {
      int start = markup.skipBlank(at);
      int nameEnd = markup.attributeNameEnd(start);
      if (nameEnd == start) {
        return markup.has('>', start) ? start + 1 : start;
      }
      int behindName = markup.skipSpace(nameEnd);
      int end = markup.has('=', behindName) ? markup.valueEnd(behindName + 1) : nameEnd;
      if (end < 0 || behindName == markup.length()) {
        return behindName;
      }
      int attribute = Vocabulary.ATTRIBUTES.traits(markup.chars, start, nameEnd);
      stated |= attribute;
      if (trims && !isRead(attribute, nameEnd, end) && !(first && markup.joinsName(end))) {
        leaveOut(first ? start + 1 : start, end);
      }
      first = false;
      at = end;
    }
  }

  /** A style is read for what it hides. */
  private boolean isRead(int attribute, int nameEnd, int end) {
    return (attribute & Vocabulary.READ) != 0
        || (attribute & Vocabulary.STYLE) != 0 && markup.holds(HIDING, nameEnd, end);
  }
}
