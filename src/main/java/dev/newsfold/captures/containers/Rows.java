package dev.newsfold.captures.containers;

import dev.newsfold.captures.Place;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table of pages. A row without a page is rejected; where no row has one, the table
 * is none of pages, and rejected as a whole.
 */
final class Rows {
  /** So many rows without a page, ahead of all others, are a table without pages. */
  private static final int MAX_BEFORE_FIRST = 100_000;

  private final Source source;
  private final Reading reading;
  private final Map<Integer, Offsets> pageless = new HashMap<>();
  private @Nullable Integer pageLevel;
  private long rejected;

  Rows(Source source, Reading reading) {
    this.source = source;
    this.reading = reading;
  }

  /**
   * Takes a row.
   *
   * @param offset where it lies in the table
   * @param level how deep it lies in a nested table: what lies elsewhere than pages is no row
   * @param row its columns
   * @return whether it holds a page, or what was to be one
   */
  boolean take(long offset, int level, Map<String, String> row) {
    return take(offset, level, row, Set.of());
  }

  /**
   * Takes a row some of whose columns are bytes, each told as a character.
   *
   * @param binary the names of those
   * @return whether it holds a page, or what was to be one
   */
  boolean take(long offset, int level, Map<String, String> row, Set<String> binary) {
    RowFields fields = reading.fields();
    String page = fields.page(row);
    if (page == null) {
      if (pageLevel != null && pageLevel == level) {
        rejectPageless(offset);
      } else if (pageLevel == null) {
        pageless.computeIfAbsent(level, key -> new Offsets()).add(offset);
      }
      return false;
    }
    if (pageLevel == null) {
      pageLevel = level;
      Offsets before = pageless.getOrDefault(level, new Offsets());
      for (int i = 0; i < before.count; i++) {
        rejectPageless(before.offsets[i]);
      }
      pageless.clear();
    }
    String cell = row.getOrDefault(page, "");
    boolean encoded = EncodedCell.holdsPage(cell);
    // Bytes are in an encoding of their own, be they bare or in base64.
    boolean bytes = encoded || binary.contains(page);
    try {
      byte[] payload =
          encoded
              ? EncodedCell.page(cell, reading)
              : cell.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
      String type = bytes ? null : FoundPage.UTF8_HTML;
      page(offset, new FoundPage(fields.url(row), fields.time(row), type, null, payload, false));
    } catch (Damaged e) {
      reject(offset, e);
    }
    return true;
  }

  /**
   * From here on, only what lies so deep is a row: something else than a column of pages has told.
   *
   * @param level as {@link #take} has it
   */
  void lieAt(int level) {
    pageLevel = level;
    pageless.clear();
  }

  /** Hands a page on, if it is not too large. */
  void page(long offset, FoundPage page) {
    long max = reading.limits().maxPageBytes();
    if (page.payload().length > max) {
      reject(offset, new Damaged(Reason.TOO_LARGE, "the page is larger than " + max + " bytes"));
    } else {
      reading.out().capture(page.at(source.place(), offset));
    }
  }

  /** Passes a row that is no page. */
  void skip(SkipKind kind) {
    reading.skip(kind);
  }

  /** Whether so many rows had no page that none will. */
  boolean isHopeless() {
    return pageless.values().stream().anyMatch(offsets -> offsets.count >= MAX_BEFORE_FIRST);
  }

  /** Whether some row held a page, or what was to be one. */
  boolean havePages() {
    return pageLevel != null;
  }

  /** Rejects a row. */
  void reject(long offset, Damaged why) {
    rejected++;
    Place place = source.place();
    reading
        .out()
        .reject(
            Rejection.newBuilder(place.rejection(why.reason(), why.message()))
                .setOrigin(place.origin(offset, null))
                .build());
  }

  /** After the last row: if none was a page, says what the table is. */
  void finish(String what) {
    if (pageLevel == null && rejected == 0) {
      reading.notPages(source, what);
    }
  }

  private void rejectPageless(long offset) {
    reject(offset, new Damaged(Reason.ROW_UNUSABLE, "the row has no page"));
  }

  private static final class Offsets {
    private long[] offsets = new long[16];
    private int count;

    void add(long offset) {
      if (count == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * count);
      }
      offsets[count++] = offset;
    }
  }
}
