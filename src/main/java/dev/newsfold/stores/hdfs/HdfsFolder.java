package dev.newsfold.stores.hdfs;

import dev.newsfold.sinks.OutputFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;
import org.apache.hadoop.hdfs.DistributedFileSystem;

/**
 * A folder of HDFS. A file is shown as soon as it is made, and grows: so each is written beside its
 * place and then renamed to it, which is done at once.
 */
final class HdfsFolder implements OutputFolder {
  private final HdfsClient client;
  private final String address;
  private final Path root;

  HdfsFolder(HdfsClient client, String address) {
    this.client = client;
    this.address = address;
    this.root = HdfsClient.path(address);
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public OutputFolder below(String name) {
    return new HdfsFolder(client, address + '/' + name);
  }

  @Override
  public List<Entry> list() throws IOException {
    return client.ask(root, this::list);
  }

  private List<Entry> list(DistributedFileSystem files) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try {
      HdfsClient.forEachFile(
          files,
          root,
          file -> {
            if (!file.getPath().toUri().getPath().equals(root.toUri().getPath())) {
              entries.add(
                  new Entry(
                      HdfsClient.below(root, file), file.getLen(), file.getModificationTime()));
            }
          });
    } catch (FileNotFoundException e) {
      // There is no such folder, or one that was emptied went meanwhile.
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  @Override
  public boolean isFree() throws IOException {
    return client.ask(
        root,
        files -> {
          try {
            return !files.listStatusIterator(root).hasNext();
          } catch (FileNotFoundException e) {
            return true;
          }
        });
  }

  @Override
  public boolean exists(String name) throws IOException {
    Path file = file(name);
    return client.ask(file, files -> files.exists(file));
  }

  @Override
  public InputStream open(String name) throws IOException {
    Path file = file(name);
    return client.ask(file, files -> files.open(file));
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    Path file = file(name);
    client.ask(
        file,
        files -> {
          Path temporary = written(files, file, bytes);
          orRemove(files, temporary, () -> files.rename(temporary, file, Rename.OVERWRITE));
          return temporary;
        });
  }

  /** Of two who write to one file at once, HDFS would fail one. */
  @Override
  public void fill(String name, byte[] bytes) throws IOException {
    write(name, bytes);
  }

  @Override
  public void settle(List<String> names) {
    // What was written is on the disks of all that hold it.
  }

  @Override
  public boolean createNew(String name, byte[] bytes) throws IOException {
    Path file = file(name);
    return client.ask(
        file,
        files -> {
          Path temporary = written(files, file, bytes);
          try {
            files.rename(temporary, file, Rename.NONE);
            return true;
          } catch (FileAlreadyExistsException e) {
            // A rename whose answer was lost is asked for again; then what is there is our own.
            return !files.delete(temporary, false);
          }
        });
  }

  /** A file beside another, with these bytes, that is on the disks of all that hold it. */
  private static Path written(DistributedFileSystem files, Path file, byte[] bytes)
      throws IOException {
    Path temporary =
        new Path(
            Objects.requireNonNull(file.getParent()), ".writing-" + UUID.randomUUID() + ".tmp");
    orRemove(
        files,
        temporary,
        () -> {
          try (FSDataOutputStream out = files.create(temporary, false)) {
            out.write(bytes);
            out.hsync();
          }
        });
    return temporary;
  }

  private interface Step {
    void take() throws IOException;
  }

  /** Takes a step with a temporary file, which goes if that fails. */
  private static void orRemove(DistributedFileSystem files, Path temporary, Step step)
      throws IOException {
    boolean done = false;
    try {
      step.take();
      done = true;
    } finally {
      if (!done) {
        files.delete(temporary, false);
      }
    }
  }

  /** Removes the folders, too, that are empty then. */
  @Override
  public void delete(String name) throws IOException {
    Path file = file(name);
    client.ask(
        file,
        files -> {
          files.delete(file, false);
          try {
            Path folder = file.getParent();
            while (folder != null && folder.depth() > root.depth()) {
              files.delete(folder, false);
              folder = folder.getParent();
            }
          } catch (PathIsNotEmptyDirectoryException e) {
            // What is in it is kept.
          }
          return file;
        });
  }

  @Override
  public String toString() {
    return address;
  }

  private Path file(String name) {
    return new Path(root, name);
  }
}
