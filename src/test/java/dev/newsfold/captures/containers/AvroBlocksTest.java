package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The blocks of Avro files, in every codec, whole and broken. */
class AvroBlocksTest {
  private static final String TEXT = "<p>" + "x".repeat(500);

  @ParameterizedTest
  @ValueSource(strings = {"null", "deflate", "snappy", "bzip2", "xz", "zstandard"})
  void aBlockIsReadInEveryCodec(String codec) throws IOException, Damaged {
    AvroBlocks blocks = open(file(codec));
    assertThat(blocks.schema(), equalTo(Schema.create(Schema.Type.STRING)));
    for (int i = 0; i < 2; i++) {
      assertThat(blocks.hasNext(), equalTo(true));
      ByteBuffer block = blocks.next();
      assertThat(blocks.values(), equalTo(1L));
      // A string has its length ahead, in two bytes.
      assertThat(block.remaining(), equalTo(2 + TEXT.length()));
    }
    assertThat(blocks.hasNext(), equalTo(false));
  }

  @Test
  void aFileThatIsCutAnywhereIsBroken() throws IOException {
    byte[] file = file("null");
    for (int length = 4; length < file.length; length += 7) {
      String message = failure(Arrays.copyOf(file, length));
      boolean betweenBlocks = message.isEmpty();
      assertThat(betweenBlocks || message.endsWith("it is cut off"), equalTo(true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Behind the magic: one entry, a name of so many bytes.
    "4f626a0102ffffffffffffffff7f, a length is -4611686018427387904",
    "4f626a0102ffffffff0f, a length is -2147483648",
    "4f626a0100000000000000000000000000000000, it is cut off",
    "4f626a01ffffffffffffffffffffff, a number has no end",
    "4f626a010000000000000000000000000000000000, its schema is none",
  })
  void aHeaderThatIsNoneIsBroken(String hex, String why) {
    byte[] file = HexFormat.of().parseHex(hex);
    assertThat(failure(file), equalTo("an Avro file that is broken: " + why));
  }

  /** What a file says when it is read to its end; empty if nothing. */
  private static String failure(byte[] file) {
    try {
      AvroBlocks blocks = open(file);
      while (blocks.hasNext()) {
        blocks.next();
      }
      return "";
    } catch (Damaged e) {
      return e.message();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static AvroBlocks open(byte[] file) throws IOException, Damaged {
    return new AvroBlocks(new FileBytes(new ByteArrayInputStream(file)), 10_000);
  }

  /** Two blocks of one string each. */
  private static byte[] file(String codec) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<CharSequence> writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
      writer.setCodec(CodecFactory.fromString(codec));
      writer.create(Schema.create(Schema.Type.STRING), out);
      for (int i = 0; i < 2; i++) {
        writer.append(TEXT);
        writer.sync();
      }
    }
    return out.toByteArray();
  }
}
