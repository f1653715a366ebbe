package dev.newsfold.captures.warc;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.newsfold.captures.GzipStart;
import dev.newsfold.captures.Markup;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** The encodings of HTTP content, known by their bytes where these tell, or else by their name. */
enum ContentCoding {
  GZIP {
    @Override
    InputStream open(byte[] bytes) {
      return new GzipMembers(new FileBytes(new ByteArrayInputStream(bytes))).joined();
    }
  },
  ZLIB {
    @Override
    InputStream open(byte[] bytes) {
      return inflate(bytes, false);
    }
  },
  DEFLATE {
    @Override
    InputStream open(byte[] bytes) {
      return inflate(bytes, true);
    }
  },
  BROTLI {
    @Override
    InputStream open(byte[] bytes) throws IOException {
      return new BrotliInputStream(new ByteArrayInputStream(bytes));
    }
  },
  ZSTD {
    @Override
    InputStream open(byte[] bytes) throws IOException {
      return new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(bytes))
          .setLongMax(MAX_WINDOW_LOG);
    }
  },
  COMPRESS {
    @Override
    InputStream open(byte[] bytes) throws IOException {
      return new ZCompressorInputStream(new ByteArrayInputStream(bytes), MAX_WINDOW_KIB);
    }
  };

  /** RFC 9659 allows windows of 8 MB for content; some servers use more. */
  private static final int MAX_WINDOW_LOG = 25;

  private static final int MAX_WINDOW_KIB = 32 << 10;

  /** How much of a body is looked at to see whether it is text. */
  private static final int SAMPLE = 512;

  abstract InputStream open(byte[] bytes) throws IOException;

  /**
   * The encoding that bytes are in; null if they are in none.
   *
   * @param declared in lower case; empty if the encoding is not declared
   */
  static @Nullable ContentCoding of(byte[] bytes, String declared) {
    if (GzipStart.isSurelyAt(0, bytes)) {
      return GZIP;
    }
    if (starts(bytes, 0x28, 0xb5, 0x2f, 0xfd)) {
      return ZSTD;
    }
    if (starts(bytes, 0x1f, 0x9d)) {
      return COMPRESS;
    }
    if (isText(bytes)) {
      return null;
    }
    return switch (declared) {
      case "gzip", "x-gzip", "deflate", "x-deflate", "zlib" -> startsZlib(bytes) ? ZLIB : DEFLATE;
      case "br", "brotli", "x-br" -> BROTLI;
      case "zstd", "x-zstd" -> ZSTD;
      case "compress", "x-compress" -> COMPRESS;
      default -> holdsZlibPage(bytes) ? ZLIB : null;
    };
  }

  /**
   * Decodes as much as there is.
   *
   * @return truncated if the end is missing, or damage hides it
   * @throws Damaged {@code CONTENT_ENCODING} if nothing can be decoded, or {@code TOO_LARGE}
   */
  HttpBody decode(byte[] bytes, long maxBytes) throws Damaged {
    PageBytes page = new PageBytes(maxBytes);
    try (InputStream in = open(bytes)) {
      page.appendAll(in);
      return new HttpBody(page.toArray(), false);
    } catch (IOException | RuntimeException e) {
      // Decoders throw unchecked exceptions too where data is hostile.
      if (page.length() == 0) {
        String name = name().toLowerCase(Locale.ROOT);
        throw new Damaged(Reason.CONTENT_ENCODING, "encoded as " + name + ": " + e.getMessage());
      }
      return new HttpBody(page.toArray(), true);
    }
  }

  private static InputStream inflate(byte[] bytes, boolean raw) {
    Inflater inflater = new Inflater(raw);
    return new InflaterInputStream(new ByteArrayInputStream(bytes), inflater) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  private static boolean starts(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** RFC 1950: the method is deflate, and the first two bytes are a multiple of 31. */
  static boolean startsZlib(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] & 0x0f) == 8
        && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
  }

  /** Two bytes tell little of zlib, where nothing else says so; that they hold a page tells. */
  private static boolean holdsZlibPage(byte[] bytes) {
    if (!startsZlib(bytes) || bytes[0] != 0x78) {
      return false;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      byte[] start = new byte[SAMPLE];
      int length = inflater.inflate(start);
      return Markup.isHtml(Markup.firstElement(start, 0, length));
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  /** Compressed data has control characters among its first bytes; text has none. */
  private static boolean isText(byte[] bytes) {
    // Half of a text in UTF-16 may be zeros.
    boolean wide =
        starts(bytes, 0xfe, 0xff)
            || starts(bytes, 0xff, 0xfe)
            || starts(bytes, 0, 0, 0xfe, 0xff, 0);
    if (wide || MediaTypes.startsMarkup(bytes, 0, bytes.length)) {
      return true;
    }
    int length = Math.min(bytes.length, SAMPLE);
    for (int i = 0; i < length; i++) {
      boolean control = bytes[i] >= 0 && bytes[i] < ' ' || bytes[i] == 0x7f;
      boolean space = bytes[i] >= '\t' && bytes[i] <= '\r' || bytes[i] == 0x1b;
      if (control && !space) {
        return false;
      }
    }
    return length > 2;
  }
}
