package dev.newsfold.parse.page;

import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.page.markup.ElementKind;
import dev.newsfold.parse.page.markup.MarkupTrim;
import dev.newsfold.parse.site.SiteRule;
import dev.newsfold.parse.text.Sentences;
import dev.newsfold.records.Page;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Walks a page once, without recursion, and collects what the rules look at: what it shows, in
 * blocks and lines, and its {@link Metadata}.
 */
public final class PageReader {
  /** A page that shows less than this may keep its text for browsers without scripts. */
  private static final int LITTLE_TEXT = 60;

  /** The same, if it shows few sentences, and those for such browsers are many more. */
  private static final int LITTLE_PROSE = 150;

  private static final int MUCH_PROSE = 200;

  private static final int LONGEST_STREAM_ID = 6;

  private final Metadata metadata = new Metadata();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Deque<Block> openBlocks = new ArrayDeque<>();
  private final Deque<OpenSpan> openSpans = new ArrayDeque<>();
  private final LineBuffer run = new LineBuffer();
  private int links;
  private int preformatted;
  private boolean broken;

  /** True to see the page as a browser without scripts does. */
  private final boolean withoutScripts;

  private int noscripts;

  private PageReader(boolean withoutScripts) {
    this.withoutScripts = withoutScripts;
  }

  /** Weight of its sentences. */
  private int sentences() {
    return lines.stream()
        .filter(line -> TextDensity.isProse(line) || Sentences.isComplete(line.text()))
        .mapToInt(Line::weight)
        .sum();
  }

  private int weight() {
    return lines.stream().mapToInt(Line::weight).sum();
  }

  /** Parses and walks a page. Depth is bounded by jsoup (512 open elements). */
  public static PageView read(Page page, ParseSettings settings) {
    Document document = parse(page, settings.rules().isEmpty());
    SiteRule rule = ruleFor(page, document, settings);
    if (rule != null) {
      rule.drop().forEach(drop -> document.select(drop).remove());
    }
    PageReader reader = new PageReader(false);
    reader.walk(document);
    if (reader.noscripts > 0 && reader.sentences() < LITTLE_PROSE) {
      PageReader without = new PageReader(true);
      without.walk(document);
      boolean more = without.sentences() >= reader.sentences() + MUCH_PROSE;
      reader = more || reader.weight() < LITTLE_TEXT ? without : reader;
    }
    return new PageView(
        page,
        rule == null || rule.zone() == null ? settings.zone() : rule.zone(),
        settings.asOf(),
        document,
        reader.metadata.meta(),
        reader.metadata.title(),
        langOf(document),
        reader.metadata.jsonLd(),
        reader.metadata.scripts(),
        reader.metadata.items(),
        reader.blocks,
        reader.lines,
        rule);
  }

  /**
   * The page's tree.
   *
   * @param trims whether to leave out what no rule reads; selectors of a site's rule may ask for it
   */
  private static Document parse(Page page, boolean trims) {
    String url = page.getUrl();
    String text = page.getText();
    Reader markup = trims ? MarkupTrim.trim(text) : MarkupTrim.bound(text);
    return Parser.htmlParser().parseInput(markup, url == null ? "" : url);
  }

  /**
   * A page is known by its address or by the one it names; a folder of files has only the latter.
   */
  private static @Nullable SiteRule ruleFor(Page page, Document document, ParseSettings settings) {
    if (settings.rules().isEmpty()) {
      return null;
    }
    List<String> addresses = new ArrayList<>();
    if (page.getUrl() != null) {
      addresses.add(page.getUrl());
    }
    addresses.addAll(document.select("link[rel=canonical]").eachAttr("href"));
    addresses.addAll(document.select("meta[property=og:url]").eachAttr("content"));
    Instant captured = page.getCapturedAt();
    return settings
        .rules()
        .find(addresses, captured == null ? null : captured.atZone(settings.zone()).toLocalDate());
  }

  private static String langOf(Document document) {
    Element html = document.firstElementChild();
    if (html == null) {
      return "";
    }
    String lang = html.attr("lang").trim();
    return lang.isEmpty() ? html.attr("xml:lang").trim() : lang;
  }

  private void walk(Document document) {
    Node node = document;
    while (node != null) {
      Node next = open(node) ? node.firstChild() : null;
      while (next == null) {
        close(node);
        if (node == document) {
          return;
        }
        next = node.nextSibling();
        if (next == null) {
          Node parent = node.parent();
          if (parent == null) {
            return;
          }
          node = parent;
        }
      }
      node = next;
    }
  }

