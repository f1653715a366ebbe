package dev.newsfold.parse.page.markup;

import dev.newsfold.parse.text.Phrases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What there is to know of tags and attributes for one who leaves out what no rule reads. */
public final class Vocabulary {
  /** Attributes in which elements repeat their time for machines. */
  public static final List<String> TIMES =
      List.of(
          "datetime",
          "data-datetime",
          "data-date",
          "data-published",
          "data-publish-date",
          "data-time",
          "data-timestamp",
          "data-utime",
          "data-epoch",
          "data-unix",
          "data-published-date",
          "data-pubdate",
          "content",
          "title");

  /** A tag at which no line begins or ends. */
  static final int WITHIN_LINE = 1;

  /** A tag of an element whose content is not shown. */
  static final int HIDES = 1 << 1;

  /** A tag of an element whose content is text, whatever it looks like. */
  static final int RAW_TEXT = 1 << 2;

  /** A tag of an element that is not read, unless its attributes tell something. */
  static final int UNREAD = 1 << 3;

  static final int PREFORMATTED = 1 << 4;
  static final int SCRIPT = 1 << 5;

  /** A tag with which no body begins. */
  static final int HEAD = 1 << 6;

  static final int LINK = 1 << 7;

  /** A tag that says how another document is related to the page. */
  static final int RELATES = 1 << 8;

  static final int DRAWING = 1 << 9;

  /** A tag that stands in drawings, and says nothing to anybody but who draws them. */
  static final int DRAWS = 1 << 10;

  static final Names TAGS = new Names(tags());

  /** An attribute that rules read. */
  static final int READ = 1;

  /** An attribute by which an element states something. */
  static final int STATES = 1 << 1;

  static final int SOURCE = 1 << 2;
  static final int STYLE = 1 << 3;

  /** An attribute that says in words what a picture shows. */
  static final int ALTERNATIVE = 1 << 4;

  static final Names ATTRIBUTES = new Names(attributes());

  /** How those documents are related to a page that rules read of, see {@link #RELATES}. */
  static final Phrases RELATIONS = Phrases.inAnyCase(List.of("canonical", "image_src", "license"));

  private Vocabulary() {}

  private static Map<String, Integer> tags() {
    Map<String, Integer> tags = new HashMap<>();
    ElementKind.withinLines().forEach(name -> set(tags, WITHIN_LINE, name));
    // A parser passes over those that come again.
    set(tags, WITHIN_LINE, "html head body");
    ElementKind.unseen().forEach(name -> set(tags, HIDES, name));
    set(tags, RAW_TEXT, "script style title textarea xmp iframe noembed noframes plaintext");
    set(tags, UNREAD, "img input wbr embed script style link svg");
    set(tags, PREFORMATTED, "pre");
    set(tags, SCRIPT, "script");
    set(tags, LINK, "a");
    set(tags, RELATES, "link");
    set(tags, DRAWING, "svg");
    set(
        tags,
        DRAWS,
        """
        path g use rect circle ellipse line polyline polygon defs symbol clippath mask stop title
        desc lineargradient radialgradient
        """);
    set(tags, HEAD, "html head title meta link base script style noscript");
    return tags;
  }

  private static Map<String, Integer> attributes() {
    Map<String, Integer> attributes = new HashMap<>();
    set(
        attributes,
        READ,
        "class id role href rel name content value type hidden lang xml:lang http-equiv");
    TIMES.forEach(name -> set(attributes, READ, name));
    set(attributes, READ | STATES, "itemprop itemscope itemtype itemid property typeof");
    set(attributes, READ | SOURCE, "src");
    set(attributes, STYLE, "style");
    set(attributes, READ | ALTERNATIVE, "alt");
    return attributes;
  }

  private static void set(Map<String, Integer> traits, int trait, String names) {
    for (String name : List.of(names.strip().split("\\s+"))) {
      traits.merge(name, trait, (a, b) -> a | b);
    }
  }
}
