package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Newsfold;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folds new articles onto the output of an earlier run, through the real entry point. */
class HistoryTest {
  private static final String BRIDGE =
      "青浦湾的新桥周三启用，全长一百二十米。工程师梁其远说，桥面宽了两米，可以并排通过两辆公交车。"
          + "施工队花了十四个月加固桥墩，潮水最高的三个星期里停过工。桥头的茶馆当天免费招待了头一百位行人。";
  private static final String FERRY =
      "渡船公司说，早晚两班渡船保留到年底，票价不变。船长邵立新在这条航线上开了二十六年船，" + "他说冬天风大的日子仍要停航，学生可以改坐临时班车，班车从码头开到旧市场。";
  private static final String ORCHARD =
      "果园合作社今年收了四百吨梨，比去年多三成。社员们把一半的梨做成梨膏，装进新设计的陶罐，" + "罐子由镇上的窑厂烧制，每只底下都刻着果农的名字。";

  @TempDir Path folder;
  private Path earlier = Path.of("");

  @BeforeEach
  void foldTheFirstDay() throws IOException {
    earlier = folder.resolve("earlier");
    fold(
        earlier,
        row("bridge", "新桥在青浦湾启用", BRIDGE, "2025-03-05T09:00:00+08:00", "cedar.example"),
        row("ferry", "渡船保留到年底", FERRY, "2025-03-05T10:00:00+08:00", "cedar.example"));
  }

  @Test
  void aNewCopyJoinsTheStoryAndOnlyThatIsWritten() throws IOException {
    String story = storyOf(earlier, "bridge");
    Path later = folder.resolve("later");
    fold(later, row("copy", "新桥在青浦湾启用", BRIDGE, "2025-03-06T08:00:00+08:00", "birch.example"));

    List<Story> stories = read(later, Dataset.STORIES, Story.class);
    assertThat(stories.stream().map(Story::getId).toList(), contains(story));
    assertThat(stories.get(0).getRevision(), equalTo(1));
    assertThat(
        stories.get(0).getMembers().stream().map(StoryMember::getArticleId).toList(),
        containsInAnyOrder("bridge", "copy"));
    assertThat(stories.get(0).getCanonicalArticleId(), equalTo("bridge"));
  }

  @Test
  void anEarlierOriginalTakesOverAndTheStoryKeepsItsId() throws IOException {
    String story = storyOf(earlier, "bridge");
    Path later = folder.resolve("later");
    fold(later, row("original", "新桥在青浦湾启用", BRIDGE, "2025-03-04T18:00:00+08:00", "alder.example"));

    List<Story> stories = read(later, Dataset.STORIES, Story.class);
    assertThat(stories.stream().map(Story::getId).toList(), contains(story));
    assertThat(stories.get(0).getCanonicalArticleId(), equalTo("original"));
    assertThat(stories.get(0).getRevision(), equalTo(1));
  }

  @Test
  void whatIsNewStartsAStoryOfItsOwnAndTheOthersAreNotWritten() throws IOException {
    Path later = folder.resolve("later");
    fold(
        later,
        row("orchard", "果园合作社的梨膏装进陶罐", ORCHARD, "2025-03-06T08:00:00+08:00", "birch.example"));

    List<Story> stories = read(later, Dataset.STORIES, Story.class);
    assertThat(stories.size(), equalTo(1));
    assertThat(stories.get(0).getRevision(), equalTo(0));
    assertThat(
        read(later, Dataset.ARTICLES, Article.class).stream().map(Article::getId).toList(),
        contains("orchard"));
  }

  @Test
  void theCountsOfADayThatIsTouchedAreThoseOfAllRuns() throws IOException {
    Path later = folder.resolve("later");
    fold(
        later,
        row("orchard", "果园合作社的梨膏装进陶罐", ORCHARD, "2025-03-05T20:00:00+08:00", "birch.example"));

    List<DailyAggregate> all =
        read(later, Dataset.AGGREGATES, DailyAggregate.class).stream()
            .filter(row -> row.getDimension() == Dimension.ALL)
            .toList();
    assertThat(all.stream().map(DailyAggregate::getArticles).toList(), contains(3L));
    assertThat(all.stream().map(DailyAggregate::getRevision).toList(), contains(1));
  }

  @Test
  void whatLiesBeyondTheHorizonIsLeftAlone() throws IOException {
    Path later = folder.resolve("later");
    fold(later, row("copy", "新桥在青浦湾启用", BRIDGE, "2025-06-06T08:00:00+08:00", "birch.example"));

    List<Story> stories = read(later, Dataset.STORIES, Story.class);
    assertThat(
        stories.stream()
            .flatMap(s -> s.getMembers().stream())
            .map(StoryMember::getArticleId)
            .toList(),
        contains("copy"));
  }

