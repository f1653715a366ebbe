package dev.newsfold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what this process and its libraries write for themselves in one folder, which goes with the
 * process. One that was killed leaves its folder to the next process that comes.
 */
final class TemporaryFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);
  private static final String PROPERTY = "java.io.tmpdir";
  private static final Pattern NAME = Pattern.compile("newsfold-(\\d{1,18})");

  /** Where the folders of all processes lie. */
  private static Path shared = Path.of(System.getProperty(PROPERTY));

  private TemporaryFiles() {}

  /** The folder of what is to outlive this process. */
  static synchronized Path shared() {
    return shared;
  }

  /** To be called before anything asks for the folder of temporary files: most ask only once. */
  static synchronized void keepTogether() {
    Path all = Path.of(System.getProperty(PROPERTY));
    shared = all;
    try {
      sweep(all);
      Path own = all.resolve("newsfold-" + ProcessHandle.current().pid());
      delete(own);
      Files.createDirectory(own);
      System.setProperty(PROPERTY, own.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(own), "temporary files"));
    } catch (IOException e) {
      // Whoever cannot do without will say so.
      LOG.warn("temporary files go to {} itself: {}", all, e.toString());
    }
  }

  /** Deletes the folders of processes that are gone. */
  private static void sweep(Path all) throws IOException {
    try (Stream<Path> folders = Files.list(all)) {
      folders.filter(TemporaryFiles::isLeft).toList().forEach(TemporaryFiles::delete);
    }
  }

  private static boolean isLeft(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // Of another user, or still written to: the next process will try again.
      LOG.debug("{} stays: {}", folder, e.toString());
    }
  }
}
