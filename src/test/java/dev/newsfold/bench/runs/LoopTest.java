package dev.newsfold.bench.runs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.newsfold.Started;
import dev.newsfold.records.Article;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopTest {
  private static final int PAGES = 48;

  @TempDir static Path folder;
  private static List<BenchInput> inputs;

  @BeforeAll
  static void invent() throws IOException {
    inputs = BenchInput.sample(folder, PAGES);
  }

  @Test
  void sixteenFilesHoldThePagesOfOne() throws IOException, InterruptedException {
    assertThat(inputs.get(1).files().size(), is(16));
    assertThat(loop(Subject.LOOP_1, 0), is((long) PAGES));
    assertThat(loop(Subject.LOOP_1, 1), is((long) PAGES));
  }

  @Test
  void twoThreadsWriteWhatOneDoes() throws IOException, InterruptedException {
    loop(Subject.LOOP_1_FOLD, 0);
    loop(Subject.LOOP_2_FOLD, 0);
    LoopOutputs one = new LoopOutputs(output(Subject.LOOP_1_FOLD));
    LoopOutputs two = new LoopOutputs(output(Subject.LOOP_2_FOLD));
    // Which capture of an address stands for it depends on which comes first.
    long articles = one.count(Dataset.ARTICLES, Article.class);
    assertThat(articles, greaterThan(1L));
    assertThat(two.count(Dataset.ARTICLES, Article.class), is(articles));
    assertThat(
        two.count(Dataset.STORIES, Story.class), is(one.count(Dataset.STORIES, Story.class)));
  }

  @Test
  void theLoopHasTheArticlesAndStoriesOfARun() throws IOException, InterruptedException {
    Path run = folder.resolve("run");
    Started.well("local", "--input=" + inputs.get(0).flag(), "--output=" + run);
    LoopOutputs outputs = new LoopOutputs(folder.resolve("again"));
    Loop.run(Subject.LOOP_2_FOLD, inputs.get(0).files(), outputs.folder());
    assertThat(
        outputs.count(Dataset.ARTICLES, Article.class),
        is((long) Started.records(run, Dataset.ARTICLES, Article.class).size()));
    assertThat(
        outputs.count(Dataset.STORIES, Story.class),
        is((long) Started.records(run, Dataset.STORIES, Story.class).size()));
  }

  @Test
  void othersParsersGoThroughTheSamePages() throws IOException, InterruptedException {
    assertThat(loop(Subject.JSOUP, 0), is((long) PAGES));
    assertThat(loop(Subject.READABILITY4J, 0), is((long) PAGES));
    assertThat(
        Files.size(output(Subject.READABILITY4J).resolve("texts.txt")), greaterThan(10_000L));
  }

  private static long loop(Subject subject, int input) throws IOException, InterruptedException {
    return Loop.run(subject, inputs.get(input).files(), output(subject));
  }

  private static Path output(Subject subject) {
    return folder.resolve("out-" + subject.flag());
  }
}
