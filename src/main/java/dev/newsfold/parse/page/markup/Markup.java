package dev.newsfold.parse.page.markup;

/**
 * A page as the tokenizer of the HTML standard reads it (section 13.2.5): where tags, attributes,
 * comments and raw text end. Beyond the end of the page nothing is found.
 */
final class Markup {
  private static final char[] SCRIPT = "script".toCharArray();

  /** The page, to search in: Java does that by vectors. */
  final String page;

  /** The page, to read char by char. What stands before the place being read may be overwritten. */
  final char[] chars;

  Markup(String page) {
    this.page = page;
    this.chars = page.toCharArray();
  }

  int length() {
    return chars.length;
  }

  boolean has(char c, int at) {
    return at < chars.length && chars[at] == c;
  }

  /** True if these letters, in any case, stand at a place; {@code name} is in lower case. */
  boolean has(char[] name, int at) {
    return at + name.length <= chars.length && Names.equal(name, chars, at);
  }

  /** True if these letters, in any case, stand anywhere between two places. */
  boolean holds(char[] name, int from, int to) {
    for (int at = from; at + name.length <= to; at++) {
      if (has(name, at)) {
        return true;
      }
    }
    return false;
  }

  boolean hasLetter(int at) {
    int lower = at < chars.length ? chars[at] | 0x20 : 0;
    return lower >= 'a' && lower <= 'z';
  }

  /** The char before a place, as the page has it. */
  char before(int at) {
    return page.charAt(at - 1);
  }

  /** Where the next such char is; the end of the page if there is none. */
  int indexOf(char c, int from) {
    int at = page.indexOf(c, from);
    return at < 0 ? chars.length : at;
  }

  /** Behind the next such char; the end of the page if there is none. */
  int behind(char c, int from) {
    return Math.min(indexOf(c, from) + 1, chars.length);
  }

  int skipSpace(int from) {
    int at = from;
    while (at < chars.length && isSpace(chars[at])) {
      at++;
    }
    return at;
  }

  /** Behind white space and slashes, which part attributes. */
  int skipBlank(int from) {
    int at = skipSpace(from);
    while (has('/', at)) {
      at = skipSpace(at + 1);
    }
    return at;
  }

  /** Where a tag's name that begins here ends. */
  int tagNameEnd(int from) {
    int at = from;
    while (at < chars.length && isTagName(chars[at])) {
      at++;
    }
    return at;
  }

  /** Where an attribute's name that begins here ends; here, if none does. */
  int attributeNameEnd(int from) {
    int at = has('=', from) ? from + 1 : from;
    while (at < chars.length && isAttributeName(chars[at])) {
      at++;
    }
    return at;
  }

  /** True if what stands here would go on an attribute's name before it. */
  boolean joinsName(int at) {
    return at < chars.length && isAttributeName(chars[at]);
  }

  /** Where an attribute's value ends that begins here, or behind white space; -1 if it does not. */
  int valueEnd(int from) {
    int start = skipSpace(from);
    if (start >= chars.length) {
      return -1;
    }
    char quote = chars[start];
    int end;
    if (quote == '"' || quote == '\'') {
      end = indexOf(quote, start + 1) + 1;
    } else {
      end = start;
      while (end < chars.length && !isSpace(chars[end]) && chars[end] != '>') {
        end++;
      }
    }
    return end >= chars.length ? -1 : end;
  }

  boolean beginsComment(int at) {
    return has('!', at + 1) && has('-', at + 2) && has('-', at + 3);
  }

  /** Where the comment that begins here ends; the end of the page if it does not. */
  int commentEnd(int at) {
    int text = at + 4;
    if (has('>', text) || has('-', text) && has('>', text + 1)) {
      return behind('>', text);
    }
    int dash = indexOf('-', text);
    while (dash < chars.length && !endsComment(dash)) {
      dash = indexOf('-', dash + 1);
    }
    return behind('>', dash);
  }

  private boolean endsComment(int dash) {
    return has('-', dash + 1) && (has('>', dash + 2) || has('!', dash + 2) && has('>', dash + 3));
  }

  /**
   * Where the end tag of raw text begins; the end of the page if there is none.
   *
   * @param name where the name of its start tag begins
   * @param length of that name
   */
  int rawTextEnd(int name, int length, int from) {
    int at = indexOf('<', from);
    while (at < chars.length && !endsRawText(name, length, at)) {
      at = indexOf('<', at + 1);
    }
    return at;
  }

  private boolean endsRawText(int name, int length, int at) {
    int end = at + 2 + length;
    if (!has('/', at + 1) || end >= chars.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      // The start tag's own chars may have been overwritten.
      if ((page.charAt(name + i) | 0x20) != (chars[at + 2 + i] | 0x20)) {
        return false;
      }
    }
    return chars[end] <= ' ' || chars[end] == '>' || chars[end] == '/';
  }

  /** Behind the end tag of a drawing's content that begins here; -1 if other things stand in it. */
  int drawingEnd(int from) {
    int at = indexOf('<', from);
    while (at < chars.length) {
      int name = has('/', at + 1) ? at + 2 : at + 1;
      int nameEnd = tagNameEnd(name);
      int next = indexOf('<', at + 1);
      int tag = Vocabulary.TAGS.traits(chars, name, nameEnd);
      int end = behind('>', nameEnd);
      if (end > next || (tag & (Vocabulary.DRAWS | Vocabulary.DRAWING)) == 0) {
        return -1;
      }
      if ((tag & Vocabulary.DRAWING) != 0) {
        return name == at + 2 ? end : -1;
      }
      at = next;
    }
    return -1;
  }

  /** True for a script with the tag of a script in a comment: it ends behind another end tag. */
  boolean holdsScriptInComment(int from, int to) {
    boolean inComment = false;
    for (int tag = indexOf('<', from); tag < to; tag = indexOf('<', tag + 1)) {
      if (inComment && has(SCRIPT, tag + 1)) {
        return true;
      }
      inComment |= beginsComment(tag);
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
  }

  private static boolean isTagName(char c) {
    return c > ' ' && c != '>' && c != '/';
  }

  private static boolean isAttributeName(char c) {
    return c > '>' || !isSpace(c) && c != '=' && c != '>' && c != '/';
  }
}
