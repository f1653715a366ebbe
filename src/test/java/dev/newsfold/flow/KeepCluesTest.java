package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.captures.warc.Clue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that a part of a dump has kept are all there again, however many. */
class KeepCluesTest {
  private static final int GROUPS = 64;

  /** So many that a shard, which holds 25 bytes of each, is handed on in several groups. */
  private static final int NAMES_OF_A_GROUP = 3_000;

  private static final InputFileRef FILE = new InputFileRef("file:///a.warc.gz", "a.warc.gz");

  /** The group in which a revisit seeks a page. */
  private static final int SEEKING = 5;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} shards")
  @ValueSource(ints = {0, 1, 3})
  void allNamesAreThereOnce(int shards) throws IOException {
    Grouping grouping = shards == 0 ? Grouping.BY_KEY : Grouping.inShards(shards);
    check(grouping, folder.resolve("whole"));
    check(grouping.handedOnInTurns(), folder.resolve("turns"));
  }

  private static void check(Grouping grouping, Path into) throws IOException {
    Files.createDirectories(into);
    List<KV<String, FileClues>> clues = new ArrayList<>();
    long name = 0;
    for (int group = 0; group < GROUPS; group++) {
      List<Clue> some = new ArrayList<>();
      for (int i = 0; i < NAMES_OF_A_GROUP; i++) {
        some.add(new Clue(name++, group == SEEKING && i == 0 ? 0 : Clue.PAGE, i, 0));
      }
      clues.add(KV.of(Integer.toString(group), new FileClues(FILE, null, some)));
    }
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    pipeline
        .apply(Create.of(clues).withCoder(KvCoder.of(StringUtf8Coder.of(), new FileCluesCoder())))
        .apply(KeepClues.in(into.toString(), grouping));
    pipeline.run().waitUntilFinish();

    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(into)) {
      all.forEach(files::add);
    }
    assertThat(files.size(), lessThanOrEqualTo(16));
    int count = 0;
    Set<Long> names = new TreeSet<>();
    int sought = 0;
    for (Path file : files) {
      List<Clue> kept = read(file);
      count += kept.size();
      kept.forEach(clue -> names.add(clue.name()));
      if (kept.stream().anyMatch(clue -> !clue.isPage())) {
        sought++;
        assertThat(String.valueOf(file.getFileName()).startsWith(KeepClues.SOUGHT), equalTo(true));
      }
    }
    assertThat(names.size(), equalTo(GROUPS * NAMES_OF_A_GROUP));
    assertThat(count, equalTo(names.size()));
    assertThat(sought, equalTo(1));
  }

  private static List<Clue> read(Path file) throws IOException {
    List<Clue> clues = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      while (true) {
        in.mark(1);
        if (in.read() < 0) {
          return clues;
        }
        in.reset();
        clues.addAll(new FileCluesCoder().decode(in).clues());
      }
    }
  }
}
