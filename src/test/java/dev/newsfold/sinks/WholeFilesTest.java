package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
  private static final byte[] BYTES = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void whereThereAreNoLinksAWriteThatFailsLeavesNoFile() throws IOException {
    Path file = folder.resolve("1.json");
    Thread.currentThread().interrupt();
    try {
      assertThrows(
          ClosedByInterruptException.class, () -> WholeFiles.createWithoutLinks(file, BYTES));
    } finally {
      Thread.interrupted();
    }
    assertThat(Files.exists(file), equalTo(false));
    assertThat(WholeFiles.createWithoutLinks(file, BYTES), equalTo(true));
    assertThat("there is one", WholeFiles.createWithoutLinks(file, BYTES), equalTo(false));
    assertThat(Files.readAllBytes(file), equalTo(BYTES));
  }

  @Test
  void aLinkWhoseAnswerWasLostIsOurOwn() throws IOException {
    Path temporary = Files.write(folder.resolve("temporary"), BYTES);
    Path file = folder.resolve("1.json");
    assertThat(WholeFiles.link(file, temporary), equalTo(true));
    assertThat("asked again", WholeFiles.link(file, temporary), equalTo(true));
    Path others = Files.write(folder.resolve("others"), BYTES);
    assertThat("the same bytes of another", WholeFiles.link(file, others), equalTo(false));
  }
}
