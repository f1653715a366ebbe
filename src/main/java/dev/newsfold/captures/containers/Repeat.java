package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.ClueMatch;
import java.util.Comparator;

/**
 * A revisit record, and a page of another archive, or of a later place in its own, that it may
 * repeat: both under the name by which they were brought together.
 */
public record Repeat(NamedRecord revisit, NamedRecord page) {

  /** The likeliest first; then anything that is fixed. */
  private static final Comparator<Repeat> ORDER =
      Comparator.<Repeat, ClueMatch>comparing(
              repeat -> new ClueMatch(repeat.revisit.name(), repeat.page.name()),
              ClueMatch.LIKELIEST_FIRST)
          .thenComparing(repeat -> repeat.page.file().path())
          .thenComparing(repeat -> repeat.page.file().location())
          .thenComparing(repeat -> repeat.page.name().place());

  /** Of two pages for one revisit the one that it more likely repeats. */
  public static Repeat likelier(Repeat a, Repeat b) {
    return ORDER.compare(a, b) <= 0 ? a : b;
  }

  /** The same for all pages that one revisit may repeat, and for no other. */
  public String key() {
    return revisit.key();
  }
}
