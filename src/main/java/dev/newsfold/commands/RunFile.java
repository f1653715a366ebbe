package dev.newsfold.commands;

import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.file.SeekableFileInput;
import org.apache.avro.file.SeekableInput;

/**
 * A file below a folder of this machine or of a store.
 *
 * @param name below the folder
 */
record RunFile(OutputFolder folder, String name) implements Comparable<RunFile> {
  private static final Comparator<RunFile> BY_ADDRESS = Comparator.comparing(RunFile::toString);

  /** A file of this machine, told as its path is given. */
  static RunFile of(Path file) {
    return new RunFile(new LocalFolder(Path.of("")), file.toString());
  }

  /** The file from any place on; of a store it is held in memory, whole. */
  SeekableInput open() throws IOException {
    if (folder instanceof LocalFolder) {
      Path file = Path.of(folder.address()).resolve(name);
      return Files.isRegularFile(file)
          ? new SeekableFileInput(file.toFile())
          : new SeekableByteArrayInput(folder.read(name));
    }
    return new SeekableByteArrayInput(folder.read(name));
  }

  /** Where it lies, told in one way whatever way it was named. */
  String place() {
    return folder.below(name).place();
  }

  @Override
  public int compareTo(RunFile other) {
    return BY_ADDRESS.compare(this, other);
  }

  @Override
  public String toString() {
    return folder.address().isEmpty() ? name : folder.address() + '/' + name;
  }
}
