package dev.newsfold.onefold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hangs together by its neighbours alone, and what hangs together by all of its members. */
class ChainsAndTwinsTest {
  private static final LocalDateTime AT = LocalDateTime.of(2025, 3, 1, 8, 0);

  @TempDir Path folder;

  @Test
  void aChainThroughTheJobIsTheChainInMemory() throws IOException {
    List<String> text = new Words(40).sentences(25 + 3 * 40);
    List<Row> chain = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      chain.add(
          new Row(
              "c%02d".formatted(i),
              "s" + i + ".example",
              "对岸渡口修建记",
              text.subList(3 * i, 3 * i + 25),
              AT.plusMinutes(i)));
    }
    Partition folded = fold(chain);
    folded.checkInMemory();
  }

  @Test
  void whereOnlyNeighboursAreAlikeNoneIsAloneBesideOneThatIs() throws IOException {
    Path chain = Shared.fold("chain/articles.jsonl");
    assumeTrue(Files.exists(chain), "not there: " + chain);
    fold(chain).check();
  }

  @Test
  void lightlyEditedCopiesOfOnePageAreOneStory() throws IOException {
    Random dice = new Random(600);
    Words words = new Words(600);
    List<String> page = words.sentences(25);
    List<Row> copies = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      List<String> text = new ArrayList<>(page);
      for (int edits = dice.nextInt(4); edits > 0; edits--) {
        text.set(dice.nextInt(text.size()), words.sentences(1).get(0));
      }
      copies.add(
          new Row(
              "t%03d".formatted(i),
              "s" + dice.nextInt(40) + ".example",
              "对岸渡口修建记",
              text,
              AT.plusMinutes(dice.nextInt(3 * 24 * 60))));
    }
    Partition folded = fold(copies);
    assertAll(folded::check, () -> assertThat(folded.stories(), aMapWithSize(1)));
  }

  @Test
  void inHostileCorporaNoneIsAloneThatVerifiesWithACanonical() throws IOException {
    Path captures = folder.resolve("captures");
    Corpus.of(3).write(captures);
    Path output = Mode.BATCH.run(captures, folder).get(0);
    Partition folded = Partition.in(output);
    assertAll(folded::check, folded::checkInMemory);
  }

  private Partition fold(List<Row> rows) throws IOException {
    return fold(Row.write(folder.resolve("rows.jsonl"), rows));
  }

  private Partition fold(Path rows) throws IOException {
    Path output = folder.resolve("out");
    Runs.job("fold", rows.toString(), output);
    return Partition.in(output);
  }
}
