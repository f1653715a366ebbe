package dev.newsfold.parse.page;

import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A run of visible text between two borders of blocks or {@code <br>}s, in one line. */
public final class Line {
  private static final int UNKNOWN = -1;

  private final int index;
  private final String text;
  private final Block block;
  private final int weight;
  private final int linkWeight;
  private final int punctuation;
  private final boolean broken;
  private final List<Span> spans;
  private final BitSet seams;

  /** What several rules ask for is made once, when the first asks. */
  private @Nullable String plain;

  private @Nullable String lower;
  private @Nullable List<Labelled> labels;
  private @Nullable List<Span> links;
  private @Nullable String key;
  private @Nullable String spaced;
  private long furniture = UNKNOWN;

  /**
   * A line.
   *
   * @param index position among the page's lines, in document order
   * @param text white space squeezed, never empty
   * @param block the innermost block that holds the run
   * @param weight letters and digits, see {@link Text#weight(String)}
   * @param linkWeight the part of the weight that stands in links
   * @param punctuation sentence punctuation outside of links
   * @param broken true if a {@code <br>} of the same block comes before it
   * @param spans inline elements with attributes, in the order in which they end
   * @param seams where an inline element without attributes touches the one before it
   */
  Line(
      int index,
      String text,
      Block block,
      int weight,
      int linkWeight,
      int punctuation,
      boolean broken,
      List<Span> spans,
      BitSet seams) {
    this.index = index;
    this.text = text;
    this.block = block;
    this.weight = weight;
    this.linkWeight = linkWeight;
    this.punctuation = punctuation;
    this.broken = broken;
    this.spans = spans;
    this.seams = seams;
  }

  public int index() {
    return index;
  }

  public String text() {
    return text;
  }

  public Block block() {
    return block;
  }

  public int weight() {
    return weight;
  }

  public int linkWeight() {
    return linkWeight;
  }

  public int punctuation() {
    return punctuation;
  }

  boolean broken() {
    return broken;
  }

  public List<Span> spans() {
    return spans;
  }

  /** The text in simplified characters, see {@link Text#plain}. */
  public String plain() {
    if (plain == null) {
      plain = Text.plain(text);
    }
    return plain;
  }

  /** The text in lower case, see {@link Text#lower}. */
  public String lower() {
    if (lower == null) {
      lower = Text.lower(text);
    }
    return lower;
  }

  /**
   * Traces of furniture in the text.
   *
   * @param look finds them, in no line a negative number; it is the same for all who ask
   */
  public long furniture(ToLongFunction<Line> look) {
    if (furniture == UNKNOWN) {
      furniture = look.applyAsLong(this);
    }
    return furniture;
  }

  /** The labels in the text with their values, in order. */
  public List<Labelled> labels() {
    if (labels == null) {
      labels = Labelled.in(text, plain());
    }
    return labels;
  }

  /** The label that ends right before a position, see {@link Labelled#endingAt}. */
  public @Nullable Label labelEndingAt(int position) {
    return Labelled.endingAt(plain(), position);
  }

  /** The letters and digits of the text, see {@link Keys#of}. */
  public String key() {
    if (key == null) {
      key = Keys.of(text);
    }
    return key;
  }

  /** Share of the text that stands in links, 0 to 1. */
  public double linkDensity() {
    return weight == 0 ? 0 : (double) linkWeight / weight;
  }

  public boolean isLinked() {
    return weight > 0 && linkWeight == weight;
  }

  public boolean isHeading() {
    return block.isHeading();
  }

  /**
   * The text with a blank at each border of an inline element, where {@code 10-08} and {@code
   * 12:00} touch.
   */
  public String spaced() {
    if (spaced == null) {
      spaced = isWhole() ? text : spaced(0, text.length());
    }
    return spaced;
  }

  /** The labels with their values in {@link #spaced()}, where a value ends with its element. */
  public List<Labelled> spacedLabels() {
    return isWhole() ? labels() : Labelled.in(spaced());
  }

  private boolean isWhole() {
    return spans.isEmpty() && seams.isEmpty();
  }

  /** The part of {@link #spaced()} that an inline element marks. */
  public String spaced(Span span) {
    return spaced(span.start(), Math.min(text.length(), span.start() + span.text().length()));
  }

  /** Where the first inline element begins that touches the one before; {@code to} if none does. */
  public int seam(int from, int to) {
    int seam = seams.nextSetBit(from);
    return seam < 0 ? to : Math.min(seam, to);
  }

  /** The same for a part of the text. */
  public String spaced(int from, int to) {
    if (isWhole()) {
      return text.substring(from, to);
    }
    BitSet borders = new BitSet(text.length() + 1);
    borders.or(seams);
    for (Span span : spans) {
      borders.set(span.start());
      borders.set(Math.min(text.length(), span.start() + span.text().length()));
    }
    StringBuilder spaced = new StringBuilder(to - from + 8);
    for (int i = from; i < to; i++) {
      if (borders.get(i) && i > from) {
        spaced.append(' ');
      }
      spaced.append(text.charAt(i));
    }
    return spaced.toString();
  }

  public List<Span> links() {
    if (spans.isEmpty()) {
      return spans;
    }
    if (links == null) {
      List<Span> found = new ArrayList<>(spans.size());
      for (Span span : spans) {
        if (span.isLink()) {
          found.add(span);
        }
      }
      links = List.copyOf(found);
    }
    return links;
  }

  public boolean hidden() {
    return block.hidden();
  }

  @Override
  public String toString() {
    return index + " " + block.tag() + ": " + text;
  }
}
