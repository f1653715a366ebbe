package dev.newsfold.captures.containers;

import java.util.Comparator;

/**
 * A revisit record, and a page of another archive, or of a later place in its own, that it may
 * repeat: both under the name by which they were brought together.
 */
public record Repeat(NamedRecord revisit, NamedRecord page) {

  /** The surest name first; then the latest page that is not later; then anything that is fixed. */
  private static final Comparator<Repeat> ORDER =
      Comparator.<Repeat>comparingInt(repeat -> repeat.revisit.name().rank())
          .thenComparing(repeat -> repeat.page.name().millis() > repeat.revisit.name().millis())
          .thenComparing(repeat -> repeat.page.name().millis(), Comparator.reverseOrder())
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
