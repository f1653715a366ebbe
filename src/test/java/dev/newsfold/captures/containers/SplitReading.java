package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.ArchivePart;
import dev.newsfold.captures.warc.RecordStart;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** A file read whole, or in parts that are divided again at random places and read in any order. */
public final class SplitReading implements CaptureOutput {
  private final List<String> found = new ArrayList<>();
  private long captures;
  private String facts = "";
  private int parts;

  /** Reads a file as a whole; returns what was found, sorted, and its facts. */
  public static List<String> whole(InputOpener opener, InputFileRef file) {
    SplitReading reading = new SplitReading();
    FileFacts read = new CaptureReader(ReadLimits.DEFAULT, opener).read(file, reading);
    return reading.result(read);
  }

  /** Reads a file in parts; returns what was found, sorted, and its facts. */
  public static List<String> split(
      InputOpener opener, InputFileRef file, long partBytes, Random random) {
    return split(opener, file, partBytes, random, new int[1]);
  }

  /**
   * The same.
   *
   * @param count takes the number of parts
   */
  public static List<String> split(
      InputOpener opener, InputFileRef file, long partBytes, Random random, int[] count) {
    SplitReading reading = new SplitReading();
    CaptureReader reader = new CaptureReader(ReadLimits.DEFAULT, opener);
    List<FilePart> parts = new ArrayList<>();
    FileFacts facts =
        reader.parts(
            file, partBytes, Long.MAX_VALUE, false, parts::add, (format, clue) -> {}, reading);
    if (facts != null) {
      reading.captures = facts.captures();
    }
    Collections.shuffle(parts, random);
    for (FilePart part : parts) {
      ArchivePart archive = part.archive();
      if (archive == null) {
        facts = reader.read(part, RecordStart.FILE, 0, start -> true, clue -> {}, reading);
        reading.captures = facts.captures();
      } else {
        RecordStart start = archive.start();
        reading.read(reader, part, start, start.offset(), archive.end(), random, 0);
      }
    }
    count[0] = reading.parts;
    FileFacts all = Objects.requireNonNull(facts);
    return reading.result(new FileFacts(all.size(), all.sha256(), reading.captures));
  }

  /** Reads a range; now and then it is split before, or while it is read. */
  private void read(
      CaptureReader reader,
      FilePart part,
      RecordStart start,
      long from,
      long to,
      Random random,
      int depth) {
    if (depth < 6 && random.nextInt(4) == 0 && to - from > 1) {
      long length = Math.min(to - from, 1 << random.nextInt(20));
      long middle = from + (long) (random.nextDouble() * length);
      read(reader, part, start, middle, to, random, depth + 1);
      read(reader, part, start, from, middle, random, depth + 1);
      return;
    }
    parts++;
    RecordStart[] last = {start};
    boolean[] stopped = {false};
    FileFacts read =
        reader.read(
            part,
            start,
            from,
            next -> {
              if (next.offset() >= to) {
                return false;
              }
              stopped[0] =
                  next.offset() >= Math.max(from, last[0].offset() + 1) && random.nextInt(5) == 0;
              if (!stopped[0]) {
                last[0] = next;
              }
              return !stopped[0];
            },
            clue -> {},
            this);
    captures += read.captures();
    if (stopped[0]) {
      long left = Math.max(from, last[0].offset() + 1);
      read(reader, part, last[0], left, to, random, depth + 1);
    }
  }

  private List<String> result(FileFacts read) {
    facts = read.toString();
    Collections.sort(found);
    found.add(facts);
    return found;
  }

  @Override
  public void capture(Capture capture) {
    found.add(capture.toString());
  }

  @Override
  public void reject(Rejection rejection) {
    found.add(rejection.toString());
  }

  @Override
  public void skip(SkipKind kind) {
    found.add(kind.label());
  }
}
