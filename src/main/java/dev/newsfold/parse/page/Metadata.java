package dev.newsfold.parse.page;

import dev.newsfold.parse.page.markup.LogoMarks;
import dev.newsfold.parse.page.markup.ScriptTexts;
import dev.newsfold.parse.structured.Meta;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** What a page holds for machines, in the order of the document and wherever it stands. */
final class Metadata {
  private static final int MAX_SCRIPTS = 200;
  private static final int MAX_SCRIPT_LENGTH = 200_000;
  private static final int MAX_ITEMS = 5_000;
  private static final int MAX_LOGOS = 20;
  private static final int MAX_NAME = 200;

  /** No rule reads more of a title. */
  private static final int MAX_TITLE = 2_000;

  private final ScriptTexts texts;
  private final Meta meta = new Meta();
  private final List<String> jsonLd = new ArrayList<>();
  private final List<String> scripts = new ArrayList<>();
  private final List<Element> items = new ArrayList<>();
  private final List<Logo> logos = new ArrayList<>();
  private String title = "";

  /**
   * Nothing yet.
   *
   * @param texts of the page's scripts
   */
  Metadata(ScriptTexts texts) {
    this.texts = texts;
  }

  Meta meta() {
    return meta;
  }

  /** The text of the first {@code <title>}, its first 2,000 chars; empty if there is none. */
  String title() {
    return title;
  }

  List<String> jsonLd() {
    return jsonLd;
  }

  /** What stands in scripts, but for JSON-LD. */
  List<String> scripts() {
    return scripts;
  }

  /** Elements that may state something: of microdata, of RDFa, and {@code <time>}. */
  List<Element> items() {
    return items;
  }

  /** The pictures of names. */
  List<Logo> logos() {
    return logos;
  }

  /**
   * Notes an element that shows no text, if it is the picture of a name.
   *
   * @param line index of the next line
   */
  void unseen(Element element, int line) {
    String name = Text.squeeze(Text.cut(element.attr("alt"), MAX_NAME));
    if (element.normalName().equals("textarea")) {
      field(element);
      return;
    }
    boolean named = !name.isEmpty() && element.normalName().equals("img");
    Element link = !named ? null : LogoMarks.linkAround(element);
    if (named && logos.size() < MAX_LOGOS && LogoMarks.areOn(element, link)) {
      logos.add(new Logo(name, link == null ? "" : link.attr("href"), line));
    }
  }

  /** A value that an app keeps in a field which it shows to nobody, named by the field's class. */
  private void field(Element element) {
    String value = Text.squeeze(Text.cut(element.wholeText(), MAX_NAME + 1));
    String name = element.className().strip().toLowerCase(Locale.ROOT);
    if (!value.isEmpty() && value.length() <= MAX_NAME && name.indexOf('-') > 0) {
      meta.add(name, value);
    }
  }

  void title(Element element) {
    if (title.isEmpty()) {
      title = Text.cut(Text.squeeze(element.wholeText()), MAX_TITLE);
    }
  }

  void link(Element element) {
    for (String rel : element.attr("rel").toLowerCase(Locale.ROOT).split(" ", 8)) {
      if (!rel.isEmpty() && !rel.equals("stylesheet")) {
        meta.add("link:" + rel, element.attr("href"));
      }
    }
  }

  void meta(Element element) {
    // Some templates write value instead of content.
    String content = element.attr(element.hasAttr("content") ? "content" : "value");
    for (String key : List.of("name", "property", "itemprop", "http-equiv")) {
      String name = element.attr(key);
      if (!name.isEmpty()) {
        meta.add(name.trim().toLowerCase(Locale.ROOT), content);
      }
    }
    if (element.hasAttr("itemprop") && items.size() < MAX_ITEMS) {
      items.add(element);
    }
  }

  void script(Element element) {
    if (element.hasAttr("src") || scripts.size() + jsonLd.size() >= MAX_SCRIPTS) {
      return;
    }
    String text = texts.of(element);
    if (text.isBlank()) {
      return;
    }
    if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      jsonLd.add(text);
    } else {
      scripts.add(text.length() > MAX_SCRIPT_LENGTH ? text.substring(0, MAX_SCRIPT_LENGTH) : text);
    }
  }

  void item(Element element, String tag) {
    // The parser has put attributes' names into lower case.
    Attributes attributes = element.attributes();
    if (items.size() < MAX_ITEMS
        && (tag.equals("time")
            || attributes.hasKey("itemprop")
            || attributes.hasKey("itemscope")
            || attributes.hasKey("property")
            || attributes.hasKey("typeof"))) {
      items.add(element);
    }
  }
}
