package dev.newsfold.parse;

import java.io.CharArrayReader;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a page, before it is parsed, what no rule reads: comments, style sheets, and the
 * attributes that speak to browsers. They are half of a page of today, and cost a parser as much as
 * its text does. Endless tag names are cut, since jsoup's time is quadratic in their length.
 *
 * <p>The page is read as the tokenizer of the HTML standard reads it (section 13.2.5); whatever is
 * unusual stays as it is. So the tree comes out the same, but for what is left out.
 */
final class MarkupTrim {
  /** The longest name a tag may have; no element of any vocabulary comes near. */
  private static final int MAX_TAG_NAME = 1_000;

  /** Attributes that rules read. {@code style} is read for what it hides. */
  private static final Names READ =
      new Names(
          """
          class id role href rel src name content value type title style hidden lang xml:lang
          http-equiv property typeof itemprop itemscope itemtype itemid datetime data-datetime
          data-date data-published data-publish-date data-time data-timestamp data-utime
          """
              .strip()
              .split("\\s+"));

  /** Elements whose content is text, whatever it looks like. */
  private static final Names RAW_TEXT =
      new Names(
          "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes");

  private static final char[] STYLE = "style".toCharArray();
  private static final char[] SCRIPT = "script".toCharArray();
  private static final char[] HIDING = "none".toCharArray();

  /** The page, to search in: Java does that by vectors. */
  private final String page;

  /** The page, to read char by char; what is kept of it moves to the front. */
  private final char[] html;

  private final boolean trims;
  private int length;

  /** All that stands before this is kept or left out. */
  private int copied;

  private MarkupTrim(String html, boolean trims) {
    this.page = html;
    this.html = html.toCharArray();
    this.trims = trims;
  }

  /** The page without what no rule reads. */
  static Reader trim(String html) {
    return new MarkupTrim(html, true).read();
  }

  /** The page with endless tag names cut, and all else as it is: selectors may ask for anything. */
  static Reader bound(String html) {
    return new MarkupTrim(html, false).read();
  }

  private void keepTo(int end) {
    if (length < copied) {
      System.arraycopy(html, copied, html, length, end - copied);
    }
    length += end - copied;
    copied = end;
  }

  private void leaveOut(int start, int end) {
    keepTo(start);
    copied = end;
  }

  private Reader read() {
    int at = indexOf('<', 0);
    while (at + 1 < html.length) {
      char next = html[at + 1];
      int end;
      if (isLetter(next)) {
        end = startTag(at);
      } else if (next == '/' && at + 2 < html.length && isLetter(html[at + 2])) {
        end = tagName(at, at + 2);
      } else if (next == '!' || next == '?' || next == '/') {
        end = comment(at);
      } else {
        end = at + 1;
      }
      at = indexOf('<', end);
    }
    keepTo(html.length);
    return new CharArrayReader(html, 0, length);
  }

  /** Where the next such char is; the end if there is none. */
  private int indexOf(char c, int from) {
    int at = page.indexOf(c, from);
    return at < 0 ? html.length : at;
  }

  private boolean has(char c, int at) {
    return at < html.length && html[at] == c;
  }

  /** Reads a comment or what browsers take for one, and returns where it ends. */
  private int comment(int at) {
    int text = at + 4;
    if (!(has('!', at + 1) && has('-', at + 2) && has('-', at + 3))) {
      return behind(indexOf('>', at));
    }
    if (has('>', text) || has('-', text) && has('>', text + 1)) {
      return text;
    }
    int dashes = indexOf('-', text);
    while (dashes < html.length
        && !(has('-', dashes + 1)
            && (has('>', dashes + 2) || has('!', dashes + 2) && has('>', dashes + 3)))) {
      dashes = indexOf('-', dashes + 1);
    }
    if (dashes == html.length) {
      return html.length;
    }
    int end = indexOf('>', dashes) + 1;
    if (trims) {
      leaveOut(at, end);
    }
    return end;
  }

  /** Behind a place, or the end of the page if there is no such place. */
  private int behind(int at) {
    return Math.min(at + 1, html.length);
  }

