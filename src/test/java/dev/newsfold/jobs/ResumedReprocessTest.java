package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Started;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reprocess that is stopped between two parts of its dump, and goes on from those it has read.
 */
class ResumedReprocessTest {
  private static final String[] SMALL_PARTS = {"--runner=DirectRunner", "--partBytes=1"};

  @TempDir static Path folder;
  private static Path dump;
  private static SortedMap<String, String> undisturbed = new TreeMap<>();

  @BeforeAll
  static void reprocessUndisturbed() throws IOException {
    dump = Files.createDirectories(folder.resolve("dump"));
    for (int file = 1; file <= 3; file++) {
      // The files share a seed, so that pages of one are cross-posts and recaptures of another's.
      invent(20 + 10 * file, 7, dump.resolve(file + ".warc.gz"));
    }
    Files.writeString(dump.resolve("4.txt"), "no page");
    Files.writeString(dump.resolve(".hidden"), "skipped");
    Path output = folder.resolve("undisturbed");
    Started.well(reprocess(dump, output));
    undisturbed = StoppedRun.written(output);
  }

  @Test
  void aDumpReadAtOnceComesToTheSameFiles() throws IOException {
    Path output = folder.resolve("at-once");
    Started.well("reprocess", "--runner=DirectRunner", "--input=" + dump, "--output=" + output);
    assertThat(StoppedRun.written(output), equalTo(undisturbed));
  }

  @Test
  void partsAndTheWholeDumpComeToTheSameSightings() throws IOException {
    Path parts = folder.resolve("sightings");
    Started.well(reprocess(dump, parts, "--sightings"));
    Path whole = folder.resolve("sightings-at-once");
    Started.well(
        "reprocess",
        "--runner=DirectRunner",
        "--sightings",
        "--input=" + dump,
        "--output=" + whole);
    SortedMap<String, String> files = StoppedRun.written(parts);
    assertThat(files, equalTo(StoppedRun.written(whole)));
    assertThat(files.keySet().removeIf(file -> file.startsWith("sightings/")), equalTo(true));
    assertThat(files, equalTo(undisturbed));
  }

  @Test
  void aRunGoesOnFromThePartsThatAreDoneAndEndsAsIfUndisturbed() throws IOException {
    Path output = folder.resolve("stopped");
    StoppedRun.before("part 3 of 5", reprocess(dump, output));
    assertThat(RunManifest.read(new LocalFolder(output)).isPresent(), equalTo(false));
    leaveLitterOfAKill(output);
    Started resumed = Started.well(reprocess(dump, output, "--resume"));
    assertThat(resumed.err(), containsString("part 2 of 5 is done"));
    assertThat(resumed.err(), not(containsString("part 3 of 5 is done")));
    assertThat(StoppedRun.written(output), equalTo(undisturbed));
    assertThat(Files.exists(output.resolve(DumpParts.FOLDER)), equalTo(false));
  }

  @Test
  void aFileThatWasTouchedAloneIsNotReadAgain() throws IOException {
    Path mine = copyOfDump("touched");
    Path output = folder.resolve("touched-out");
    StoppedRun.before("part 4 of 5", reprocess(mine, output));
    Files.setLastModifiedTime(mine.resolve("1.warc.gz"), FileTime.fromMillis(1_000_000_000_000L));
    Started resumed = Started.well(reprocess(mine, output, "--resume"));
    assertThat(resumed.err(), containsString("part 2 of 5 is done"));
    assertThat(StoppedRun.written(output), equalTo(undisturbed));
  }

  @Test
  void aFileThatHasChangedIsNamedAndReadAgain() throws IOException {
    Path mine = copyOfDump("changed");
    Path output = folder.resolve("changed-out");
    StoppedRun.before("part 4 of 5", reprocess(mine, output));
    invent(25, 8, mine.resolve("1.warc.gz"));
    Started resumed = Started.well(reprocess(mine, output, "--resume"));
    assertThat(resumed.err(), containsString("part 2 of 5 is read again: 1.warc.gz had "));
    assertThat(resumed.err(), containsString("part 3 of 5 is done"));
    Path anew = folder.resolve("changed-anew");
    Started.well(reprocess(mine, anew));
    assertThat(StoppedRun.written(output), equalTo(StoppedRun.written(anew)));
    assertThat(StoppedRun.written(output), not(equalTo(undisturbed)));
  }