  /** Enters a node; false if its children are of no interest. */
  private boolean open(Node node) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
      return false;
    }
    if (!(node instanceof Element element)) {
      return false;
    }
    String tag = element.normalName();
    ElementKind kind = ElementKind.of(tag);
    // What stands in the head is taken wherever it stands.
    switch (kind) {
      case META -> metadata.meta(element);
      case LINK -> metadata.link(element);
      case TITLE -> metadata.title(element);
      case SCRIPT -> metadata.script(element);
      default -> {
        return enter(element, tag, kind);
      }
    }
    return false;
  }

  private boolean enter(Element element, String tag, ElementKind kind) {
    if (element.attributesSize() > 0) {
      metadata.item(element, tag);
    }
    if (kind == ElementKind.NOSCRIPT) {
      noscripts++;
      return withoutScripts;
    }
    if (kind == ElementKind.UNSEEN) {
      return false;
    }
    if (kind == ElementKind.BREAK) {
      flush();
      broken = true;
      return false;
    }
    if (openBlocks.isEmpty() && !tag.equals("body")) {
      return true;
    }
    if (kind == ElementKind.INLINE || tag.indexOf('-') > 0 && inParagraph()) {
      openInline(element, tag);
    } else {
      openBlock(element, tag);
    }
    return true;
  }

  private void openInline(Element element, String tag) {
    if (tag.equals("a")) {
      links++;
    }
    if (run.length() > 0 && element.previousSibling() instanceof Element before) {
      boolean named = element.attributesSize() > 0 && before.attributesSize() > 0;
      if (!named) {
        run.seam();
      }
    }
    if (element.attributesSize() > 0 || tag.equals("time")) {
      openSpans.push(new OpenSpan(element, run.length()));
    }
  }

  private void openBlock(Element element, String tag) {
    flush();
    broken = false;
    if (tag.equals("pre")) {
      preformatted++;
    }
    Block block =
        new Block(blocks.size(), element, openBlocks.peek(), isHidden(element), lines.size());
    blocks.add(block);
    openBlocks.push(block);
  }

  private void close(Node node) {
    if (!(node instanceof Element element)) {
      return;
    }
    OpenSpan span = openSpans.peek();
    if (span != null && span.element == element) {
      openSpans.pop();
      run.mark(element, span.start);
    }
    if (element.normalName().equals("a") && links > 0 && !openBlocks.isEmpty()) {
      links--;
    }
    Block block = openBlocks.peek();
    if (block != null && block.element() == element) {
      flush();
      broken = false;
      if (block.tag().equals("pre")) {
        preformatted--;
      }
      openBlocks.pop();
      block.close(lines.size(), blocks.size());
    }
  }

  private void append(String text) {
    if (openBlocks.isEmpty()) {
      return;
    }
    if (preformatted == 0) {
      run.append(text, links > 0);
      return;
    }
    int from = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      run.append(text.substring(from, at), links > 0);
      flush();
      broken = true;
      from = at + 1;
    }
    run.append(text.substring(from), links > 0);
  }

  private void flush() {
    Block block = openBlocks.peek();
    if (block != null && run.length() > 0) {
      for (OpenSpan span : openSpans) {
        run.mark(span.element, span.start);
      }
      lines.add(run.toLine(lines.size(), block, broken));
    }
    run.clear();
    for (OpenSpan span : openSpans) {
      span.start = 0;
    }
  }

  /** Elements that a site defined itself stand for anything; in a paragraph they are words. */
  private boolean inParagraph() {
    Block block = openBlocks.peek();
    return block != null
        && (block.tag().equals("p") || block.tag().startsWith("h") && block.tag().length() == 2);
  }

  private static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden")) {
      return !isStreamed(element.id()) && !FoldedText.is(element);
    }
    String style = element.attr("style");
    if (style.length() < 12) {
      return false;
    }
    String flat = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return flat.contains("display:none") && !FoldedText.is(element);
  }

  /** React sends what a page waited for in a hidden block, {@code S:0}, for a script to show. */
  private static boolean isStreamed(String id) {
    return id.startsWith("S:") && id.length() <= LONGEST_STREAM_ID;
  }

  private static final class OpenSpan {
    final Element element;
    int start;

    OpenSpan(Element element, int start) {
      this.element = element;
      this.start = start;
    }
  }
}