  /** Reads a tag's name from {@code from} on, cuts an endless one, and returns where it ends. */
  private int tagName(int tag, int from) {
    int end = from;
    while (end < html.length && isNamePart(html[end])) {
      end++;
    }
    if (end - tag > MAX_TAG_NAME) {
      leaveOut(tag + MAX_TAG_NAME, end);
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return c > ' ' && c != '>' && c != '<' && c != '/';
  }

  /** Reads a start tag, with its text if all in it is text, and returns where it ends. */
  private int startTag(int at) {
    int nameEnd = tagName(at, at + 1);
    // Raw text is known by its name as the page has it, so before anything is left out.
    char[] rawText = RAW_TEXT.find(html, at + 1, nameEnd);
    int end = attributes(nameEnd);
    if (rawText == null || html[end - 1] != '>') {
      return end;
    }
    int textEnd = rawTextEnd(rawText, end);
    if (trims && Arrays.equals(rawText, STYLE) && textEnd > end) {
      leaveOut(end, textEnd);
    }
    return textEnd;
  }

  /**
   * Where the end tag of such a text begins. A script that holds the tag of a script in a comment
   * ends elsewhere; after one nothing more is left out.
   */
  private int rawTextEnd(char[] name, int from) {
    int at = indexOf('<', from);
    while (at < html.length && !endsRawText(name, at)) {
      at = indexOf('<', at + 1);
    }
    return at < html.length && Arrays.equals(name, SCRIPT) && holdsScriptInComment(from, at)
        ? html.length
        : at;
  }

  private boolean holdsScriptInComment(int from, int to) {
    boolean inComment = false;
    for (int tag = indexOf('<', from); tag < to; tag = indexOf('<', tag + 1)) {
      if (inComment && matches(SCRIPT, tag + 1)) {
        return true;
      }
      inComment |= has('!', tag + 1) && has('-', tag + 2) && has('-', tag + 3);
    }
    return false;
  }

  private boolean endsRawText(char[] name, int at) {
    int end = at + 2 + name.length;
    if (!has('/', at + 1) || end >= html.length || !matches(name, at + 2)) {
      return false;
    }
    char next = html[end];
    return next <= ' ' || next == '>' || next == '/';
  }

  /** True if this name, in letters of any case, stands at a place. */
  private boolean matches(char[] name, int at) {
    return at + name.length <= html.length && Names.equal(name, html, at);
  }

  /**
   * Reads attributes up to the end of the tag, leaves out those that no rule reads, and returns
   * where the tag ends. For jsoup another tag ends it, too.
   */
  private int attributes(int from) {
    int at = from;
    boolean first = true;
    while (true) {
      int start = skipBlank(at);
      int nameEnd = attributeName(start);
      if (nameEnd == start) {
        return has('>', start) ? start + 1 : start;
      }
      int valueAt = skipSpace(nameEnd);
      if (valueAt >= html.length) {
        return valueAt;
      }
      boolean hasValue = html[valueAt] == '=';
      int end = hasValue ? valueEnd(valueAt + 1) : nameEnd;
      if (end < 0) {
        return valueAt;
      }
      if (trims && !isRead(start, nameEnd, end)) {
        leaveOut(first ? nameEnd : start, end);
      }
      first = false;
      at = end;
    }
  }

  /** Where the value behind {@code =} ends; -1 if it never does, or is none. */
  private int valueEnd(int from) {
    int at = skipSpace(from);
    if (at >= html.length) {
      return -1;
    }
    char quote = html[at];
    if (quote == '"' || quote == '\'') {
      int end = indexOf(quote, at + 1);
      return end == html.length ? -1 : end + 1;
    }
    int end = at;
    while (end < html.length && !isSpace(html[end]) && html[end] != '>') {
      end++;
    }
    return end == html.length ? -1 : end;
  }

  private boolean isRead(int start, int nameEnd, int end) {
    char[] name = READ.find(html, start, nameEnd);
    return name != null && (!Arrays.equals(name, STYLE) || hides(nameEnd, end));
  }

  private boolean hides(int from, int to) {
    for (int at = from; at + HIDING.length <= to; at++) {
      if (matches(HIDING, at)) {
        return true;
      }
    }
    return false;
  }

  /** Behind white space and slashes, which part attributes. */
  private int skipBlank(int from) {
    int at = from;
    while (at < html.length && (isSpace(html[at]) || html[at] == '/')) {
      at++;
    }
    return at;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < html.length && isSpace(html[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
  }

  /** Where the name that begins here ends; here, if none does. */
  private int attributeName(int from) {
    int at = from;
    if (at < html.length && html[at] == '<') {
      return at;
    }
    if (at < html.length && html[at] == '=') {
      at++;
    }
    while (at < html.length && isAttributeName(html[at])) {
      at++;
    }
    return at;
  }

  private static boolean isAttributeName(char c) {
    return c > '>' || !isSpace(c) && c != '=' && c != '>' && c != '/';
  }

  private static boolean isLetter(char c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /** Names in ASCII, looked up in a page without making strings of it. */
  private static final class Names {
    private final char[][][] byLength;

    Names(String... names) {
      int longest = List.of(names).stream().mapToInt(String::length).max().orElse(0);
      byLength = new char[longest + 1][][];
      for (int size = 0; size <= longest; size++) {
        int wanted = size;
        byLength[size] =
            List.of(names).stream()
                .filter(name -> name.length() == wanted)
                .map(String::toCharArray)
                .toArray(char[][]::new);
      }
    }

    /** The name that stands there, in letters of any case; null if none of these does. */
    char @Nullable [] find(char[] text, int from, int to) {
      if (to - from >= byLength.length) {
        return null;
      }
      for (char[] name : byLength[to - from]) {
        if (equal(name, text, from)) {
          return name;
        }
      }
      return null;
    }

    static boolean equal(char[] name, char[] text, int at) {
      for (int i = 0; i < name.length; i++) {
        char c = text[at + i];
        if (c != name[i] && (c < 'A' || c > 'Z' || (c | 0x20) != name[i])) {
          return false;
        }
      }
      return true;
    }
  }
}
