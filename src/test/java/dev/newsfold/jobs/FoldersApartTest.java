package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs and outputs that lie in each other, D being a folder with pages in it. */
class FoldersApartTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "D, D/out, lies in --input=",
    "D/, D/a/b/out, lies in --input=",
    "D/., D/out, lies in --input=",
    "D/x/.., D/out, lies in --input=",
    "file:D, D/out, lies in --input=",
    "LINK, D/out, lies in --input=",
    "D, LINK/out, lies in --input=",
    "D/**, D/out, lies in --input=",
    "D/*, D/out, lies in --input=",
    "'D/{a,out}', D/out, lies in --input=",
    "D/**/*.html, D/out, 'as report/index.html'",
    "D/*/*.json, D/out, as run.json",
    "D/**.avro, D/out, as articles/",
    "D, D, are one folder",
    "D/pages, D, lies in --output=",
    "D/pages/1.html, D, lies in --output=",
    "D/pages/*.html, D, lies in --output=",
    "s3://b/in, s3://b/in/out, lies in --input=",
    "s3://b/in/, s3://b/in/out/, lies in --input=",
    "s3://b/in/**, s3://b/in/out, lies in --input=",
    "s3://b/in/**/*.html, s3://b/in/out, as report/index.html",
    "s3://b/in, s3://b/in, are one folder",
    "gs://b/out/articles, gs://b/out, lies in --output="
  })
  void oneInTheOtherIsRefused(String input, String output, String why) throws IOException {
    JobException e =
        assertThrows(
            JobException.class, () -> FoldersApart.check(options(output), List.of(path(input))));
    assertThat(e.exitCode(), equalTo(ExitCode.USAGE));
    assertThat(e.getMessage(), containsString(why));
  }

  @ParameterizedTest
  @CsvSource({
    "D/pages, D/out",
    "D/pages, D/pages-out",
    "D/*.html, D/out",
    "D/*/*.html, D/out",
    "D/**/*.warc.gz, D/out",
    "D/**/*.parquet, D/out",
    "D/2020/*, D/out",
    "D/out/sample, D/out",
    "D/none, D/none/out",
    "s3://b/in, s3://b/out",
    "s3://b/in, s3://b/in-out",
    "s3://b/in, gs://b/in/out",
    "s3://b/**/*.warc.gz, s3://b/out",
    "D, s3://b/D/out"
  })
  void whatLiesApartIsNot(String input, String output) throws IOException, JobException {
    Files.createDirectories(folder.resolve("D/out/sample"));
    FoldersApart.check(options(output), List.of(path(input)));
  }

  @Test
  void everyJobRefusesItAndWritesNothing() throws IOException {
    String in = path("D");
    Path out = folder.resolve("D/out");
    for (String job : new String[] {"local", "reprocess", "fold", "stream"}) {
      Started started = Started.with(job, "--input=" + in, "--output=" + out);
      assertThat(started.err(), started.code(), equalTo(64));
      assertThat(started.err(), containsString("--output=" + out + " lies in --input="));
    }
    Files.createDirectories(folder.resolve("D/2020/09/25"));
    Started day =
        Started.with(
            "scheduled",
            "--input=" + in + "/{yyyy}/{MM}/{dd}",
            "--day=2020-09-25",
            "--output=" + folder.resolve("D/2020/09/25/out"));
    assertThat(day.err(), day.code(), equalTo(64));
    assertThat(Files.exists(out), equalTo(false));
  }

  private NewsfoldOptions options(String output) throws IOException, JobException {
    return Flags.toOptions(Map.of("output", path(output)));
  }

  private String path(String text) throws IOException {
    Path pages = Files.createDirectories(folder.resolve("D/pages"));
    Files.createDirectories(folder.resolve("D/x"));
    Files.createDirectories(folder.resolve("D/2020"));
    Files.writeString(pages.resolve("1.html"), "<p>");
    Path link = folder.resolve("LINK");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, folder.resolve("D"));
    }
    return text.replaceFirst("^(file:)?(D|LINK)", "$1" + folder + "/$2");
  }
}
