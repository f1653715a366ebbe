package dev.newsfold.tables;

import dev.newsfold.captures.Digests;
import dev.newsfold.sinks.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of one dataset as a table: partition by partition, in the order of their keys,
 * in as few files as their target size allows. The same records give the same files, in whatever
 * order they come. Memory keeps a bound, whatever their number.
 */
public final class TableWriter implements Closeable {
  private static final int HELD = 32 << 20;

  /** Below all that text may hold, so that a partition's rows stand together. */
  private static final byte END = 0;

  private final Path folder;
  private final Dataset dataset;
  private final TableFormat format;
  private final long targetBytes;
  private final TableSchema schema;
  private final SortedRows rows = new SortedRows(HELD);
  private final List<TableFile> files = new ArrayList<>();
  private final GenericDatumWriter<GenericRecord> encode;
  private final GenericDatumReader<GenericRecord> decode;
  private @Nullable BinaryDecoder decoder;
  private @Nullable OpenFile open;

  /**
   * A table below {@code folder}.
   *
   * @param partitions the folders that there are in the dataset, as {@code day=undated}
   * @param targetBytes a file whose rows have come to so many bytes ({@link
   *     TableFormat.Writer#bytes}) is followed by another one; each has one row at least
   */
  public TableWriter(
      Path folder, Dataset dataset, Set<String> partitions, TableFormat format, long targetBytes) {
    this.folder = folder;
    this.dataset = dataset;
    this.format = format;
    this.targetBytes = targetBytes;
    this.schema =
        TableSchema.of(
            dataset.schema(), Partition.columns(partitions.stream().findFirst().orElse("")));
    this.encode = new GenericDatumWriter<>(schema.schema(), new GenericData());
    this.decode = new GenericDatumReader<>(schema.schema(), schema.schema(), new GenericData());
  }

  /**
   * Takes a record.
   *
   * @param partition its folder below the dataset's
   */
  public void add(String partition, IndexedRecord record) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(content, null);
    encode.write(schema.row(record), encoder);
    encoder.flush();
    rows.add(new SortedRows.Row(key(partition, record), content.toByteArray()));
  }

  /** Writes the files, and returns what they are, in the order of their paths. */
  public List<TableFile> finish() throws IOException {
    rows.forEach(this::write);
    closeFile();
    return List.copyOf(files);
  }

  @Override
  public void close() throws IOException {
    try (rows) {
      closeFile();
    }
  }

  private byte[] key(String partition, IndexedRecord record) throws IOException {
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    key.write(Partition.ofRun(partition).getBytes(StandardCharsets.UTF_8));
    key.write(END);
    for (String field : dataset.keyFields()) {
      var source = record.getSchema().getField(field);
      Object value = source == null ? null : record.get(source.pos());
      key.write(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
      key.write(END);
    }
    return key.toByteArray();
  }

  private void write(SortedRows.Row row) throws IOException {
    byte[] key = row.key();
    int end = 0;
    while (key[end] != END) {
      end++;
    }
    String partition = new String(key, 0, end, StandardCharsets.UTF_8);
    if (open != null && !open.goesOn(partition)) {
      closeFile();
    }
    if (open == null) {
      open = new OpenFile(partition, numberIn(partition));
    }
    decoder = DecoderFactory.get().binaryDecoder(row.content(), decoder);
    open.write(decode.read(null, decoder), row.content().length);
  }

  /** How many files the partition has so far. */
  private int numberIn(String partition) {
    String prefix = path(partition) + "part-";
    return (int) files.stream().filter(file -> file.path().startsWith(prefix)).count();
  }

  private String path(String partition) {
    return dataset.folder() + '/' + (partition.isEmpty() ? "" : partition + '/');
  }

  private void closeFile() throws IOException {
    if (open != null) {
      OpenFile done = open;
      open = null;
      files.add(done.close());
    }
  }

  private final class OpenFile {
    private final String partition;
    private final String path;
    private final MessageDigest digest = Digests.newSha256();
    private final TableFormat.Writer writer;
    private long records;

    OpenFile(String partition, int number) throws IOException {
      this.partition = partition;
      path = String.format(Locale.ROOT, "%spart-%05d.%s", path(partition), number, format.word());
      Path file = folder.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      OutputStream out = Files.newOutputStream(file);
      writer = format.open(new DigestOutputStream(out, digest), schema.schema());
    }

    boolean goesOn(String another) {
      return another.equals(partition) && writer.bytes() < targetBytes;
    }

    void write(GenericRecord row, int size) throws IOException {
      writer.write(row, size);
      records++;
    }

    TableFile close() throws IOException {
      writer.close();
      Path file = folder.resolve(path);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        // A rename of the folder may reach the disk before the bytes do.
        channel.force(true);
      }
      return new TableFile(
          path, dataset.folder(), records, Files.size(file), Digests.hex(digest.digest()));
    }
  }
}
