package dev.newsfold.captures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  private static final Duration SETTLE = Duration.ofSeconds(5);

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aFileIsReadOnceItHasStayedAsItIs() throws IOException {
    FolderWatch watch = watch(Map.of());
    write("a", "one", 0);
    assertThat(look(watch, 0), empty());
    assertThat(look(watch, 4), empty());
    write("a", "one more", 1);
    assertThat(look(watch, 2), empty());
    assertThat(look(watch, 5), contains("a"));
    assertThat(look(watch, 60), empty());
  }

  @Test
  void aReplacedFileIsReadAgainAndATouchedOneIsNot() throws IOException {
    FolderWatch watch = watch(Map.of());
    write("a", "one", 0);
    look(watch, 0);
    assertThat(look(watch, 5), contains("a"));
    write("a", "one", 50);
    look(watch, 60);
    assertThat("touched", look(watch, 60), empty());
    write("a", "two", 100);
    look(watch, 60);
    assertThat("replaced", look(watch, 60), contains("a"));
  }

  @Test
  void aTimeInWholeSecondsIsNotTrustedWithinItsSecond() throws IOException {
    FolderWatch watch = watch(Duration.ofMillis(100), 0, 1, InputOpener.local(), Map.of());
    write("a", "one", 7);
    look(watch, 0);
    now = now.plusMillis(500);
    assertThat("it may change, and keep size and time", look(watch, 0), empty());
    write("a", "two", 7);
    assertThat(look(watch, 1), contains("a"));
    String digest = Objects.requireNonNull(watch.marks().get("a")).digest();
    assertThat(digest, equalTo(Digests.sha256(ByteBuffer.wrap("two".getBytes(UTF_8)))));
  }

  @Test
  void aStoreThatIsAwayForAWhileLosesNoFile() throws IOException {
    int[] failures = {2};
    InputOpener opener =
        location -> {
          if (failures[0]-- > 0) {
            throw new IOException("away");
          }
          return InputOpener.local().open(location);
        };
    FolderWatch watch = watch(SETTLE, 0, 1, opener, Map.of());
    write("a", "one", 0);
    look(watch, 0);
    assertThat(look(watch, 5), empty());
    assertThat(look(watch, 5), empty());
    assertThat(look(watch, 5), contains("a"));
    assertThat(look(watch, 5), empty());
  }

  @Test
  void aFileThatCannotBeReadIsHandedOnOnceToBeRejected() throws IOException {
    FolderWatch watch =
        watch(
            SETTLE,
            0,
            1,
            location -> {
              throw new IOException("broken");
            },
            Map.of());
    write("a", "one", 0);
    look(watch, 0);
    look(watch, 5);
    look(watch, 5);
    assertThat(look(watch, 5), contains("a"));
    assertThat(look(watch, 5), empty());
  }

  @Test
  void whatWasReadIsNotReadAgainAfterARestart() throws IOException {
    FolderWatch watch = watch(Map.of());
    write("a", "one", 0);
    look(watch, 0);
    assertThat(look(watch, 5), contains("a"));
    write("b", "two", 0);
    look(watch, 1);
    assertThat(look(watch(watch.marks()), 5), contains("b"));
  }

  @Test
  void filesOnTheirWayAreLeftAlone() throws IOException {
    FolderWatch watch = watch(Map.of());
    write(".hidden", "x", 0);
    write("a.part", "x", 0);
    look(watch, 0);
    assertThat(look(watch, 60), empty());
    Files.move(folder.resolve("a.part"), folder.resolve("a"));
    look(watch, 1);
    assertThat(look(watch, 60), contains("a"));
  }

  @Test
  void marksOfFilesThatAreGoneAreDropped() throws IOException {
    FolderWatch watch = watch(Map.of());
    write("a", "one", 0);
    look(watch, 0);
    Files.delete(folder.resolve("a"));
    look(watch, 1);
    assertThat(watch.marks(), equalTo(Map.of()));
  }

  @Test
  void watchesShareAFolderWithoutOverlap() throws IOException {
    List<String> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      write("f" + i, "text " + i, 0);
      names.add("f" + i);
    }
    for (int share = 0; share < 3; share++) {
      FolderWatch watch = watch(share, 3, Map.of());
      look(watch, 0);
      found.addAll(look(watch, 10));
    }
    assertThat(found, containsInAnyOrder(names.toArray()));
  }

  private FolderWatch watch(Map<String, FolderWatch.Mark> marks) {
    return watch(0, 1, marks);
  }

  private FolderWatch watch(int share, int shares, Map<String, FolderWatch.Mark> marks) {
    return watch(SETTLE, share, shares, InputOpener.local(), marks);
  }

  private FolderWatch watch(
      Duration settle,
      int share,
      int shares,
      InputOpener opener,
      Map<String, FolderWatch.Mark> marks) {
    return new FolderWatch(
        InputLister.local(), opener, List.of(folder.toString()), settle, share, shares, marks);
  }

  private void write(String name, String text, long changedAt) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(changedAt)));
  }

  /** Looks some seconds later; returns what is to be read. */
  private List<String> look(FolderWatch watch, long seconds) throws IOException {
    now = now.plusSeconds(seconds);
    watch.look(now);
    List<String> found = new ArrayList<>();
    for (Optional<InputFileRef> at = watch.next(); at.isPresent(); at = watch.next()) {
      found.add(at.get().path());
    }
    return found;
  }
}
