package dev.newsfold.parse.page.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an element is to the reader, by its name. */
public enum ElementKind {
  META("meta"),
  LINK("link"),
  TITLE("title"),
  SCRIPT("script"),
  NOSCRIPT("noscript"),
  BREAK("br"),

  /** It shows nothing that is text of the page. */
  UNSEEN(
      """
      style template iframe object embed applet svg math canvas audio video select textarea
      button datalist map noframes frameset input img wbr rp rt
      """),

  /** A part of a line. */
  INLINE(
      """
      a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr
      q rb ruby s samp small span strike strong sub sup time tt u var
      """),

  /** All others: their text begins and ends a line. */
  BLOCK("");

  private static final Map<String, ElementKind> KINDS = new HashMap<>();

  static {
    for (ElementKind kind : values()) {
      kind.names.forEach(name -> KINDS.put(name, kind));
    }
  }

  private final List<String> names;

  ElementKind(String names) {
    this.names = names.isBlank() ? List.of() : List.of(names.strip().split("\\s+"));
  }

  /** Tags that word processors leave behind ({@code <o:p>}) are inline; unknown ones are blocks. */
  public static ElementKind of(String tag) {
    ElementKind kind = KINDS.get(tag);
    return kind != null ? kind : tag.indexOf(':') >= 0 ? INLINE : BLOCK;
  }

  /** The names of elements at whose borders no line begins or ends. */
  static List<String> withinLines() {
    List<String> names = new ArrayList<>();
    for (ElementKind kind : values()) {
      if (kind != BREAK) {
        names.addAll(kind.names);
      }
    }
    return names;
  }

  /** The names of elements whose content is not shown. */
  static List<String> unseen() {
    List<String> names = new ArrayList<>(UNSEEN.names);
    names.addAll(NOSCRIPT.names);
    return names;
  }
}
