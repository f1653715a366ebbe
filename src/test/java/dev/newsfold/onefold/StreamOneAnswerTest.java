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
 * Compares with one batch, record for record: a stream that is stopped and resumed on the way. Of
 * another corpus with {@code -Dnewsfold.seed=S}.
 */
class StreamOneAnswerTest {
  @TempDir static Path folder;
  private static List<OneAnswer> answers = List.of();

  @TestFactory
  Stream<DynamicTest> sameRecords() throws IOException {
    answers =
        OneAnswer.all(
            folder, new TreeMap<>(Map.of(Long.getLong("newsfold.seed", 2), List.of(Mode.STREAM))));
    return answers.stream().flatMap(OneAnswer::tests);
  }

  @AfterAll
  static void printTable() {
    OneAnswer.printTable(answers);
  }
}
