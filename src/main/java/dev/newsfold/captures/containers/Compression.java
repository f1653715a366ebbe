package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lzma.LZMACompressorInputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Ways to compress a file as a whole, with the memory that undoing them may take. */
enum Compression {
  BZIP2("bzip2 data", List.of(".bz2", ".tbz2", ".tbz"), 'B', 'Z', 'h') {
    @Override
    InputStream open(FileBytes bytes) throws IOException {
      return new CompressedPieces(bytes, new Streams(this, Compression::bzip2));
    }
  },
  XZ("xz data", List.of(".xz", ".txz"), 0xfd, '7', 'z', 'X', 'Z', 0) {
    @Override
    InputStream open(FileBytes bytes) throws IOException {
      return new CompressedPieces(bytes, new Streams(this, Compression::xz));
    }
  },
  ZSTD("zstd data", List.of(".zst", ".zstd", ".tzst"), 0x28, 0xb5, 0x2f, 0xfd) {
    @Override
    InputStream open(FileBytes bytes) throws IOException {
      return ZstdFrames.open(bytes);
    }
  },
  LZ4("lz4 data", List.of(".lz4"), 0x04, 0x22, 0x4d, 0x18) {
    @Override
    InputStream open(FileBytes bytes) throws IOException {
      return new CompressedPieces(bytes, new Streams(this, Compression::lz4));
    }
  },
  SNAPPY("snappy data", List.of(".sz", ".snappy"), 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y') {
    @Override
    InputStream open(FileBytes bytes) throws IOException {
      return new FramedSnappyCompressorInputStream(bytes.rest());
    }
  },
  COMPRESS("data of compress", List.of(".z"), 0x1f, 0x9d) {
    @Override
    InputStream open(FileBytes bytes) throws IOException {
      return new ZCompressorInputStream(bytes.rest(), MAX_MEMORY_KIB);
    }
  },
  /** Known by its first byte, its properties, and by its name. */
  LZMA("lzma data", List.of(".lzma"), 0x5d, 0, 0) {
    @Override
    InputStream open(FileBytes bytes) throws IOException {
      return LZMACompressorInputStream.builder()
          .setInputStream(bytes.rest())
          .setMemoryLimitKiB(MAX_MEMORY_KIB)
          .get();
    }
  },
  /** Two bytes tell, and they are no text. */
  ZLIB("zlib data", List.of(".deflate", ".zlib", ".zz"), 0x78) {
    @Override
    InputStream open(FileBytes bytes) {
      return new InflaterInputStream(bytes.rest());
    }
  },
  /** Has no mark of its own: the name tells, where the bytes are no text. */
  BROTLI("brotli data", List.of(".br")) {
    @Override
    InputStream open(FileBytes bytes) throws IOException {
      return new BrotliInputStream(bytes.rest());
    }
  };

  static final int MAX_MEMORY_KIB = 160 << 10;

  /** Those whose data may come in pieces, each readable by itself. */
  private static final Set<Compression> PIECES = Set.of(BZIP2, XZ, ZSTD, LZ4);

  /** How far behind a damaged start the next piece is sought. */
  private static final int MAX_AHEAD = 64 << 10;

  private final String kind;
  private final List<String> endings;
  private final int[] magic;

  Compression(String kind, List<String> endings, int... magic) {
    this.kind = kind;
    this.endings = endings;
    this.magic = magic;
  }

  /** The content of compressed bytes. */
  abstract InputStream open(FileBytes bytes) throws IOException;

  /** What this is, in words. */
  String kind() {
    return kind;
  }

  /** The ending of the name that stands for the compression; empty if it has none. */
  String ending(Source source) {
    return endings.stream().filter(source::nameEnds).findFirst().orElse("");
  }

  /** How a source is compressed; null if it is not, or in gzip. */
  static @Nullable Compression of(Source source) throws IOException {
    for (Compression one : values()) {
      if (one.claims(source)) {
        return one;
      }
    }
    return null;
  }

