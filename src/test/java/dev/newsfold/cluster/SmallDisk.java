package dev.newsfold.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A file system of a few megabytes, in memory: one that can be filled up. Only root can make it.
 */
final class SmallDisk implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String FILLER = ".filler";

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one on a new folder, or yields nothing where that is not allowed. */
  static Optional<SmallDisk> mount(Path folder, int megabytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String size = "size=" + megabytes + "m";
    return run(folder, List.of("mount", "-t", "tmpfs", "-o", size, "tmpfs", "" + folder))
        ? Optional.of(new SmallDisk(folder))
        : Optional.empty();
  }

  Path folder() {
    return folder;
  }

  /** Takes up all that is left, but for so many bytes. */
  void fill(long spare) throws IOException {
    FileStore store = Files.getFileStore(folder);
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(folder.resolve(FILLER))) {
      while (store.getUsableSpace() > spare) {
        out.write(block);
      }
    } catch (IOException e) {
      if (store.getUsableSpace() > spare) {
        throw e;
      }
      // Others have written meanwhile, and it is full.
    }
  }

  /** Frees what {@link #fill} took. */
  void free() throws IOException {
    Files.deleteIfExists(folder.resolve(FILLER));
  }

  private static boolean run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path log = folder.resolveSibling(folder.getFileName() + ".mount.log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false; // There is no such program.
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (!run(folder, List.of("umount", "-l", "" + folder))) {
      throw new IOException("still mounted: " + folder);
    }
  }
}
