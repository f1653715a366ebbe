package dev.newsfold.onefold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with one batch, record for record: days in one output, in several orders, and a chain of
 * runs with {@code --history}.
 */
class DaysOneAnswerTest {
  @TempDir static Path folder;
  private static List<OneAnswer> answers = List.of();

  @TestFactory
  Stream<DynamicTest> sameRecords() throws IOException {
    answers =
        OneAnswer.all(
            folder,
            new TreeMap<>(
                Map.of(
                    1L,
                    List.of(Mode.DAYS_FORWARD),
                    2L,
                    List.of(Mode.DAYS_IN_REVERSE, Mode.DAYS_MIXED))));
    return answers.stream().flatMap(OneAnswer::tests);
  }

  @AfterAll
  static void printTable() {
    OneAnswer.printTable(answers);
  }
}
