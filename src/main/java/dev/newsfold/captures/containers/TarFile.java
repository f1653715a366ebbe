package dev.newsfold.captures.containers;

import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.util.Arrays;

/**
 * A tar archive of any dialect: old, ustar, GNU and pax. After damage it goes on at the next header
 * whose checksum is right.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax</a>
 */
final class TarFile implements Container {
  private static final String KIND = "the tar archive";

  private static final int MAX_START = 64 << 10;

  @Override
  public boolean holds(Source source) throws IOException {
    if (TarHeader.is(Text.headBytes(source.bytes(), TarHeader.BLOCK))) {
      return true;
    }
    // What is named so may be damaged where it starts, or lie behind blocks of zeros.
    return source.nameEnds(".tar")
        && (isInBlocks(source.bytes())
            || source.bytes().isDamagedAhead()
            || seek(source.bytes().copyAhead(MAX_START)));
  }

  /** Whether one of the first blocks is a header. */
  private static boolean isInBlocks(FileBytes bytes) throws IOException {
    byte[] start = Text.headBytes(bytes, MAX_START);
    for (int at = 0; at + TarHeader.BLOCK <= start.length; at += TarHeader.BLOCK) {
      if (TarHeader.is(Arrays.copyOfRange(start, at, at + TarHeader.BLOCK))) {
        return true;
      }
    }
    return false;
  }

  /** Passes bytes up to a header, which may start anywhere; false if there is none. */
  private static boolean seek(FileBytes tar) throws IOException {
    while (tar.peek(0) >= 0) {
      if (TarHeader.isSurelyNext(tar)) {
        return true;
      }
      tar.advance(1);
    }
    return false;
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    Entries entries = new Entries(source, reading);
    boolean inBlocks = isInBlocks(source.bytes());
    boolean damaged = !inBlocks;
    entries.strange = damaged && !reading.hasTold();
    boolean more = true;
    while (more) {
      try {
        if (inBlocks || seek(source.bytes())) {
          entries.read();
        }
        entries.tellStrange();
        more = false;
      } catch (Damaged.InStream e) {
        // Where the rest of the archive can be read, its blocks may start anywhere.
        Reading.resume(source, e);
        reading.tell(source, e);
        inBlocks = false;
        damaged = true;
        entries.strange = false;
      }
    }
    if (entries.empty && !damaged) {
      reading.reject(source, new Damaged(Reason.EMPTY, KIND + " holds no file"));
    }
  }

  /** The entries from a header on. */
  private static final class Entries {
    private final Source source;
    private final Reading reading;
    private final FileBytes tar;
    private boolean empty = true;

    /** Whether bytes were met that start no entry; damage behind them is the cause, and told. */
    private boolean strange;

    private Entries(Source source, Reading reading) {
      this.source = source;
      this.reading = reading;
      this.tar = source.bytes();
    }

    private void read() throws IOException {
      TarExtendedHeader told = new TarExtendedHeader();
      boolean excused = reading.hasTold();
      for (byte[] header = block(); header.length > 0; header = block()) {
        if (TarHeader.is(header)) {
          tellStrange();
          excused = false;
          long size = told.size(header);
          Part content = new Part(tar, size, KIND);
          if (!told.take(header, content)) {
            read(header, told, content);
            told = new TarExtendedHeader();
          }
          content.drain();
          int padding = (int) (-size & (TarHeader.BLOCK - 1));
          tar.rest().skipNBytes(Math.min(padding, remaining(padding)));
        } else {
          // What starts no entry is passed up to what does.
          strange |= !excused && !TarHeader.isZero(header);
        }
      }
    }

    private void tellStrange() {
      if (strange) {
        strange = false;
        empty = false;
        reading.reject(
            source, new Damaged(Reason.CONTAINER_CORRUPT, KIND + " has bytes that start no entry"));
      }
    }

    private void read(byte[] header, TarExtendedHeader told, Part content) throws IOException {
      String name = told.name(header);
      empty &= TarHeader.isFolder(header, name);
      if (TarHeader.type(header) == 'S' || told.sparse() != null) {
        readSparse(header, told, content);
        return;
      }
      switch (TarHeader.type(header)) {
        case 0, '0', '7' -> {
          if (!name.endsWith("/")) {
            reading.entry(source, name, content);
          }
        }
        case '5' -> {
          // A folder is no record.
        }
        default -> reading.skip(SkipKind.SPECIAL_FILE);
      }
    }

    private void readSparse(byte[] header, TarExtendedHeader told, Part content)
        throws IOException {
      String name = told.name(header);
      try {
        TarSparse sparse = told.sparse();
        if (sparse == null) {
          sparse = TarSparse.gnu(header, tar);
        }
        reading.entry(source, name, reading.counted(KIND, sparse.content(content)));
      } catch (Damaged e) {
        reading.reject(source.entry(EntryName.below(name), tar), e);
      }
    }

    private int remaining(int wanted) throws IOException {
      return wanted == 0 || tar.peek(wanted - 1) >= 0 ? wanted : 0;
    }

    /** The next block; shorter, or empty, at the end of the file. */
    private byte[] block() throws IOException {
      return tar.rest().readNBytes(TarHeader.BLOCK);
    }
  }
}
