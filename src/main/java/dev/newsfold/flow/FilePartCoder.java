package dev.newsfold.flow;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.containers.FilePart;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.ArchivePart;
import dev.newsfold.captures.warc.RecordStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** A part of a file: the file, and which records of an archive, if it is one. */
final class FilePartCoder extends AtomicCoder<FilePart> {
  private static final InputFileRefCoder FILE = new InputFileRefCoder();
  private static final RecordStartCoder START = new RecordStartCoder();
  private static final BooleanCoder FLAG = BooleanCoder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final ListCoder<Long> OFFSETS = ListCoder.of(LONG);

  @Override
  public void encode(FilePart part, OutputStream out) throws IOException {
    FILE.encode(part.file(), out);
    ArchivePart archive = part.archive();
    FLAG.encode(archive != null, out);
    if (archive != null) {
      FLAG.encode(archive.format().arc(), out);
      FLAG.encode(archive.format().compressed(), out);
      START.encode(archive.start(), out);
      LONG.encode(archive.end(), out);
      OFFSETS.encode(archive.originals(), out);
      OFFSETS.encode(archive.strays(), out);
      OFFSETS.encode(archive.segments(), out);
      FLAG.encode(archive.whole(), out);
    }
  }

  @Override
  public FilePart decode(InputStream in) throws IOException {
    InputFileRef file = FILE.decode(in);
    if (!FLAG.decode(in)) {
      return new FilePart(file, null);
    }
    ArchiveFormat format = new ArchiveFormat(FLAG.decode(in), FLAG.decode(in));
    RecordStart start = START.decode(in);
    long end = LONG.decode(in);
    List<Long> originals = OFFSETS.decode(in);
    List<Long> strays = OFFSETS.decode(in);
    List<Long> segments = OFFSETS.decode(in);
    return new FilePart(
        file, new ArchivePart(format, start, end, originals, strays, segments, FLAG.decode(in)));
  }
}