  @Test
  void aFileThatChangesAfterItWasReadIsTold() throws IOException {
    Path mine = copyOfDump("changing");
    Runnable change =
        () -> {
          try {
            Files.writeString(mine.resolve("1.warc.gz"), "more", StandardOpenOption.APPEND);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    Path output = folder.resolve("changing-out");
    String said = StoppedRun.with("part 4 of 5", change, reprocess(mine, output));
    assertThat(said, containsString("newsfold: 1.warc.gz was changed"));
    assertThat(said, not(containsString("2.warc.gz was changed")));
  }

  /** Of a folder that is listed already they would be rejections, as in any batch. */
  @Test
  void filesThatGoBeforeTheirFolderIsListedForItsPartAreTold() throws IOException {
    Path mine = copyOfDump("going");
    Path later = Files.createDirectories(mine.resolve("later"));
    for (String file : List.of("3.warc.gz", "4.txt")) {
      Files.move(mine.resolve(file), later.resolve(file));
    }
    Runnable removal =
        () -> {
          try {
            Files.delete(later.resolve("3.warc.gz"));
            Files.delete(later.resolve("4.txt"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    String said =
        StoppedRun.with("part 2 of 5", removal, reprocess(mine, folder.resolve("going-out")));
    assertThat(said, containsString("newsfold: 2 files fewer than when the dump was cut"));
  }

  @Test
  void partsBeyondThoseThatWerePlannedAreCountedOn() throws IOException {
    Path mine = copyOfDump("more");
    Path output = folder.resolve("more-out");
    StoppedRun.before("part 4 of 5", reprocess(mine, output));
    invent(20, 9, mine.resolve("5.warc.gz"));
    Started resumed = Started.well(reprocess(mine, output, "--resume"));
    assertThat(resumed.err(), containsString("part 6 of 6, 1 file"));
    assertThat(resumed.err(), not(containsString("fewer")));
  }

  @Test
  void partsThatOtherFlagsMadeAreNotGoneOnFrom() {
    Path output = folder.resolve("other");
    StoppedRun.before("part 3 of 5", reprocess(dump, output));
    Started resumed = Started.with(reprocess(dump, output, "--resume", "--zone=America/Lima"));
    assertThat(resumed.err(), resumed.code(), equalTo(64));
    assertThat(resumed.err(), containsString("--zone was 'Asia/Shanghai', now 'America/Lima'"));
  }

  /** Half a part, as a process leaves it that does not get to tidy up. */
  private static void leaveLitterOfAKill(Path output) throws IOException {
    Path part = output.resolve(DumpParts.FOLDER).resolve("part-3");
    Files.createDirectories(part.resolve("articles"));
    Files.writeString(part.resolve("articles/part-0.avro"), "half of a file");
    Files.createDirectories(part.resolve(".staging/part"));
    Files.writeString(part.resolve(".staging/part/files.avro"), "half of a list");
  }

  private static void invent(int pages, long seed, Path file) throws IOException {
    Sample.write(new SampleOptions(pages, seed), file);
    String truth = file.getFileName().toString().replace(".warc.gz", ".truth.jsonl");
    Files.delete(file.resolveSibling(truth));
  }

  private static String[] reprocess(Path input, Path output, String... more) {
    List<String> arguments = new ArrayList<>(List.of("reprocess", "--input=" + input));
    arguments.add("--output=" + output);
    arguments.addAll(Arrays.asList(SMALL_PARTS));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray(String[]::new);
  }

  private static Path copyOfDump(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    for (String file : List.of("1.warc.gz", "2.warc.gz", "3.warc.gz", "4.txt", ".hidden")) {
      Files.copy(dump.resolve(file), copy.resolve(file));
    }
    return copy;
  }
}
