package dev.newsfold.captures.containers;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Clue;
import java.util.Comparator;

/**
 * A revisit record, and a page of another archive, or of a later place in its own, that it may
 * repeat.
 *
 * @param name by which they were brought together, as the revisit has it
 * @param pageClue the same, as the page has it
 */
public record Repeat(
    InputFileRef revisit,
    ArchiveFormat revisitFormat,
    Clue name,
    InputFileRef page,
    ArchiveFormat pageFormat,
    Clue pageClue) {

  /** The surest name first; then the latest page that is not later; then anything that is fixed. */
  private static final Comparator<Repeat> ORDER =
      Comparator.<Repeat>comparingInt(repeat -> repeat.name.rank())
          .thenComparing(repeat -> repeat.pageClue.millis() > repeat.name.millis())
          .thenComparing(repeat -> repeat.pageClue.millis(), Comparator.reverseOrder())
          .thenComparing(repeat -> repeat.page.path())
          .thenComparing(repeat -> repeat.page.location())
          .thenComparing(repeat -> repeat.pageClue.offset());

  /** Of two pages for one revisit the one that it more likely repeats. */
  public static Repeat likelier(Repeat a, Repeat b) {
    return ORDER.compare(a, b) <= 0 ? a : b;
  }

  /** The same for all pages that one revisit may repeat, and for no other. */
  public String key() {
    return revisit.location() + ' ' + revisit.path() + ' ' + name.offset();
  }
}
