package dev.newsfold.onefold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.CurrentRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A headline with another text on each of three days names a column and no story; also when its
 * first days lie before the horizon of those that are folded.
 */
class ColumnWiderThanTheHorizonTest {
  private static final String HEADLINE = "湖滨一周渡口观察";

  @TempDir Path folder;

  @Test
  void daysLearnFromWhatLiesBeforeTheHorizon() throws IOException {
    Words words = new Words(4);
    List<String> last = words.sentences(20);
    page(0, "river.example/c0", words.sentences(20), -24);
    page(1, "river.example/c1", words.sentences(20), -12);
    page(2, "river.example/c2", last, 2);
    page(2, "lake.example/d2", last.subList(0, 12), 2);

    Path once = folder.resolve("once");
    Path daily = folder.resolve("daily");
    Runs.job("local", folder.resolve("captures").toString(), once);
    for (int day = 0; day < 3; day++) {
      Runs.job(
          "scheduled",
          folder + "/captures/{yyyy}/{MM}/{dd}/*.warc",
          daily,
          "--day=" + Corpus.day(day));
    }
    assertThat(stories(daily), equalTo(stories(once)));
  }

  private static Object stories(Path output) throws IOException {
    return CurrentRecords.in(List.of(output)).of("stories").keySet();
  }

  private void page(int day, String url, List<String> text, int published) throws IOException {
    InventedPage page =
        InventedPage.of(
            day, "http://www." + url + ".html", HEADLINE, text, Corpus.day(published).atTime(2, 0));
    String of = Corpus.day(day).toString().replace('-', '/');
    new Warc()
        .add(page, page.html(List.of()))
        .write(folder.resolve("captures/" + of + "/" + page.url().replace('/', '-') + ".warc"));
  }
}
