package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {
  private static final int LISTINGS = 300;

  @TempDir Path folder;

  /** As whoever reads a stream's output does while that publishes. */
  @Test
  void filesThatComeAndGoWhileTheyAreListedDoNotFailIt() throws Exception {
    Files.createDirectories(folder.resolve("runs"));
    Files.writeString(folder.resolve("runs/1.json"), "{}");
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<?> written = writer.submit(() -> comeAndGo(done));
      LocalFolder output = new LocalFolder(folder);
      for (int i = 0; i < LISTINGS; i++) {
        List<String> names = output.list().stream().map(OutputFolder.Entry::name).toList();
        assertThat(names, hasItem("runs/1.json"));
      }
      done.set(true);
      written.get();
    } finally {
      done.set(true);
      writer.shutdown();
    }
  }

  private Void comeAndGo(AtomicBoolean done) throws IOException {
    while (!done.get()) {
      Path file = folder.resolve("runs/.writing.tmp");
      Files.writeString(file, "{");
      Files.delete(file);
      Path below = Files.createDirectories(folder.resolve("gone"));
      Files.delete(below);
    }
    return null;
  }
}
