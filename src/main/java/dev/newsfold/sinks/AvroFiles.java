package dev.newsfold.sinks;

import dev.newsfold.aggregate.MapsInOrder;
import dev.newsfold.captures.Digests;
import dev.newsfold.records.StagedFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro object container files whose bytes depend on nothing but their records: records are sorted,
 * and the sync marker, random by default, comes from their digest. A file is named by its content,
 * so writing it twice is writing it once.
 */
public final class AvroFiles {
  private static final int BUFFER = 1 << 16;
  private static final long SMALL = 8 << 20;

  private AvroFiles() {}

  /**
   * Writes one file of a dataset below {@code root}, and forces it to disk.
   *
   * @param records of one partition; neither empty nor more than fits in memory
   */
  public static StagedFile write(
      OutputFolder root, Dataset dataset, List<? extends SpecificRecord> records)
      throws IOException {
    return write(root, dataset, dataset.partitionOf(records.get(0)), encoded(dataset, records));
  }

  /**
   * Writes one file of a dataset below {@code root}. It is not forced to disk, which for many small
   * files costs more than all else: nobody reads it before {@link Publication} has done so. Two
   * attempts may write it at once, as both write the same bytes to the same place.
   *
   * @param run the capture day that the records come from; empty where none owns them
   * @param records of one partition; neither empty nor more than fits in memory
   */
  public static StagedFile fill(
      OutputFolder root, Dataset dataset, String run, List<? extends SpecificRecord> records)
      throws IOException {
    return fill(root, dataset, dataset.partitionOf(records.get(0)), run, encoded(dataset, records));
  }

  /**
   * The same of records that are encoded already.
   *
   * @param partition of all of them; empty where the dataset has none
   */
  public static StagedFile fill(
      OutputFolder root, Dataset dataset, String partition, String run, List<EncodedRecord> records)
      throws IOException {
    return write(root::fill, dataset, partition, run, records);
  }

  /** The same, forced to disk. */
  public static StagedFile write(
      OutputFolder root, Dataset dataset, String partition, List<EncodedRecord> records)
      throws IOException {
    return write(root::write, dataset, partition, "", records);
  }

  /** How the bytes of a file come to its place. */
  private interface Put {
    void put(String name, byte[] bytes) throws IOException;
  }

  private static List<EncodedRecord> encoded(
      Dataset dataset, List<? extends SpecificRecord> records) {
    return records.stream().map(item -> EncodedRecord.of(dataset, item)).toList();
  }

  private static StagedFile write(
      Put put, Dataset dataset, String partition, String run, List<EncodedRecord> records)
      throws IOException {
    List<EncodedRecord> sorted = new ArrayList<>(records);
    sorted.sort(EncodedRecord.ORDER);
    String seed = sorted.stream().map(EncodedRecord::order).collect(Collectors.joining("\n"));
    byte[] bytes =
        AvroContainer.encode(
            dataset.schema(), sorted.stream().map(EncodedRecord::bytes).toList(), syncMarker(seed));
    String sha256 = Digests.sha256(ByteBuffer.wrap(bytes));
    String path = RunLayout.dataFile(dataset, partition, run, sha256.substring(0, 20));
    put.put(path, bytes);
    return StagedFile.newBuilder()
        .setPath(path)
        .setDataset(dataset.folder())
        .setRun(run)
        .setRecords(sorted.size())
        .setWithdrawn(sorted.stream().filter(EncodedRecord::isWithdrawn).count())
        .setBytes(bytes.length)
        .setSha256(sha256)
        .build();
  }

  /**
   * The bytes of a container file that holds {@code records} in their order.
   *
   * @param seed what the sync marker is made from; markers of files may be alike
   */
  public static byte[] encode(Schema schema, List<? extends SpecificRecord> records, String seed)
      throws IOException {
    return AvroContainer.encode(
        schema, records.stream().map(MapsInOrder::encode).toList(), syncMarker(seed));
  }

