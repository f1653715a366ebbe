package dev.newsfold.parse.page;

import dev.newsfold.parse.page.markup.ElementKind;
import dev.newsfold.parse.page.markup.ScriptTexts;
import dev.newsfold.parse.text.Sentences;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * One walk over a page's tree, without recursion, that collects what it shows, in blocks and lines,
 * and its {@link Metadata}.
 */
final class PageWalk {
  private final Metadata metadata;
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

  private PageWalk(boolean withoutScripts, ScriptTexts scripts) {
    this.metadata = new Metadata(scripts);
    this.withoutScripts = withoutScripts;
  }

  /** Walks a page as browsers show it. */
  static PageWalk over(Document document, ScriptTexts scripts) {
    return new PageWalk(false, scripts).walk(document);
  }

  /** Walks a page as browsers without scripts show it. */
  static PageWalk withoutScripts(Document document, ScriptTexts scripts) {
    return new PageWalk(true, scripts).walk(document);
  }

  Metadata metadata() {
    return metadata;
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Line> lines() {
    return lines;
  }

  /** True if the page says something to browsers without scripts only. */
  boolean hasNoscript() {
    return noscripts > 0;
  }

  /** Weight of its sentences. */
  int sentences() {
    return lines.stream()
        .filter(line -> TextDensity.isProse(line) || Sentences.isComplete(line.text()))
        .mapToInt(Line::weight)
        .sum();
  }

  int weight() {
    return lines.stream().mapToInt(Line::weight).sum();
  }

  private PageWalk walk(Document document) {
    Node node = document;
    while (true) {
      Node next = open(node) ? node.firstChild() : null;
      while (next == null) {
        close(node);
        if (node == document) {
          return this;
        }
        next = node.nextSibling();
        if (next == null) {
          Node parent = node.parent();
          if (parent == null) {
            return this;
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
      metadata.unseen(element, lines.size());
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
    if (run.length() > 0
        && element.previousSibling() instanceof Element before
        && (element.attributesSize() == 0 || before.attributesSize() == 0)) {
      run.seam();
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
        new Block(blocks.size(), element, openBlocks.peek(), Hiding.hides(element), lines.size());
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
    int from = 0;
    int line = preformatted == 0 ? -1 : text.indexOf('\n');
    for (int at = line; at >= 0; at = text.indexOf('\n', from)) {
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

  private static final class OpenSpan {
    final Element element;
    int start;

    OpenSpan(Element element, int start) {
      this.element = element;
      this.start = start;
    }
  }
}
