package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.captures.WarcText;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The DirectRunner hands groups on piece by piece where there is much input: bytes, files, or pages
 * that are in them.
 */
class LargeInputsTest {
  private static final int MANY = 2_001;
  private static final long LARGE = (24L << 20) + 1;

  @TempDir Path folder;

  @Test
  void oneLargeFileIsMuch() throws Exception {
    Path file = folder.resolve("dump.warc.gz");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(LARGE);
    }
    assertThat(areTurnsTaken("DirectRunner", file), is(true));
    assertThat(areTurnsTaken("FlinkRunner", file), is(false));
  }

  @Test
  void manySmallFilesAreMuch() throws Exception {
    Path last = folder;
    for (int i = 0; i < MANY; i++) {
      last = Files.writeString(folder.resolve(i + ".html"), "<p>" + i);
    }
    assertThat(areTurnsTaken("DirectRunner", folder), is(true));
    assertThat(areTurnsTaken("DirectRunner", last), is(false));
  }

  /** Each revisit record gives the page that it repeats; a megabyte here. */
  @Test
  void aFileThatGivesMuchIsMuch() throws Exception {
    String page = "<html><p>" + "x".repeat(1 << 20);
    Path few = folder.resolve("few.warc");
    Path many = folder.resolve("many.warc");
    Files.writeString(few, page(page) + revisit().repeat(80));
    Files.writeString(many, page(page) + revisit().repeat(120));
    assertThat(areTurnsTaken("DirectRunner", few), is(false));
    assertThat(areTurnsTaken("DirectRunner", many), is(true));
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("many.html.gz")))) {
      gzip.write("<p>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(areTurnsTaken("DirectRunner", folder.resolve("many.html.gz")), is(false));
  }

  private static String page(String page) {
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    return WarcText.record("response", "1", "25", "", http);
  }

  private static String revisit() {
    String original = "WARC-Refers-To-Target-URI: http://a.example/1\r\n";
    return WarcText.record("revisit", "2", "26", original, "");
  }

  private boolean areTurnsTaken(String runner, Path input) throws JobException {
    String output = folder.resolveSibling(folder.getFileName() + "-out").toString();
    NewsfoldOptions options = Flags.toOptions(Map.of("runner", runner, "output", output));
    CheckedInputs inputs = Inputs.check(options, List.of(input.toString()));
    return RunnerDefaults.grouping(options, inputs.large()).inTurns();
  }
}
