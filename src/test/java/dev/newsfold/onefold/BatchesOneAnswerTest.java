package dev.newsfold.onefold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares with one batch, record for record: batches on Flink, at several parallelisms. */
class BatchesOneAnswerTest {
  private static final List<Long> SEEDS = List.of(1L, 2L);
  private static final List<OneAnswer> ANSWERS = new ArrayList<>();

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> sameRecords() throws IOException {
    for (long seed : SEEDS) {
      ANSWERS.add(OneAnswer.of(seed, folder));
    }
    return ANSWERS.stream()
        .flatMap(
            answer ->
                answer.tests(Mode.BATCH_ON_FLINK_1, Mode.BATCH_ON_FLINK_2, Mode.BATCH_ON_FLINK_4));
  }

  @AfterAll
  static void printTable() {
    ANSWERS.forEach(answer -> System.out.print(answer.table()));
  }
}
