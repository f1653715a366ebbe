package dev.newsfold.jobs;

import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.core.fs.FSDataInputStream;

/** A file of a store, read from any place on: backwards by opening it again. */
final class StoreFileInput extends FSDataInputStream {
  private final OutputFolder folder;
  private final String name;
  private InputStream in;
  private long position;

  StoreFileInput(OutputFolder folder, String name) throws IOException {
    this.folder = folder;
    this.name = name;
    this.in = folder.open(name);
  }

  @Override
  public void seek(long to) throws IOException {
    if (to < position) {
      in.close();
      in = folder.open(name);
      position = 0;
    }
    in.skipNBytes(to - position);
    position = to;
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    position += read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = in.read(bytes, from, count);
    position += Math.max(0, read);
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
