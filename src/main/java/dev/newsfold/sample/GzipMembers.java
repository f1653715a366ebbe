package dev.newsfold.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A gzip file of many members (RFC 1952), with one deflater for all of them. */
final class GzipMembers implements Closeable {

  /** Magic, deflate, no flags, no time, no extra flags, unknown system. */
  private static final byte[] HEADER = {
    0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff
  };

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[64 * 1024];

  GzipMembers(OutputStream out) {
    this.out = out;
  }

  void write(byte[] member, int length) throws IOException {
    out.write(HEADER);
    deflater.reset();
    deflater.setInput(member, 0, length);
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    crc.reset();
    crc.update(member, 0, length);
    little((int) crc.getValue());
    little(length);
  }

  private void little(int value) throws IOException {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }

  @Override
  public void close() throws IOException {
    deflater.end();
    out.close();
  }
}