  @Test
  void nothingNewChangesNothing() throws IOException {
    Path later = folder.resolve("later");
    fold(later, row("bridge", "新桥在青浦湾启用", BRIDGE, "2025-03-05T09:00:00+08:00", "cedar.example"));
    assertThat(read(later, Dataset.STORIES, Story.class), empty());
  }

  @Test
  void aHistoryWithoutWhatItGoesOnFromIsRefused() throws IOException {
    Path second = folder.resolve("second");
    fold(second, copy());
    assertThat(
        tryFold(64, "--history=" + second),
        containsString(
            "--history lacks what "
                + second
                + " goes on from; name that ahead of it, too: "
                + earlier));
    // Outputs may have been moved since: they are known by their order.
    Path moved = Files.move(earlier, folder.resolve("archive"));
    tryFold(0, "--history=" + moved + ',' + second);
    assertThat(article(folder.resolve("last"), "orchard").getRun(), equalTo("2"));
  }

  @Test
  void theOldestRunIsNamedFirst() throws IOException {
    Path second = folder.resolve("second");
    fold(second, copy());
    assertThat(
        tryFold(64, "--history=" + second + ',' + earlier),
        containsString("names the oldest run first: " + second + " was folded onto " + earlier));
    assertThat(
        tryFold(0, "--history=" + earlier + ',' + second), not(containsString("does not name")));
  }

  @Test
  void aRunThatIsMissingFromAHistoryIsTold() throws IOException {
    Path second = folder.resolve("second");
    fold(second, copy());
    Path other = folder.resolve("other");
    fold(0, other, List.of(), copy());
    assertThat(
        tryFold(0, "--history=" + other + ',' + second),
        containsString(second + " was folded onto " + earlier + ", which --history does not name"));
  }

  @Test
  void aHistoryStaysInItsZone() throws IOException {
    assertThat(
        tryFold(64, "--history=" + earlier, "--zone=Europe/Berlin"),
        containsString("was made with --zone=Asia/Shanghai, this run has Europe/Berlin"));
    assertThat(tryFold(0, "--history=" + earlier, "--window=P1M"), not(containsString("zone")));
  }

  private static String copy() {
    return row("copy", "新桥在青浦湾启用", BRIDGE, "2025-03-06T08:00:00+08:00", "birch.example");
  }

  private String tryFold(int status, String... flags) throws IOException {
    return fold(
        status,
        folder.resolve("last"),
        List.of(flags),
        row("orchard", "果园合作社的梨膏装进陶罐", ORCHARD, "2025-03-07T08:00:00+08:00", "birch.example"));
  }

  private static String row(String id, String title, String text, String date, String site) {
    return """
        {"id": "%1$s", "title": "%2$s", "text": "%3$s", "date": "%4$s", \
        "url": "https://www.%5$s/news/%1$s.html", "source": "%5$s"}
        """
        .formatted(id, title, text, date, site);
  }

  private void fold(Path output, String... rows) throws IOException {
    fold(0, output, output.equals(earlier) ? List.of() : List.of("--history=" + earlier), rows);
  }

  private String fold(int status, Path output, List<String> flags, String... rows)
      throws IOException {
    Path input = folder.resolve(output.getFileName() + ".jsonl");
    Files.writeString(input, String.join("", rows), StandardCharsets.UTF_8);
    List<String> args = new ArrayList<>(List.of("fold", "--input=" + input, "--output=" + output));
    args.addAll(flags);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    Clock clock = Clock.fixed(Instant.parse("2025-07-01T00:00:00Z"), ZoneOffset.UTC);
    int code = Newsfold.run(args, new JobContext(print, print, clock, false));
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(said, code, equalTo(status));
    return said;
  }

  private static String storyOf(Path output, String id) throws IOException {
    return String.valueOf(article(output, id).getStoryId());
  }

  private static Article article(Path output, String id) throws IOException {
    return read(output, Dataset.ARTICLES, Article.class).stream()
        .filter(article -> id.equals(article.getId()))
        .findAny()
        .orElseThrow();
  }

  private static <T extends SpecificRecord> List<T> read(
      Path output, Dataset dataset, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    for (RunManifest.DataFile file : RunManifest.read(output).orElseThrow().files()) {
      if (file.dataset().equals(dataset.folder())) {
        AvroFiles.read(output.resolve(file.path()), type, records::add);
      }
    }
    return records;
  }
}
