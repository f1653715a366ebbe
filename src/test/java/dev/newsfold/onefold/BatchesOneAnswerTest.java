package dev.newsfold.onefold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with one batch, record for record: batches on Flink, by one worker and by four; by
 * {@code -Pfaults} by two, too, and of another corpus.
 */
class BatchesOneAnswerTest {
  @TempDir static Path folder;
  private static final List<OneAnswer> ANSWERS = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> sameRecords() throws IOException {
    return tests(
        "few", new TreeMap<>(Map.of(2L, List.of(Mode.BATCH_ON_FLINK_1, Mode.BATCH_ON_FLINK_4))));
  }

  @TestFactory
  @Tag("faults")
  Stream<DynamicTest> sameRecordsInAnotherCorpus() throws IOException {
    return tests("more", new TreeMap<>(Map.of(1L, List.of(Mode.BATCH_ON_FLINK_2))));
  }

  private static Stream<DynamicTest> tests(String name, TreeMap<Long, List<Mode>> modes)
      throws IOException {
    List<OneAnswer> answers = OneAnswer.all(folder.resolve(name), modes);
    ANSWERS.addAll(answers);
    return answers.stream().flatMap(OneAnswer::tests);
  }

  @AfterAll
  static void printTable() {
    OneAnswer.printTable(ANSWERS);
  }
}
