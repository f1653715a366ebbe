package dev.newsfold.jobs;

import dev.newsfold.sinks.CountedOutput;
import dev.newsfold.sinks.OutputFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.core.fs.FSDataOutputStream;

/** A file for a store, kept in a temporary file until it is closed, which puts it there whole. */
final class StoreFileOutput extends FSDataOutputStream {
  private final OutputFolder folder;
  private final String name;
  private final Path temporary;
  private final CountedOutput out;
  private boolean closed;

  StoreFileOutput(OutputFolder folder, String name) throws IOException {
    this.folder = folder;
    this.name = name;
    this.temporary = Files.createTempFile("checkpoint", ".tmp");
    this.out = new CountedOutput(new BufferedOutputStream(Files.newOutputStream(temporary)));
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
  public void write(byte[] bytes, int from, int count) throws IOException {
    out.write(bytes, from, count);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** What a store has it has for good, once this is closed. */
  @Override
  public void sync() throws IOException {
    flush();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      out.close();
      folder.fill(name, temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
