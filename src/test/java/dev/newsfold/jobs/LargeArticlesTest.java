package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.Started;
import dev.newsfold.records.Article;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen tasks in one process have network buffers enough, and small ones to sort in. */
class LargeArticlesTest {
  private static final int SENTENCES = 60_000;

  @TempDir Path folder;

  @Test
  void anArticleLargerThanASortBufferIsSortedByAnyNumberOfTasks() throws IOException {
    Path dump =
        new CapturedPages()
            .add("1", "2020-09-01 08:30", Instant.parse("2020-09-02T00:00:00Z"), SENTENCES)
            .add("1", "2020-09-01 08:30", Instant.parse("2020-09-03T00:00:00Z"), SENTENCES)
            .add("2", "2020-09-01 09:30", Instant.parse("2020-09-02T00:00:00Z"), SENTENCES)
            .write(folder.resolve("dump.warc"));
    List<Article> direct = articles("direct", dump);
    assertThat(direct, hasSize(2));
    assertThat(direct.get(0).getBody().length() > 1 << 20, equalTo(true));
    assertThat(
        articles("flink", dump, "--runner=FlinkRunner", "--parallelism=16"), equalTo(direct));
  }

  private List<Article> articles(String name, Path dump, String... more) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("local", "--input=" + dump, "--output=" + folder.resolve(name)));
    args.addAll(List.of(more));
    Started.well(args.toArray(String[]::new));
    return Started.records(folder.resolve(name), Dataset.ARTICLES, Article.class).stream()
        .sorted(Comparator.comparing(Article::getUrl))
        .toList();
  }
}
