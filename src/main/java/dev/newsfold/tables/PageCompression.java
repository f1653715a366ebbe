package dev.newsfold.tables;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses the pages of Parquet files by Zstandard. Parquet's own classes need Hadoop for it. */
final class PageCompression implements CompressionCodecFactory {
  static final CompressionCodecName CODEC = CompressionCodecName.ZSTD;
  private static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return new BytesInputCompressor() {
      @Override
      public BytesInput compress(BytesInput page) throws IOException {
        return BytesInput.from(Zstd.compress(page.toByteArray(), LEVEL));
      }

      @Override
      public CompressionCodecName getCodecName() {
        return CODEC;
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("files are written here, not read");
  }

  @Override
  public void release() {}
}
