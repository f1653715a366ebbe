package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.join;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** Entries of ZIP archives by every method that is read, the next entry stored. */
class ZipMethodsTest {
  /** The start of what stands behind the entries. */
  private static final byte[] DIRECTORY = {'P', 'K', 1, 2};

  private static final byte[] PAGE = bytes("<p>one " + "字句相连".repeat(9));

  /** How an entry is compressed: the number of its method, its flags, and its bytes. */
  enum Method {
    SHRUNK(1, 0) {
      @Override
      byte[] compress(byte[] content) {
        Bits bits = new Bits();
        for (byte b : content) {
          bits.add(b & 0xff, 9);
        }
        return bits.toBytes();
      }
    },
    IMPLODED(6, 0) {
      @Override
      byte[] compress(byte[] content) {
        Bits bits = new Bits();
        // Two trees of 64 codes of six bits each, which no literal uses.
        for (int tree = 0; tree < 2; tree++) {
          bits.add(3, 8);
          for (int run = 0; run < 4; run++) {
            bits.add(0xf5, 8);
          }
        }
        for (byte b : content) {
          bits.add(1, 1);
          bits.add(b & 0xff, 8);
        }
        return bits.toBytes();
      }
    },
    DEFLATE64(9, 0) {
      @Override
      void write(byte[] content, OutputStream out) throws IOException {
        try (OutputStream deflate =
            new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true))) {
          deflate.write(content);
        }
      }
    },
    BZIP2(12, 0) {
      @Override
      void write(byte[] content, OutputStream out) throws IOException {
        try (OutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
          bzip2.write(content);
        }
      }
    },
    LZMA(14, 0) {
      @Override
      void write(byte[] content, OutputStream out) throws IOException {
        lzma(content, false, out);
      }
    },
    LZMA_ENDED(14, 2) {
      @Override
      void write(byte[] content, OutputStream out) throws IOException {
        lzma(content, true, out);
      }
    },
    ZSTD(93, 0) {
      @Override
      byte[] compress(byte[] content) {
        return Zstd.compress(content);
      }
    },
    XZ(95, 0) {
      @Override
      void write(byte[] content, OutputStream out) throws IOException {
        try (OutputStream xz = new XZOutputStream(out, new LZMA2Options(1))) {
          xz.write(content);
        }
      }
    };

    private final int number;
    private final int flags;

    Method(int number, int flags) {
      this.number = number;
      this.flags = flags;
    }

    byte[] compress(byte[] content) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      write(content, out);
      return out.toByteArray();
    }

    void write(byte[] content, OutputStream out) throws IOException {
      throw new UnsupportedOperationException();
    }

    private static void lzma(byte[] content, boolean ended, OutputStream out) throws IOException {
      LZMA2Options options = new LZMA2Options(1);
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      LZMAOutputStream lzma = new LZMAOutputStream(stream, options, ended);
      lzma.write(content);
      lzma.finish();
      out.write(new byte[] {24, 6, 5, 0, (byte) lzma.getProps()});
      out.write(number(options.getDictSize()));
      stream.writeTo(out);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEntryIsReadAndWhatFollowsIt(Method method) throws IOException {
    byte[] zip =
        join(entry("1.html", method, PAGE), entry("2.html", Method.XZ, bytes("<p>2")), DIRECTORY);
    assertThat(
        Found.in("a.zip", zip).words,
        contains("page " + new String(PAGE, StandardCharsets.UTF_8), "page <p>2"));
  }

  @ParameterizedTest
  @EnumSource
  void anotherChecksumIsDamage(Method method) throws IOException {
    byte[] first = entry("1.html", method, PAGE);
    first[14] ^= 1;
    Found found =
        Found.in("a.zip", join(first, entry("2.html", Method.XZ, bytes("<p>2")), DIRECTORY));
    assertThat(found.rejections, hasSize(1));
    assertThat(found.words.get(found.words.size() - 1), equalTo("page <p>2"));
  }

  @ParameterizedTest
  @EnumSource
  void anyDamageCostsNoOtherEntry(Method method) throws IOException {
    Random random = new Random(7);
    byte[] first = entry("1.html", method, PAGE);
    byte[] second = entry("2.html", Method.XZ, bytes("<p>2"));
    for (int i = 0; i < 200; i++) {
      byte[] damaged = first.clone();
      for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
        damaged[36 + random.nextInt(damaged.length - 36)] ^= (byte) (1 + random.nextInt(255));
      }
      Found found = Found.in("a.zip", join(damaged, second, DIRECTORY));
      assertThat(found.words.get(found.words.size() - 1), equalTo("page <p>2"));
      assertThat(found.facts().captures(), equalTo((long) found.words.size()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LZMA"})
  void aDictionaryOfGigabytesIsNotSetAside(Method method) throws IOException {
    byte[] file = entry("1.html", method, PAGE);
    file[36 + 8] = 0x7f;
    Found found = Found.in("a.zip", file);
    assertThat(found.words, contains("reject CONTAINER_CORRUPT"));
    assertThat(found.rejections.get(0).getMessage(), containsString("a dictionary of"));
  }

  private static byte[] entry(String name, Method method, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] compressed = method.compress(content);
    ByteBuffer header = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {'P', 'K', 3, 4}).putShort((short) 20).putShort((short) method.flags);
    header.putShort((short) method.number).putInt(0).putInt((int) crc.getValue());
    header.putInt(compressed.length).putInt(content.length);
    header.putShort((short) name.length()).putShort((short) 0);
    return join(header.array(), bytes(name), compressed);
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  /** Bits, the lowest of a byte first. */
  private static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int held;
    private int count;

    void add(int value, int width) {
      for (int i = 0; i < width; i++) {
        held |= (value >> i & 1) << count++;
        if (count == 8) {
          out.write(held);
          held = 0;
          count = 0;
        }
      }
    }

    byte[] toBytes() {
      out.write(held);
      return out.toByteArray();
    }
  }
}
