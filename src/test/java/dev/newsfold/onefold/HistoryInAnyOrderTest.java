package dev.newsfold.onefold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.CurrentRecords;
import dev.newsfold.Started;
import dev.newsfold.records.Article;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs onto the history of runs that had later articles, read by the highest revisions. */
class HistoryInAnyOrderTest {
  private static final int ARTICLES = 1_000;
  private static final int DAYS = 5;
  private static final LocalDateTime FIRST = LocalDateTime.of(2025, 3, 1, 0, 0);

  @TempDir static Path folder;

  @Test
  void anOriginalThatComesLateAbsorbsStories() throws IOException {
    Words words = new Words(5);
    List<String> text = words.sentences(24);
    Path copies =
        Row.write(
            folder.resolve("copies.jsonl"),
            List.of(
                row("p", text.subList(4, 24), FIRST.plusDays(1), words),
                row("q", text.subList(0, 20), FIRST.plusDays(3), words)));
    Path original =
        Row.write(folder.resolve("original.jsonl"), List.of(row("o", text, FIRST, words)));
    check(chain("invented", List.of(copies, original)));
  }

  @Test
  void theOriginalOfTheSharedSetAbsorbsStories() throws IOException {
    List<Path> files =
        List.of(Shared.fold("late_original/1.jsonl"), Shared.fold("late_original/2.jsonl"));
    assumeTrue(Files.exists(files.get(0)), "not there: " + files.get(0));
    check(chain("shared", files));
  }

  @Test
  void daysInAnyOrderAreTheBatch() throws IOException {
    String order = "42031";
    List<Path> days = days();
    Path once = folder.resolve("once");
    if (!Files.exists(once)) {
      Runs.job("fold", String.join(",", days.stream().map(Path::toString).toList()), once);
    }
    List<Path> outputs =
        chain("order-" + order, order.chars().mapToObj(day -> days.get(day - '0')).toList());
    CurrentRecords expected = CurrentRecords.in(List.of(once));
    CurrentRecords actual = CurrentRecords.in(outputs);
    assertAll(
        () -> expectSame("stories", expected, actual),
        () -> expectSame("articles", expected, actual),
        () -> expectSame("aggregates", expected, actual),
        () -> check(outputs));
  }

  private static void expectSame(String dataset, CurrentRecords expected, CurrentRecords actual) {
    Comparison comparison = Comparison.of(expected.of(dataset), actual.of(dataset));
    assertThat(dataset + ": " + comparison.words(), comparison.differing(), equalTo(0));
  }

  /** Absorbed stories are withdrawn, revisions order, and articles are in stories that stand. */
  private static void check(List<Path> outputs) throws IOException {
    Map<String, Story> current = new TreeMap<>();
    Set<String> ids = new TreeSet<>();
    Set<String> ties = new TreeSet<>();
    for (Story story : read(outputs, Dataset.STORIES, Story.class)) {
      if (!ids.add("story " + story.getId() + " " + story.getRevision())) {
        ties.add("story " + story.getId() + ", revision " + story.getRevision());
      }
      current.merge(story.getId(), story, (a, b) -> a.getRevision() >= b.getRevision() ? a : b);
    }
    Map<String, Article> articles = new TreeMap<>();
    for (Article article : read(outputs, Dataset.ARTICLES, Article.class)) {
      if (!ids.add("article " + article.getId() + " " + article.getRevision())) {
        ties.add("article " + article.getId() + ", revision " + article.getRevision());
      }
      articles.merge(
          article.getId(), article, (a, b) -> a.getRevision() >= b.getRevision() ? a : b);
    }
    Map<String, String> wrong = new TreeMap<>();
    for (Article article : articles.values()) {
      Story story = current.get(String.valueOf(article.getStoryId()));
      if (story == null || !members(story).contains(article.getId())) {
        wrong.put(article.getId(), "says " + article.getStoryId() + ", which does not have it");
      }
    }
    Map<String, String> storyOf = new TreeMap<>();
    for (Story story : current.values()) {
      if (story.getMembers().isEmpty()) {
        if (!leadsToAStory(story, current)) {
          wrong.put(story.getId(), "withdrawn for " + story.getSuccessor() + ", no story of now");
        }
      }
      for (String member : members(story)) {
        String other = storyOf.put(member, story.getId());
        if (other != null) {
          wrong.put(member, "in " + other + " and in " + story.getId());
        }
      }
    }
    assertAll(
        () -> assertThat("the same revision twice", ties, empty()),
        () -> assertThat("not in one story that stands", wrong, anEmptyMap()));
  }

  /** Whether a withdrawn story names one that stands, or one that was withdrawn for such a one. */
  private static boolean leadsToAStory(Story withdrawn, Map<String, Story> current) {
    Set<String> seen = new TreeSet<>();
    Story at = withdrawn;
    while (at != null && at.getMembers().isEmpty() && seen.add(at.getId())) {
      at = current.get(String.valueOf(at.getSuccessor()));
    }
    return at != null && !at.getMembers().isEmpty();
  }

  private static List<String> members(Story story) {
    return story.getMembers().stream().map(member -> member.getArticleId()).toList();
  }

  private static <T extends org.apache.avro.specific.SpecificRecord> List<T> read(
      List<Path> outputs, Dataset dataset, Class<T> type) throws IOException {
    List<T> all = new ArrayList<>();
    for (Path output : outputs) {
      all.addAll(Started.records(output, dataset, type));
    }
    return all;
  }

  /** Each file folded onto the history of those before. */
  private static List<Path> chain(String name, List<Path> files) {
    List<Path> outputs = new ArrayList<>();
    for (Path file : files) {
      Path output = folder.resolve(name + "-" + outputs.size());
      String before = String.join(",", outputs.stream().map(Path::toString).toList());
      Runs.job(
          "fold",
          file.toString(),
          output,
          outputs.isEmpty() ? new String[0] : new String[] {"--history=" + before});
      outputs.add(output);
    }
    return outputs;
  }

  private static Row row(String id, List<String> text, LocalDateTime at, Words words) {
    return new Row(id, id + ".example", words.headline(), text, at);
  }

  /** Groups of up to nine edits of one text, over all days: some alike by way of others only. */
  private static List<Path> days() throws IOException {
    Random dice = new Random(2_000);
    Words words = new Words(2_000);
    List<Row> rows = new ArrayList<>();
    while (rows.size() < ARTICLES) {
      String headline = words.headline();
      List<String> text = words.sentences(16 + dice.nextInt(10));
      for (int copies = 1 + dice.nextInt(9); copies > 0; copies--) {
        int from = dice.nextInt(5);
        int end = text.size() - dice.nextInt(5);
        rows.add(
            new Row(
                "a%04d".formatted(rows.size()),
                "s" + dice.nextInt(60) + ".example",
                dice.nextInt(3) == 0 ? words.headline() : headline,
                text.subList(from, end),
                FIRST.plusMinutes(dice.nextInt(DAYS * 24 * 60))));
      }
    }
    List<Path> files = new ArrayList<>();
    rows.sort(Comparator.comparing(Row::publishedAt));
    for (int day = 0; day < DAYS; day++) {
      List<Row> ofDay = rows.subList(rows.size() * day / DAYS, rows.size() * (day + 1) / DAYS);
      files.add(Row.write(folder.resolve("days/" + day + ".jsonl"), ofDay));
    }
    return files;
  }
}
