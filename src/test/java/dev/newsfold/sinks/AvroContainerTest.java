package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroContainerTest {
  private static final Schema SCHEMA = InputFile.getClassSchema();
  private static final byte[] MARKER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** The larger ones take several blocks, of 64,000 bytes before they are deflated. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 700, 20_000})
  void makesTheBytesThatAvroMakes(int count) throws IOException {
    List<InputFile> records = IntStream.range(0, count).mapToObj(AvroContainerTest::entry).toList();
    ByteArrayOutputStream wanted = new ByteArrayOutputStream();
    try (DataFileWriter<InputFile> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(InputFile.class))) {
      writer.setCodec(CodecFactory.deflateCodec(6));
      writer.create(SCHEMA, wanted, MARKER);
      for (InputFile item : records) {
        writer.append(item);
      }
    }
    List<byte[]> encoded = new ArrayList<>();
    for (InputFile item : records) {
      encoded.add(EncodedRecord.of(Dataset.LEDGER, item).bytes());
    }
    byte[] file = AvroContainer.encode(SCHEMA, encoded, MARKER);
    assertThat(file, equalTo(wanted.toByteArray()));
    List<InputFile> read = new ArrayList<>();
    SpecificDatumReader<InputFile> reader = new SpecificDatumReader<>(InputFile.class);
    assertThat(AvroContainer.decode(file, SCHEMA, reader, Wanted.ALL, read::addAll), is(true));
    assertThat(read, equalTo(records));
  }

  @Test
  void readsTheWantedRecordsAndNotEvenTheBlocksOfOthers() throws IOException {
    List<InputFile> records =
        IntStream.range(0, 20_000).mapToObj(AvroContainerTest::entry).toList();
    List<byte[]> encoded = new ArrayList<>();
    for (InputFile item : records) {
      encoded.add(EncodedRecord.of(Dataset.LEDGER, item).bytes());
    }
    byte[] file = AvroContainer.encode(SCHEMA, encoded, MARKER);
    BitSet wanted = new BitSet();
    wanted.set(3);
    wanted.set(19_990, 20_000, true);
    List<List<InputFile>> read = new ArrayList<>();
    SpecificDatumReader<InputFile> reader = new SpecificDatumReader<>(InputFile.class);
    assertThat(AvroContainer.decode(file, SCHEMA, reader, Wanted.of(wanted), read::add), is(true));
    assertThat(read, equalTo(List.of(records.subList(3, 4), records.subList(19_990, 20_000))));
  }

  @Test
  void readsNoFileOfAnotherSchema() throws IOException {
    byte[] file = AvroContainer.encode(Late.getClassSchema(), List.of(), MARKER);
    SpecificDatumReader<InputFile> reader = new SpecificDatumReader<>(InputFile.class);
    assertThat(AvroContainer.decode(file, SCHEMA, reader, Wanted.ALL, late -> {}), is(false));
    assertThat(
        AvroContainer.decode(new byte[4], SCHEMA, reader, Wanted.ALL, late -> {}), is(false));
  }

  private static InputFile entry(int number) {
    return InputFile.newBuilder()
        .setPath("dump-" + number * 7919 % 10_007 + ".warc.gz")
        .setCaptures(number)
        .setArticles(0)
        .setRecaptures(0)
        .setSkips(Map.of())
        .build();
  }
}
