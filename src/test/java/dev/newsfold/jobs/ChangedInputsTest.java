package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.Digests;
import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputLister;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.records.InputFile;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedInputsTest {
  private static final long START = 1_600_000_000_000L;

  @TempDir Path inputs;
  @TempDir Path other;

  @Test
  void filesOlderThanTheRunAreNotLookedAt() throws Exception {
    file("old.html", "one", START);
    assertThat(since(laterOn()).isEmpty(), equalTo(true));
  }

  @Test
  void aFileThatIsMovedToItsPlaceIsNamedHoweverOldItIs() throws Exception {
    file("there.html", "one", START);
    Path elsewhere = Files.writeString(other.resolve("moved.html"), "two");
    Files.setLastModifiedTime(elsewhere, FileTime.fromMillis(START));
    long since = laterOn();
    Files.move(elsewhere, inputs.resolve("moved.html"));
    assertThat(
        since(since).complaints(), contains(containsString("moved.html was changed or added")));
  }

  @Test
  void aFileThatWasTouchedButHoldsWhatWasReadIsFine() throws IOException {
    file("touched.html", "one", START);
    ChangedInputs changed = since();
    changed.account(read("touched.html", "one"));
    assertThat(changed.complaints(), empty());
  }

  @Test
  void filesThatHoldOtherBytesOrCameLaterAreNamed() throws IOException {
    file("grown.html", "one more", START + 1);
    file("rewritten.html", "two", START + 1);
    file("late.html", "three", START + 1);
    ChangedInputs changed = since();
    changed.account(read("grown.html", "one"));
    changed.account(read("rewritten.html", "one"));
    assertThat(
        changed.complaints(),
        contains(
            containsString("grown.html was changed"),
            containsString("late.html was changed or added"),
            containsString("rewritten.html was changed")));
  }

  @Test
  void ofManyTheFirstAreNamedAndTheOthersCounted() throws IOException {
    for (int i = 0; i < 9; i++) {
      file(i + ".html", "text", START + 1);
    }
    assertThat(since().complaints(), hasSize(4));
    assertThat(since().complaints().get(3), containsString("and so were 6 other files"));
  }

  /** By the clock that gives files their times. */
  private long laterOn() throws Exception {
    Thread.sleep(50);
    return Files.getLastModifiedTime(Files.createFile(other.resolve("clock"))).toMillis();
  }

  @Test
  void inputsThatCannotBeListedAreToldAndNoFailure() throws IOException {
    file("grown.html", "one more", START + 1);
    InputLister local = InputLister.local();
    InputLister away =
        new InputLister() {
          @Override
          public Stream<InputEntry> list(List<String> names) throws IOException {
            // As of a mount that goes away while it is walked.
            return Stream.concat(local.list(names), Stream.of(1).map(entry -> gone()));
          }

          @Override
          public InputStamp stamp(InputEntry entry) {
            return local.stamp(entry);
          }
        };
    assertThat(
        since(away).complaints(),
        contains(containsString("is not known: "), containsString("grown.html was changed")));
    InputLister closed =
        new InputLister() {
          @Override
          public Stream<InputEntry> list(List<String> names) throws IOException {
            throw new AccessDeniedException("inputs");
          }

          @Override
          public InputStamp stamp(InputEntry entry) {
            return local.stamp(entry);
          }
        };
    assertThat(
        since(closed).complaints(),
        contains(containsString("is not known: java.nio.file.AccessDeniedException: inputs")));
  }

  private static InputEntry gone() {
    throw new UncheckedIOException(new IOException("stale file handle"));
  }

  private ChangedInputs since() {
    return since(START);
  }

  private ChangedInputs since(long instant) {
    return since(instant, Stores.of(PipelineOptionsFactory.create()).inputs());
  }

  private ChangedInputs since(InputLister lister) {
    return since(START, lister);
  }

  private ChangedInputs since(long instant, InputLister lister) {
    return ChangedInputs.since(
        instant,
        List.of(inputs.toString()),
        lister,
        Stores.of(PipelineOptionsFactory.create()).inputs());
  }

  private void file(String name, String text, long modified) throws IOException {
    Path file = Files.writeString(inputs.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(modified));
  }

  private static InputFile read(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Ledger.of(path)
        .setSize((long) bytes.length)
        .setDigest(Digests.sha256(ByteBuffer.wrap(bytes)))
        .build();
  }
}
