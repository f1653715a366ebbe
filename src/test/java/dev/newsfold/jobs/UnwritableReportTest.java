package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose records are published, and whose report cannot be written. */
class UnwritableReportTest {
  @TempDir Path folder;

  @Test
  void aRunWhoseReportCannotBeWrittenIsPublishedAndSaysSo() throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(page, "<title>渡船复航</title><h1>渡船复航</h1><p>渡船于周三复航，市民排起了长队。</p>");
    Path output = folder.resolve("out");
    Started.well("local", "--input=" + page, "--output=" + output);
    Files.move(output.resolve("report"), folder.resolve("report of before"));
    Files.writeString(output.resolve("report"), "in the way");
    Started run = Started.with("local", "--input=" + page, "--output=" + output);
    assertThat(run.err(), run.code(), equalTo(0));
    assertThat(run.err(), containsString("its report could not be written"));
    assertThat(RunManifest.read(output).orElseThrow().totals().get("articles"), equalTo(1L));
  }
}