  /** Hands every record of a local file to {@code sink}, one at a time. */
  public static <T extends SpecificRecord> void read(
      Path file, Class<T> type, Consumer<? super T> sink) throws IOException {
    OutputFolder folder = new LocalFolder(file.toAbsolutePath().resolveSibling(""));
    read(folder, String.valueOf(file.getFileName()), type, sink);
  }

  /** Hands every record of a file to {@code sink}, one at a time. */
  public static <T extends SpecificRecord> void read(
      OutputFolder folder, String name, Class<T> type, Consumer<? super T> sink)
      throws IOException {
    try {
      read(new BufferedInputStream(folder.open(name), BUFFER), type, sink);
    } catch (AvroRuntimeException e) {
      throw unreadable(folder, name, e);
    }
  }

  private static <T extends SpecificRecord> void read(
      InputStream file, Class<T> type, Consumer<? super T> sink) throws IOException {
    try (DataFileStream<T> reader = new DataFileStream<>(file, new SpecificDatumReader<>(type))) {
      reader.forEach(sink);
    }
  }

  private static IOException unreadable(OutputFolder folder, String name, AvroRuntimeException e) {
    return new IOException(
        "cannot read " + folder.address() + '/' + name + ": " + e.getMessage(), e);
  }

  /**
   * Hands every record of many files to {@code sink}, one file after another. Made for what was
   * just written: a file is held in memory whole, and one of an earlier version takes longer.
   */
  public static <T extends SpecificRecord> void readFilled(
      OutputFolder folder, List<String> names, Class<T> type, Consumer<? super T> sink)
      throws IOException {
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(type);
    for (String name : names) {
      try {
        byte[] file = folder.read(name);
        Schema schema = reader.getExpected();
        if (!AvroContainer.decode(file, schema, reader, Wanted.ALL, all -> all.forEach(sink))) {
          read(new ByteArrayInputStream(file), type, sink);
        }
      } catch (AvroRuntimeException e) {
        throw unreadable(folder, name, e);
      }
    }
  }

  /**
   * Hands the records of a file to {@code sink}, a block of the file at a time: some 64 kB of them,
   * or one that is larger.
   *
   * @param file a small one is read whole, which for many costs less
   * @param schema of what is written now; a file of an earlier version is read, too
   * @param reader of the whole records or of some fields; for this file only
   */
  public static <T> void readBlocks(
      OutputFolder folder,
      RunManifest.DataFile file,
      Schema schema,
      GenericDatumReader<T> reader,
      Wanted wanted,
      Consumer<List<T>> sink)
      throws IOException {
    String name = file.path();
    try {
      if (file.bytes() > SMALL) {
        readBlocks(new BufferedInputStream(folder.open(name), BUFFER), reader, wanted, sink);
        return;
      }
      byte[] bytes = folder.read(name);
      reader.setSchema(schema);
      if (!AvroContainer.decode(bytes, schema, reader, wanted, sink)) {
        readBlocks(new ByteArrayInputStream(bytes), reader, wanted, sink);
      }
    } catch (AvroRuntimeException e) {
      throw unreadable(folder, name, e);
    }
  }

  private static <T> void readBlocks(
      InputStream file, GenericDatumReader<T> reader, Wanted wanted, Consumer<List<T>> sink)
      throws IOException {
    try (DataFileStream<T> blocks = new DataFileStream<>(file, reader)) {
      int number = 0;
      while (blocks.hasNext()) {
        List<T> records = new ArrayList<>();
        for (int end = Math.addExact(number, Math.toIntExact(blocks.getBlockCount()));
            number < end;
            number++) {
          T item = blocks.next();
          if (wanted.is(number)) {
            records.add(item);
          }
        }
        sink.accept(records);
      }
    }
  }

  private static byte[] syncMarker(String seed) {
    return Arrays.copyOf(Digests.sha256(seed).getBytes(StandardCharsets.US_ASCII), 16);
  }
}
