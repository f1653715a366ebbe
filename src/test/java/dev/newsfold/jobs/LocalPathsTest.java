package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPathsTest {
  @TempDir Path folder;

  @Test
  void aFileUriIsThePathThatItNames() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(in.resolve("page.html"), "<p>");
    Path out = folder.resolve("out");
    Started started = Started.with("local", "--input=" + in.toUri(), "--output=" + out.toUri());
    assertThat(started.err(), started.code(), equalTo(ExitCode.ALL_REJECTED.code()));
    assertThat(Files.exists(out.resolve("run.json")), equalTo(true));
    assertThat(LocalPaths.of("output", "file:///a/b%20c"), equalTo(Path.of("/a/b c")));
    assertThat(Files.exists(Path.of("file:")), equalTo(false));
  }

  @ParameterizedTest
  @CsvSource({
    "--output=ftp://node/out, ftp://node/out",
    "--output=, --output is empty",
    "--input=ftp://node/in, ftp://node/in",
    "--input=azure://bucket/*.warc.gz, azure://bucket",
    "--input=, --input"
  })
  void whatIsNoPathIsRefusedAndNoFolderOfThatNameIsMade(String flag, String said) throws Exception {
    Path input = Files.writeString(folder.resolve("page.html"), "<p>");
    String other =
        flag.startsWith("--output") ? "--input=" + input : "--output=" + folder.resolve("out");
    for (String job : new String[] {"local", "reprocess", "stream"}) {
      Started started = Started.with(job, flag, other);
      assertThat(job + started.err(), started.code(), equalTo(ExitCode.USAGE.code()));
      assertThat(started.err(), containsString(said));
    }
    assertThat(Files.exists(Path.of("ftp:")), equalTo(false));
  }
}