  /** Streams that know their ends: none of the decoders takes a byte behind that. */
  private record Streams(Compression kind, Opener opener) implements CompressedPieces.Pieces {
    @Override
    public boolean startsAt(FileBytes bytes, boolean anywhere) throws IOException {
      return anywhere ? kind.startsPiece(0, bytes) : startsWith(bytes, kind.magic);
    }

    @Override
    public InputStream open(FileBytes bytes) throws IOException {
      return opener.open(bytes.rest());
    }

    /** As bzip2 does, and no other program. */
    @Override
    public boolean endsAnyhow() {
      return kind == BZIP2;
    }
  }

  private interface Opener {
    InputStream open(InputStream compressed) throws IOException;
  }

  private static InputStream bzip2(InputStream compressed) throws IOException {
    return new BZip2CompressorInputStream(compressed, false);
  }

  private static InputStream xz(InputStream compressed) throws IOException {
    return XZCompressorInputStream.builder()
        .setInputStream(compressed)
        .setDecompressConcatenated(false)
        .setMemoryLimitKiB(MAX_MEMORY_KIB)
        .get();
  }

  private static InputStream lz4(InputStream compressed) throws IOException {
    return new FramedLZ4CompressorInputStream(compressed, false);
  }

  /** Whether the mark of this comes next. */
  boolean startsAt(FileBytes bytes) throws IOException {
    return startsWith(bytes, magic);
  }

  private boolean claims(Source source) throws IOException {
    return startsHere(source) || PIECES.contains(this) && isNamed(source) && startsAhead(source);
  }

  /** Whether a piece starts behind what may have been the first one. */
  private boolean startsAhead(Source source) throws IOException {
    FileBytes bytes = source.bytes();
    if (Text.isText(bytes)) {
      return false;
    }
    for (int at = 1; at < MAX_AHEAD && bytes.peek(at) >= 0; at++) {
      if (startsPiece(at, bytes)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsPiece(int at, FileBytes bytes) throws IOException {
    for (int i = 0; i < magic.length; i++) {
      if (bytes.peek(at + i) != magic[i]) {
        return false;
      }
    }
    // Three letters may stand anywhere.
    return this != BZIP2 || isDigit(bytes.peek(at + 3)) && isBlock(at, bytes);
  }

  private boolean startsHere(Source source) throws IOException {
    FileBytes bytes = source.bytes();
    boolean named = isNamed(source);
    return switch (this) {
      case BZIP2 -> startsPiece(0, bytes);
      case ZSTD -> SkippableFrames.areAheadOf(magic, !LZ4.isNamed(source), bytes);
      case LZ4 -> SkippableFrames.areAheadOf(magic, named, bytes);
      case LZMA -> named && startsWith(bytes, magic);
      case ZLIB -> startsWith(bytes, magic) && isZlib(bytes) && !source.nameEnds(".gz");
      case BROTLI -> named && bytes.peek(0) >= 0 && !Text.isText(bytes);
      default -> startsWith(bytes, magic);
    };
  }

  private boolean isNamed(Source source) {
    return endings.stream().anyMatch(source::nameEnds);
  }

  /** The first block, or the end of a stream without blocks, has a mark of its own. */
  private static boolean isBlock(int at, FileBytes bytes) throws IOException {
    return bytes.peek(at + 4) == 0x31 && bytes.peek(at + 5) == 0x41
        || bytes.peek(at + 4) == 0x17 && bytes.peek(at + 5) == 0x72;
  }

  private static boolean isDigit(int b) {
    return b >= '1' && b <= '9';
  }

  /** RFC 1950, with the flags that compressors write and no text has: 01, 5e, 9c, da. */
  private static boolean isZlib(FileBytes bytes) throws IOException {
    int flags = bytes.peek(1);
    return flags == 0x01 || flags == 0x9c || flags == 0xda || flags == 0x5e && !Text.isText(bytes);
  }

  private static boolean startsWith(FileBytes bytes, int... magic) throws IOException {
    for (int i = 0; i < magic.length; i++) {
      if (bytes.peek(i) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
