package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Substrings;
import dev.newsfold.parse.text.Text;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text that a page gives machines as its {@code articleBody}: evidence for which of the visible
 * lines are the article, and the last resort where no text is visible at all.
 *
 * <p>It is believed only where the visible page says the same: sites put summaries, whole templates
 * and other articles into this property.
 */
public final class StatedBody {
  private static final int MIN_WEIGHT = 300;

  /** Visible lines must cover this much of it before it may tell lines apart. */
  private static final double COVERED = 0.85;

  /** It must hold this much of the visible prose: a summary may not cut a text down. */
  private static final double HOLDS = 0.7;

  /** A shorter line may stand in the text by chance. */
  private static final int MIN_KEY = 8;

  private static final int LONG_KEY = 60;
  private static final int MAX_LENGTH = 400_000;

  private final String text;
  private final BitSet lines = new BitSet();

  /** Where stated paragraphs lie, and what they look like. */
  private final Set<String> places = new HashSet<>();

  private final int weight;
  private boolean covered;

  private StatedBody(String text) {
    this.text = text;
    this.weight = Text.weight(text);
  }

  /** Reads the page's statement; null if it makes none worth reading. */
  public static @Nullable StatedBody of(PageView page, StructuredData data) {
    StatedBody longest = null;
    for (StructuredData.Finding finding : data.all("articleBody")) {
      String value = finding.value();
      if (finding.rule().startsWith("json-ld") && value.length() <= MAX_LENGTH) {
        StatedBody stated = new StatedBody(value);
        if (stated.weight >= MIN_WEIGHT && (longest == null || stated.weight > longest.weight)) {
          longest = stated;
        }
      }
    }
    if (longest != null) {
      longest.compare(page.lines());
    }
    return longest;
  }

  private void compare(List<Line> visible) {
    String key = Keys.of(text);
    Set<String> beginnings = new HashSet<>();
    for (Line line : visible) {
      if (line.key().length() >= MIN_KEY) {
        beginnings.add(beginning(line.key()));
      }
    }
    Set<String> stated = Substrings.in(key, beginnings);
    int found = 0;
    for (Line line : visible) {
      String lineKey = line.key();
      if (lineKey.length() >= MIN_KEY && stated.contains(beginning(lineKey))) {
        lines.set(line.index());
        if (TextDensity.isProse(line)) {
          places.add(place(line.block()));
        }
        found += lineKey.length();
      }
    }
    covered = found >= key.length() * COVERED;
  }

  /** Spelling may differ in a place or two of a long paragraph; not at its beginning. */
  private static String beginning(String line) {
    return line.length() >= LONG_KEY ? line.substring(0, LONG_KEY / 2) : line;
  }

  public String text() {
    return text;
  }

  public int weight() {
    return weight;
  }

  /** True if it says line by line what the article is, of a page with this much prose. */
  boolean decides(int prose) {
    return covered && weight >= prose * HOLDS;
  }

  boolean has(Line line) {
    return lines.get(line.index());
  }

  /**
   * True for a line that is none of its paragraphs although it stands after the first of them, and
   * apart: what stands among them and looks like them was only left out of the statement.
   */
  boolean excludes(Line line) {
    return line.index() > lines.nextSetBit(0) && !places.contains(place(line.block()));
  }

  private static String place(Block block) {
    Block parent = block.parent();
    return (parent == null ? -1 : parent.index()) + block.tag();
  }
}
