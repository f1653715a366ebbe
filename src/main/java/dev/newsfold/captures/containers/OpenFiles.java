package dev.newsfold.captures.containers;

import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.MeasuredInput;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.warc.ArchiveFile;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.records.Reason;
import java.io.IOException;

/** Opens input files, whole or as archives, within the limits. */
record OpenFiles(ReadLimits limits, InputOpener opener) {

  /** Opens a file at its start; its bytes are counted and digested as they are read. */
  MeasuredInput open(InputFileRef ref) throws IOException {
    return new MeasuredInput(opener.open(ref.location()), limits.maxFileBytes());
  }

  /** The bytes of a file; 0 for what has no size, as a pipe, and can be read once only. */
  long size(InputFileRef ref) throws IOException {
    return opener.size(ref.location());
  }

  /** A WARC or ARC, to be read from any record on. */
  ArchiveFile archive(InputFileRef ref, ArchiveFormat format) {
    return new ArchiveFile(opener, ref.location(), Place.of(ref.path()), limits, format);
  }

  /** Tells that a file, or the rest of it, cannot be read. */
  static FileFacts unreadable(Place place, IOException e, CountedCaptures counted) {
    counted.reject(
        e instanceof MeasuredInput.TooLarge
            ? place.rejection(Reason.TOO_LARGE, String.valueOf(e.getMessage()))
            : place.rejection(Reason.IO_UNREADABLE, e.toString()));
    return new FileFacts(null, null, counted.count());
  }
}
