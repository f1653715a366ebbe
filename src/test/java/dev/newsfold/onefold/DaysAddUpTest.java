package dev.newsfold.onefold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.CurrentRecords;
import dev.newsfold.Started;
import dev.newsfold.records.InputFile;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sample.SamplePage;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three days of the sample in one output: what they say of themselves adds up. */
class DaysAddUpTest {
  private static final int PAGES = 150;
  private static final int DAYS = 3;

  @TempDir static Path folder;
  private static Path once = Path.of("");
  private static Path daily = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    once = folder.resolve("once");
    daily = folder.resolve("daily");
    Iterator<SamplePage> pages = new Sample(new SampleOptions(PAGES, 3)).pages();
    for (int day = 0; day < DAYS; day++) {
      Warc warc = new Warc();
      for (int i = 0; i < PAGES / DAYS; i++) {
        warc.add(pages.next());
      }
      // The day is in the folder alone, so files of two days have one name.
      Path of = folder.resolve("captures/" + Corpus.day(day).toString().replace("-", "/"));
      warc.write(Files.createDirectories(of).resolve("a.warc"));
    }
    String captures = folder.resolve("captures").toString();
    Runs.job("local", captures, once);
    for (int day = 0; day < DAYS; day++) {
      Runs.job("scheduled", captures + "/{yyyy}/{MM}/{dd}", daily, "--day=" + Corpus.day(day));
    }
  }

  @Test
  void theLedgerIsTheTotals() throws IOException {
    Map<String, Long> sums = new TreeMap<>();
    for (InputFile file : Started.records(daily, Dataset.LEDGER, InputFile.class)) {
      sums.merge("captures", file.getCaptures(), Long::sum);
      sums.merge("articles", file.getArticles(), Long::sum);
      sums.merge("recaptures", file.getRecaptures(), Long::sum);
      sums.merge("rejections", sum(file.getRejections()), Long::sum);
      sums.merge("skips", sum(file.getSkips()), Long::sum);
    }
    Map<String, Long> totals = new TreeMap<>(RunManifest.read(daily).orElseThrow().totals());
    totals.keySet().retainAll(sums.keySet());
    assertThat(sums, equalTo(totals));
  }

  @Test
  void theLedgerIsThatOfOneBatch() throws IOException {
    expectSame("ledger");
  }

  @Test
  void headlinesAreThoseOfOneBatch() throws IOException {
    expectSame("headlines");
  }

  @Test
  void rowsCountTheStoriesOfOneBatch() throws IOException {
    expectSame("aggregates");
  }

  private static void expectSame(String dataset) throws IOException {
    Comparison comparison =
        Comparison.of(
            CurrentRecords.in(List.of(once)).of(dataset),
            CurrentRecords.in(List.of(daily)).of(dataset));
    assertThat(comparison.words(), comparison.differing(), equalTo(0));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
