package dev.newsfold.sinks;

import dev.newsfold.aggregate.MapsInOrder;
import dev.newsfold.captures.Digests;
import dev.newsfold.records.StagedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro object container files whose bytes depend on nothing but their records: records are sorted,
 * and the sync marker, random by default, comes from their digest. A file is named by its content,
 * written beside its place and then moved there, so writing it twice is writing it once.
 */
public final class AvroFiles {
  private AvroFiles() {}

  /**
   * Writes one file of a dataset below {@code root}, and forces it to disk.
   *
   * @param records of one partition; neither empty nor more than fits in memory
   */
  public static StagedFile write(Path root, Dataset dataset, List<? extends SpecificRecord> records)
      throws IOException {
    return write(root, dataset, "", records, AvroFiles::replace);
  }

  /**
   * Writes one file of a dataset below a staging folder. It is neither moved to its place nor
   * forced to disk, which for many small files costs more than all else: nobody reads it before
   * {@link Publication} has done so. Two attempts may write it at once, as both write the same
   * bytes to the same places.
   *
   * @param run the capture day that the records come from; empty where none owns them
   * @param records of one partition; neither empty nor more than fits in memory
   */
  public static StagedFile stage(
      Path staging, Dataset dataset, String run, List<? extends SpecificRecord> records)
      throws IOException {
    return write(staging, dataset, run, records, AvroFiles::fill);
  }

  /** How the bytes of a file come to its path. */
  private interface Put {
    void put(Path file, byte[] bytes) throws IOException;
  }

  private static StagedFile write(
      Path root, Dataset dataset, String run, List<? extends SpecificRecord> records, Put put)
      throws IOException {
    List<SpecificRecord> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(dataset::orderOf));
    String seed = sorted.stream().map(dataset::orderOf).collect(Collectors.joining("\n"));
    byte[] bytes = encode(dataset.schema(), sorted, seed);
    String sha256 = Digests.sha256(ByteBuffer.wrap(bytes));
    String path =
        RunLayout.dataFile(
            dataset, dataset.partitionOf(sorted.get(0)), run, sha256.substring(0, 20));
    put.put(root.resolve(path), bytes);
    return StagedFile.newBuilder()
        .setPath(path)
        .setDataset(dataset.folder())
        .setRun(run)
        .setRecords(sorted.size())
        .setWithdrawn(sorted.stream().filter(Revisions::isWithdrawn).count())
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
    return AvroContainer.encode(schema, records, new MapsInOrder(schema), syncMarker(seed));
  }

  /** Hands every record of a file to {@code sink}, one at a time. */
  public static <T extends SpecificRecord> void read(
      Path file, Class<T> type, Consumer<? super T> sink) throws IOException {
    try (DataFileReader<T> reader =
        new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(type))) {
      reader.forEach(sink);
    } catch (AvroRuntimeException e) {
      throw unreadable(file, e);
    }
  }

  private static IOException unreadable(Path file, AvroRuntimeException e) {
    return new IOException("cannot read " + file + ": " + e.getMessage(), e);
  }

  /**
   * Hands every record of many files to {@code sink}, one file after another. Made for what was
   * just staged: a file is held in memory whole.
   */
  public static <T extends SpecificRecord> void readStaged(
      List<Path> files, Class<T> type, Consumer<? super T> sink) throws IOException {
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(type);
    for (Path file : files) {
      try {
        if (!AvroContainer.decode(Files.readAllBytes(file), reader.getExpected(), reader, sink)) {
          throw new IOException("not written by this run: " + file);
        }
      } catch (AvroRuntimeException e) {
        throw unreadable(file, e);
      }
    }
  }

  /**
   * Puts {@code bytes} in the place of {@code file}, at once: a reader sees the old file, or the
   * new one, or none, also after the power has failed.
   */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path temporary = newFileIn(folderOf(file));
    boolean moved = false;
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        write(channel, bytes);
        // A rename may reach the disk before the bytes do.
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      moved = true;
    } finally {
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  /** An empty file, which whoever may read the folder's other files may read, too. */
  private static Path newFileIn(Path folder) throws IOException {
    // Files.createTempFile would let none but its owner read it.
    for (int number = 0; ; number++) {
      Path file =
          folder.resolve(".writing-" + ProcessHandle.current().pid() + "-" + number + ".tmp");
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // Another thread's, or left by a process that was killed.
      }
    }
  }

  /** Forces a file to disk. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void fill(Path file, byte[] bytes) throws IOException {
    folderOf(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      write(channel, bytes);
    }
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** The folder of a file, made if need be. */
  private static Path folderOf(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("no folder to write " + file + " in");
    }
    return Files.createDirectories(folder);
  }

  private static byte[] syncMarker(String seed) {
    return Arrays.copyOf(Digests.sha256(seed).getBytes(StandardCharsets.US_ASCII), 16);
  }
}
