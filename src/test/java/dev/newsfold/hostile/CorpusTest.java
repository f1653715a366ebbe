package dev.newsfold.hostile;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.Started;
import dev.newsfold.records.InputFile;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("newsfold.shared", "../shared"), "bench", "hostile");

  @TempDir static Path folder;
  private static List<Case> cases = List.of();

  @BeforeAll
  static void runOnTheCorpus() throws IOException {
    assumeTrue(
        Files.isDirectory(CORPUS), "skipped: no bench at " + CORPUS + "; set -Dnewsfold.shared");
    cases =
        Case.read(CORPUS.resolve("INDEX.tsv")).stream()
            .filter(one -> Files.isRegularFile(CORPUS.resolve(one.file())))
            .toList();
    Started.well("local", input(), "--output=" + direct());
  }

  @Test
  void everyFileHasAVerdictThatItsRowAllows() throws IOException {
    assertThat(complaints(direct()), is(empty()));
  }

  @Test
  void bothRunnersGiveEveryFileTheSameFate() throws IOException {
    Path flink = folder.resolve("flink");
    Started.well("local", input(), "--output=" + flink, "--runner=FlinkRunner", "--parallelism=2");
    assertThat(complaints(flink), is(empty()));
    assertThat(ledger(flink), equalTo(ledger(direct())));
  }

  @Test
  void noDateIsMadeUpAndNoneIsMissed() throws IOException {
    List<Case> pages = new ArrayList<>();
    List<String> command = new ArrayList<>(List.of("inspect"));
    for (Case one : cases) {
      boolean page = one.file().endsWith(".html");
      if (page && (one.mustBeUndated() || one.publishDay().isPresent())) {
        pages.add(one);
        command.add(CORPUS.resolve(one.file()).toString());
      }
    }
    List<String> wrong = new ArrayList<>();
    try (MappingIterator<JsonNode> inspected =
        new ObjectMapper()
            .readerFor(JsonNode.class)
            .readValues(Started.well(command.toArray(String[]::new)).out())) {
      for (Case page : pages) {
        String day = inspected.next().at("/fields/publishDay/value").asText("");
        if (!day.equals(page.publishDay().orElse(""))) {
          wrong.add(page.file() + ": " + day + ", not " + page.publishDay().orElse("a day"));
        }
      }
    }
    assertThat(wrong, is(empty()));
  }

  private static Path direct() {
    return folder.resolve("direct");
  }

  private static String input() {
    return "--input=" + CORPUS.resolve("real") + "," + CORPUS.resolve("generated");
  }

  static Map<String, InputFile> ledger(Path output) throws IOException {
    Map<String, InputFile> ledger = new TreeMap<>();
    for (InputFile file : Started.records(output, Dataset.LEDGER, InputFile.class)) {
      ledger.put(file.getPath(), file);
    }
    return ledger;
  }

  private static List<String> complaints(Path output) throws IOException {
    Map<String, InputFile> ledger = ledger(output);
    List<String> complaints = new ArrayList<>();
    for (Case one : cases) {
      InputFile entry = ledger.get(one.file());
      String complaint = entry == null ? one.file() + ": no ledger" : one.complaint(entry);
      if (!complaint.isEmpty()) {
        complaints.add(complaint);
      }
    }
    return complaints;
  }
}
