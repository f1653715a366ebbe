package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader makes of the manifests that are there. */
class ManifestsTest {
  private static final byte[] WHOLE = RunManifest.of("stream", "stream-1", "").build().toJson();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"runs/2.json", "run.json"})
  void aManifestOfWhichAPartIsThereIsNamed(String name) throws IOException {
    OutputFolder output = new LocalFolder(folder);
    if (!name.equals("run.json")) {
      output.write("runs/1.json", WHOLE);
    }
    for (int length : new int[] {0, 1, WHOLE.length / 2, WHOLE.length - 3}) {
      output.write(name, Arrays.copyOf(WHOLE, length));
      refused(output, name);
    }
  }

  @Test
  void nullIsNoManifest() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    output.write("runs/1.json", "null".getBytes(StandardCharsets.UTF_8));
    refused(output, "runs/1.json");
  }

  private static void refused(OutputFolder output, String name) {
    IOException refused = assertThrows(IOException.class, () -> Manifests.newest(output));
    assertThat(
        refused.getMessage(),
        containsString(name + " in " + output.address() + " is no whole manifest"));
  }
}
