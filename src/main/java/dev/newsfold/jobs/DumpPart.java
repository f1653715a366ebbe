package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.captures.Quantity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;

/**
 * A part of a dump: files that follow each other in the order in which inputs are listed, and are
 * read together.
 *
 * @param entries the files, with those that are not read
 * @param stamps of the files, entry by entry, as they were when the part was cut
 */
record DumpPart(List<InputEntry> entries, List<InputStamp> stamps) {
  DumpPart {
    entries = List.copyOf(entries);
    stamps = List.copyOf(stamps);
  }

  /** Path of the last file. */
  String end() {
    return stamps.get(stamps.size() - 1).path();
  }

  /** Bytes of all files. */
  long bytes() {
    return stamps.stream().mapToLong(stamp -> Math.max(0, stamp.size())).sum();
  }

  /** How many files and bytes, and up to which. */
  String describe() {
    return Quantity.of(entries.size(), "file")
        + " of "
        + Quantity.of(bytes(), "byte")
        + ", to "
        + end();
  }

  /**
   * Cuts what is listed into parts, holding one at a time.
   *
   * @param ends paths behind which an earlier run has cut; parts end there again, so that a file
   *     that has changed its size since changes no part but its own; but where that is full with
   *     fewer files now, it is cut in two, and all behind it have other numbers and are read again
   * @param bytes a part is full once it has so many
   * @param files or so many files
   */
  static Iterator<DumpPart> cut(
      Iterator<InputEntry> entries,
      Function<InputEntry, InputStamp> stamp,
      Set<String> ends,
      long bytes,
      int files) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public DumpPart next() {
        if (!entries.hasNext()) {
          throw new NoSuchElementException();
        }
        List<InputEntry> part = new ArrayList<>();
        List<InputStamp> stamps = new ArrayList<>();
        long size = 0;
        boolean full = false;
        while (!full && entries.hasNext()) {
          InputEntry entry = entries.next();
          InputStamp now = stamp.apply(entry);
          part.add(entry);
          stamps.add(now);
          size += Math.max(0, now.size());
          full = size >= bytes || part.size() >= files || ends.contains(now.path());
        }
        return new DumpPart(part, stamps);
      }
    };
  }
}
