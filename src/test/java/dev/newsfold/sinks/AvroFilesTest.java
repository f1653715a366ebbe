package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.records.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvroFilesTest {
  @TempDir Path folder;

  @Test
  void aFileDoesNotTellInWhichOrderAMapWasFilled() throws IOException {
    Map<String, Long> skips = new LinkedHashMap<>();
    skips.put("request", 3L);
    skips.put("image", 1L);
    Map<String, Long> sameSkips = new LinkedHashMap<>();
    sameSkips.put("image", 1L);
    sameSkips.put("request", 3L);
    assertThat(
        AvroFiles.write(new LocalFolder(folder), Dataset.LEDGER, List.of(entry("a", skips))),
        equalTo(
            AvroFiles.write(
                new LocalFolder(folder), Dataset.LEDGER, List.of(entry("a", sameSkips)))));
  }

  @Test
  void aFileDoesNotTellInWhichOrderItsRecordsCame() throws IOException {
    InputFile a = entry("a", Map.of());
    InputFile b = entry("b", Map.of());
    assertThat(
        AvroFiles.write(new LocalFolder(folder), Dataset.LEDGER, List.of(a, b)),
        equalTo(AvroFiles.write(new LocalFolder(folder), Dataset.LEDGER, List.of(b, a))));
  }

  @Test
  void aFileThatIsReplacedIsReadableByWhomeverTheFolderLets() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "");
    Path replaced = folder.resolve("run.json");
    new LocalFolder(folder).write("run.json", "{}".getBytes(StandardCharsets.UTF_8));
    new LocalFolder(folder).write("run.json", "{ }".getBytes(StandardCharsets.UTF_8));
    assertThat(
        Files.getPosixFilePermissions(replaced), equalTo(Files.getPosixFilePermissions(plain)));
    assertThat(Files.readString(replaced), equalTo("{ }"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat("nothing is left beside it", files.count(), equalTo(2L));
    }
  }

  private static InputFile entry(String path, Map<String, Long> skips) {
    return InputFile.newBuilder()
        .setPath(path)
        .setCaptures(4)
        .setArticles(0)
        .setRecaptures(0)
        .setSkips(skips)
        .build();
  }
}
