package dev.newsfold.commands;

import static dev.newsfold.commands.Fixtures.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.records.Article;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs, and what lies in them, that are named more than once or in another's way. */
class NamedRunsTest {
  @TempDir Path folder;
  private Path run = Path.of("");
  private Path link = Path.of("");

  @BeforeEach
  void writeARun() throws IOException {
    run = Files.createDirectory(folder.resolve("run"));
    link = Files.createSymbolicLink(folder.resolve("link"), run);
    Article next = article(3);
    next.setPublishDay(LocalDate.of(2020, 9, 26));
    var files =
        RunManifest.filesOf(
            List.of(
                AvroFiles.write(
                    new LocalFolder(run), Dataset.ARTICLES, List.of(article(1), article(2))),
                AvroFiles.write(new LocalFolder(run), Dataset.ARTICLES, List.of(next))));
    Files.write(
        run.resolve("run.json"),
        RunManifest.of("local", "r", "2026-01-01T00:00:00Z").files(files).build().toJson());
  }

  @Test
  void catPrintsEachRecordOnce() throws IOException {
    String once = "1\n2\n3\n";
    assertThat(cat(run, run), equalTo(once));
    assertThat(cat(run, run.resolve("articles")), equalTo(once));
    assertThat(cat(run.resolve("articles"), link), equalTo(once));
    assertThat(cat("--current", run, run), equalTo(once));
    assertThat(cat("--current", link, run.resolve("../run/articles")), equalTo(once));
  }

  @Test
  void foldersOfOneRunAreOfOneRun() throws IOException {
    Path articles = run.resolve("articles");
    assertThat(
        cat("--current", articles.resolve("day=2020-09-25"), articles.resolve("day=2020-09-26")),
        equalTo("1\n2\n3\n"));
    assertThat(cat("--current", articles.resolve("day=2020-09-26")), equalTo("3\n"));
  }

  @Test
  void catTakesGlobs() throws IOException {
    assertThat(cat(run + "/articles/day=2020-09-*6"), equalTo("3\n"));
    assertThat(cat(folder + "/r*/articles/*/*.avro", run), equalTo("1\n2\n3\n"));
    assertThat(Started.with("cat", run + "/nothing*").code(), equalTo(66));
    refused("no glob", "cat", "--current", folder + "/r*");
  }

  @Test
  void currentRecordsOfNothingAreNoInput() throws IOException {
    Files.createDirectory(run.resolve("report"));
    for (String what : List.of("report", "stories", "articles/day=1999-01-01")) {
      Started started = Started.with("cat", "--current", run.resolve(what).toString());
      assertThat(what + started.err(), started.code(), equalTo(66));
    }
    refused("is a file", "cat", "--current", run.resolve("run.json").toString());
  }

  @Test
  void exportRefusesARunThatIsNamedTwice() {
    String to = "--to=" + folder.resolve("to");
    refused(run + " is named twice", "export", run.toString(), run.toString(), to);
    refused("are the same run", "export", run.toString(), link.toString(), to);
  }

  @Test
  void exportRefusesToWriteIntoARunOrOverOne() throws IOException {
    refused("lies in the run ", "export", run.toString(), "--to=" + run.resolve("tables"));
    refused("lies in the run ", "export", run.toString(), "--to=" + link.resolve("a/b"));
    Files.writeString(folder.resolve(ExportManifest.NAME), "{}");
    refused("holds the run ", "export", run.toString(), "--to=" + folder);
    assertThat(Files.exists(run.resolve("tables")), equalTo(false));
    assertThat(Files.exists(run.resolve("run.json")), equalTo(true));
  }

  @Test
  void aHistoryThatIsNamedTwiceIsRefused() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<p>");
    refused(
        "--history names a run twice",
        "local",
        "--input=" + page,
        "--output=" + folder.resolve("out"),
        "--history=" + run + ',' + link);
  }

  private static void refused(String why, String... args) {
    Started started = Started.with(args);
    assertThat(started.err(), containsString(why));
    assertThat(started.err(), started.code(), equalTo(64));
  }

  /** The numbers of the articles that are printed. */
  private static String cat(Object... args) throws IOException {
    String[] words = new String[args.length + 2];
    words[0] = "cat";
    words[1] = "--field=canonicalUrl";
    for (int i = 0; i < args.length; i++) {
      words[i + 2] = args[i].toString();
    }
    return Started.well(words).out().replaceAll("(?m)^.*/(\\d+)\\.html.*$", "$1");
  }
}
