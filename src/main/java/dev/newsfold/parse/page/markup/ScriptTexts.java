package dev.newsfold.parse.page.markup;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/**
 * The texts of a page's scripts, a third of some pages. They need not go through the parser: each
 * is set aside, and its number parsed in its place.
 */
public final class ScriptTexts {
  /** Stands before the number, and in no script. */
  private static final char MARK = '\uE000';

  /** A mark and a number have no more chars. */
  static final int LONGEST_PLACEHOLDER = 8;

  private static final int MOST = 1_000_000;

  private final List<String> texts = new ArrayList<>();

  /** True if there are so many that the next would have too long a number. */
  boolean full() {
    return texts.size() == MOST;
  }

  /** Sets a text aside, and returns what stands for it. */
  String setAside(String text) {
    texts.add(text.replace('\0', '\uFFFD')); // as the parser does
    return MARK + Integer.toString(texts.size() - 1);
  }

  /** The text of a script; where it was set aside, it is put back. */
  public String of(Element script) {
    String data = script.data();
    int number = number(data);
    if (number < 0 || number >= texts.size()) {
      return data;
    }
    if (script.firstChild() instanceof DataNode node) {
      node.setWholeData(texts.get(number));
    }
    return texts.get(number);
  }

  private static int number(String data) {
    if (data.isEmpty() || data.length() > LONGEST_PLACEHOLDER || data.charAt(0) != MARK) {
      return -1;
    }
    int number = 0;
    for (int i = 1; i < data.length(); i++) {
      char digit = data.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + digit - '0';
    }
    return data.length() == 1 ? -1 : number;
  }
}
