package dev.newsfold.flow;

import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Clue;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.jspecify.annotations.Nullable;

/** Names of a file's records, at 25 bytes each. */
final class FileCluesCoder extends AtomicCoder<FileClues> {
  private static final InputFileRefCoder FILE = new InputFileRefCoder();
  private static final int NONE = 4;

  @Override
  public void encode(FileClues clues, OutputStream out) throws IOException {
    FILE.encode(clues.file(), out);
    encode(clues.format(), out);
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(clues.clues().size());
    for (Clue clue : clues.clues()) {
      encode(clue, out);
    }
  }

  @Override
  public FileClues decode(InputStream in) throws IOException {
    var file = FILE.decode(in);
    ArchiveFormat format = format(in);
    int count = new DataInputStream(in).readInt();
    List<Clue> clues = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clues.add(clue(in));
    }
    return new FileClues(file, format, clues);
  }

  static void encode(@Nullable ArchiveFormat format, OutputStream out) throws IOException {
    out.write(format == null ? NONE : (format.arc() ? 1 : 0) + (format.compressed() ? 2 : 0));
  }

  static @Nullable ArchiveFormat format(InputStream in) throws IOException {
    int flags = new DataInputStream(in).readUnsignedByte();
    return flags == NONE ? null : new ArchiveFormat((flags & 1) != 0, (flags & 2) != 0);
  }

  static void encode(Clue clue, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeLong(clue.name());
    data.writeByte(clue.rank());
    data.writeLong(clue.place());
    data.writeLong(clue.millis());
  }

  static Clue clue(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    return new Clue(data.readLong(), data.readByte(), data.readLong(), data.readLong());
  }
}
