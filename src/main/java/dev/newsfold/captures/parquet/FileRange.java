package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads bytes from anywhere in a file. */
final class FileRange {
  private FileRange() {}

  static byte[] read(FileChannel file, long position, int count) throws IOException, Damaged {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        throw ParquetDamage.of("it is cut off");
      }
    }
    return bytes.array();
  }
}
