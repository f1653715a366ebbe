package dev.newsfold.sample;

import java.util.List;
import java.util.Locale;

/** What is wrong with a broken or hostile page. */
enum Flaw {
  /** The bytes end in the middle of a paragraph, perhaps of a character. */
  CUT,
  /** Bytes that no encoding has, strewn into the text. */
  STRAY_BYTES,
  /** A label that the bytes belie. */
  MISLABELLED,
  /** An image that calls itself a page. */
  IMAGE,
  /** No bytes. */
  EMPTY,
  /** White space only. */
  BLANK,
  /** A page whose script never ran. */
  UNDEFINED,

  /** Thousands of headlines ahead of the article. */
  TICKER_FLOOD,
  /** Thousands of elements, each inside the other. */
  DEEP_NESTING,
  /** A headline that holds a script, escaped. */
  SCRIPT_IN_HEADLINE,
  /** NUL characters in the text. */
  NULS,
  /** One element with thousands of attributes. */
  ATTRIBUTE_FLOOD,
  /** A comment and a script that look like articles. */
  DECOY;

  static final List<Flaw> BROKEN =
      List.of(CUT, CUT, CUT, STRAY_BYTES, MISLABELLED, MISLABELLED, IMAGE, EMPTY, BLANK, UNDEFINED);
  static final List<Flaw> HOSTILE =
      List.of(TICKER_FLOOD, DEEP_NESTING, SCRIPT_IN_HEADLINE, NULS, ATTRIBUTE_FLOOD, DECOY);

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String expect() {
    return switch (this) {
      case EMPTY, BLANK -> Truth.EMPTY;
      case IMAGE -> Truth.NOT_HTML;
      case UNDEFINED -> Truth.NOT_ARTICLE;
      default -> Truth.ARTICLE;
    };
  }

  List<String> also() {
    return switch (this) {
      case TICKER_FLOOD, DEEP_NESTING, ATTRIBUTE_FLOOD -> List.of(Truth.TOO_COMPLEX);
      default -> List.of();
    };
  }

  boolean hasArticle() {
    return expect().equals(Truth.ARTICLE);
  }
}
