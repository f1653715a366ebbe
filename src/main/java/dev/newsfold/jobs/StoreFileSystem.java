package dev.newsfold.jobs;

import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Stores;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.core.fs.BlockLocation;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemKind;
import org.apache.flink.core.fs.Path;

/**
 * A store as the embedded Flink sees it, to keep checkpoints in. A file is shown whole when it is
 * closed. Folders are where files are, so making one does nothing; nothing is renamed.
 */
final class StoreFileSystem extends FileSystem {
  private final URI root;
  private final Supplier<PipelineOptions> options;

  /**
   * The store at an address.
   *
   * @param address of anything in it
   * @param options how it is reached; asked each time, since Flink keeps a file system for the
   *     streams that a process starts later
   */
  StoreFileSystem(URI address, Supplier<PipelineOptions> options) {
    this.root = URI.create(address.getScheme() + "://" + address.getAuthority());
    this.options = options;
  }

  private OutputFolder folder() {
    return Stores.of(options.get()).folder(root.toString());
  }

  private static String name(Path path) {
    String name = path.toUri().getPath();
    return name.startsWith("/") ? name.substring(1) : name;
  }

  @Override
  public FSDataInputStream open(Path path) throws IOException {
    String name = name(path);
    try {
      return new StoreFileInput(folder(), name);
    } catch (NoSuchFileException e) {
      throw missing(path, e);
    }
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    return open(path);
  }

  @Override
  public FSDataOutputStream create(Path path, WriteMode mode) throws IOException {
    if (mode == WriteMode.NO_OVERWRITE && folder().exists(name(path))) {
      throw new IOException("there is a file already: " + path);
    }
    return new StoreFileOutput(folder(), name(path));
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    Optional<FileStatus> file = file(path);
    if (file.isPresent()) {
      return file.get();
    }
    if (!name(path).isEmpty() && folder().below(name(path)).isFree()) {
      throw new FileNotFoundException("there is no " + path);
    }
    return new Status(path, 0, true);
  }

  /** A file with its size by what its folder lists, and not by reading it. */
  private Optional<FileStatus> file(Path path) throws IOException {
    String name = name(path);
    // Asked first, as a list may be long.
    if (name.isEmpty() || !folder().exists(name)) {
      return Optional.empty();
    }
    int slash = name.lastIndexOf('/');
    OutputFolder parent = slash < 0 ? folder() : folder().below(name.substring(0, slash));
    return parent.list().stream()
        .filter(file -> file.name().equals(name.substring(slash + 1)))
        .<FileStatus>map(file -> new Status(path, file.bytes(), false))
        .findFirst();
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    Optional<FileStatus> itself = file(path);
    if (itself.isPresent()) {
      return new FileStatus[] {itself.get()};
    }
    Map<String, FileStatus> children = new TreeMap<>();
    for (OutputFolder.Entry file : folder().below(name(path)).list()) {
      int slash = file.name().indexOf('/');
      String child = slash < 0 ? file.name() : file.name().substring(0, slash);
      children.put(
          child, new Status(new Path(path, child), slash < 0 ? file.bytes() : 0, slash >= 0));
    }
    return children.values().toArray(FileStatus[]::new);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    String name = name(path);
    if (recursive) {
      folder().deleteAll(name);
    }
    folder().delete(name);
    return true;
  }

  @Override
  public boolean mkdirs(Path path) {
    return true;
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    throw new IOException("a store renames nothing: " + from);
  }

  @Override
  public BlockLocation[] getFileBlockLocations(FileStatus file, long start, long length) {
    return new BlockLocation[0];
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path(root + "/");
  }

  @Override
  public Path getHomeDirectory() {
    return getWorkingDirectory();
  }

  @Override
  public URI getUri() {
    return root;
  }

  @Override
  public boolean isDistributedFS() {
    return true;
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in this version of Flink
  public FileSystemKind getKind() {
    return FileSystemKind.OBJECT_STORE;
  }

  private static FileNotFoundException missing(Path path, IOException cause) {
    FileNotFoundException missing = new FileNotFoundException("there is no " + path);
    missing.initCause(cause);
    return missing;
  }

  private record Status(Path path, long length, boolean folder) implements FileStatus {
    @Override
    public long getLen() {
      return length;
    }

    @Override
    public long getBlockSize() {
      return length;
    }

    @Override
    public short getReplication() {
      return 1;
    }

    @Override
    public long getModificationTime() {
      return 0;
    }

    @Override
    public long getAccessTime() {
      return 0;
    }

    @Override
    public boolean isDir() {
      return folder;
    }

    @Override
    public Path getPath() {
      return path;
    }
  }
}
