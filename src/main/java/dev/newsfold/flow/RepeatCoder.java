package dev.newsfold.flow;

import dev.newsfold.captures.containers.Repeat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** A revisit and a page, each by its file, its format and its name there. */
final class RepeatCoder extends AtomicCoder<Repeat> {
  private static final InputFileRefCoder FILE = new InputFileRefCoder();

  @Override
  public void encode(Repeat repeat, OutputStream out) throws IOException {
    FILE.encode(repeat.revisit(), out);
    FileCluesCoder.encode(repeat.revisitFormat(), out);
    FileCluesCoder.encode(repeat.name(), out);
    FILE.encode(repeat.page(), out);
    FileCluesCoder.encode(repeat.pageFormat(), out);
    FileCluesCoder.encode(repeat.pageClue(), out);
  }

  @Override
  public Repeat decode(InputStream in) throws IOException {
    return new Repeat(
        FILE.decode(in),
        FileCluesCoder.format(in),
        FileCluesCoder.clue(in),
        FILE.decode(in),
        FileCluesCoder.format(in),
        FileCluesCoder.clue(in));
  }
}
