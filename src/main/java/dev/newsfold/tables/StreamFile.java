package dev.newsfold.tables;

import dev.newsfold.sinks.CountedOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stream to which a Parquet file is written, wherever it leads. */
final class StreamFile implements OutputFile {
  private final OutputStream out;

  StreamFile(OutputStream out) {
    this.out = new BufferedOutputStream(out, 64 << 10);
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return new Positioned(new CountedOutput(out));
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return create(blockSizeHint);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  /** The same as Parquet's writer has it. */
  private static final class Positioned extends PositionOutputStream {
    private final CountedOutput out;

    Positioned(CountedOutput out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return out.bytes();
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
