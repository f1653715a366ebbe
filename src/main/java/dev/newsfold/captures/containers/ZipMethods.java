package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;

/**
 * The methods of compression in ZIP archives beside deflate.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.4.5</a>
 */
final class ZipMethods {
  private static final int SHRUNK = 1;
  private static final int IMPLODED = 6;
  private static final int DEFLATE64 = 9;
  private static final int BZIP2 = 12;
  private static final int LZMA = 14;
  private static final int ZSTD = 93;
  private static final int XZ = 95;

  /** Of the flags, those that say how an entry is imploded. */
  private static final int IMPLOSION = 6;

  private static final int HEADER = 30;
  private static final int LZMA_PROPERTIES = 5;

  private ZipMethods() {}

  /** The content of an entry; null if its method is not known. */
  static @Nullable InputStream decode(ZipEntry entry, InputStream part) throws IOException {
    return switch (entry.method()) {
      case SHRUNK, IMPLODED -> asOnlyEntry(entry, part);
      case DEFLATE64 -> new Deflate64CompressorInputStream(part);
      case BZIP2 -> new BZip2CompressorInputStream(part, false);
      case LZMA -> lzma(entry, part);
      case ZSTD -> ZstdFrames.open(new FileBytes(part));
      case XZ -> Compression.XZ.open(new FileBytes(part));
      default -> null;
    };
  }

  /** A version of two bytes, the length of the properties in two, these, and the stream. */
  private static InputStream lzma(ZipEntry entry, InputStream part) throws IOException {
    DataInputStream in = new DataInputStream(part);
    in.readUnsignedShort();
    int properties = Short.reverseBytes(in.readShort());
    if (properties != LZMA_PROPERTIES) {
      throw new IOException("properties of " + properties + " bytes");
    }
    byte settings = in.readByte();
    int dictionary = Integer.reverseBytes(in.readInt());
    if (LZMAInputStream.getMemoryUsage(dictionary, settings) > Compression.MAX_MEMORY_KIB) {
      throw new IOException("a dictionary of " + Integer.toUnsignedLong(dictionary) + " bytes");
    }
    return new LZMAInputStream(in, entry.isEnded() ? -1 : entry.length(), settings, dictionary);
  }

  /** Some decoders are to be had only behind the reader of archives. */
  private static InputStream asOnlyEntry(ZipEntry entry, InputStream part) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER + 1).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {'P', 'K', 3, 4}).putShort((short) 20);
    header.putShort((short) (entry.flags() & IMPLOSION)).putShort((short) entry.method());
    header.putInt(0).putInt((int) entry.crc());
    header.putInt((int) entry.size()).putInt((int) entry.length());
    header.putShort((short) 1).putShort((short) 0).put((byte) 'e');
    InputStream archive = new ByteArrayInputStream(header.array());
    ZipArchiveInputStream zip = new ZipArchiveInputStream(new SequenceInputStream(archive, part));
    if (zip.getNextEntry() == null) {
      throw new IOException("no entry");
    }
    return zip;
  }
}
