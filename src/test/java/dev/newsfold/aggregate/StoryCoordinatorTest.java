package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Placement;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryTally;
import dev.newsfold.records.StreamProgress;
import dev.newsfold.records.WindowTally;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream has said in the end, however it was told, is what a batch says. */
class StoryCoordinatorTest {
  private static final Duration LONG = Duration.ofDays(10);
  private static final Lateness NEVER = new Lateness(null);

  private final Heard heard = new Heard();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyOrderAnyFiringsAndAnyRestartsEndLikeABatch(long seed) {
    Random random = new Random(seed);
    List<Article> captures = captures(random, 120);
    PublishCalendar calendar = calendar(WindowLength.DAY);
    StreamInMemory live = begin(calendar, NEVER, LONG);
    List<Article> order = new ArrayList<>(captures);
    Collections.shuffle(order, random);
    for (Article capture : order) {
      live.capture(BareCaptures.of(capture));
      if (random.nextInt(5) == 0) {
        // Some are delivered again.
        live.capture(BareCaptures.of(order.get(random.nextInt(order.size()))));
      }
      if (random.nextInt(10) == 0) {
        heard.add(live, 1000);
      }
      if (random.nextInt(25) == 0) {
        live = restarted(live, calendar, NEVER, LONG);
      }
    }
    for (Article capture : captures) {
      live.capture(BareCaptures.of(capture));
    }
    heard.add(live, 1000);
    checkLikeBatch(captures, calendar, NEVER);
    assertThat("nothing is left to say", live.fire(1000).isEmpty(), is(true));
  }

  @ParameterizedTest
  @EnumSource(WindowLength.class)
  void everyKindOfWindowIsCountedLikeABatchWhateverIsLate(WindowLength length) {
    Random random = new Random(11);
    List<Article> captures = captures(random, 150);
    PublishCalendar calendar = calendar(length);
    Lateness lateness = new Lateness(Duration.ofDays(6));
    StreamInMemory live = begin(calendar, lateness, LONG);
    for (Article capture : captures) {
      live.capture(BareCaptures.of(capture));
      if (random.nextInt(10) == 0) {
        heard.add(live, 1000);
      }
    }
    heard.add(live, 1000);
    checkLikeBatch(captures, calendar, lateness);
    assertThat(heard.currentLate().size(), greaterThan(0));
  }

  @Test
  void anArticleIsCountedAgainOnceAnEarlierCaptureComes() {
    PublishCalendar calendar = calendar(WindowLength.DAY);
    Lateness lateness = new Lateness(Duration.ofDays(2));
    StreamInMemory live = begin(calendar, lateness, LONG);
    Article article = Invented.article(new Random(3), "a");
    Instant at = article.getPublishedAt();
    live.capture(capture(article, at.plus(Duration.ofDays(5))));
    heard.add(live, 1000);
    assertThat(heard.currentLate().keySet(), equalTo(java.util.Set.of("a")));
    assertThat(heard.currentRows(), equalTo(Map.of()));
    live.capture(capture(article, at.plus(Duration.ofDays(1))));
    heard.add(live, 1000);
    assertThat(heard.currentLate(), equalTo(Map.of()));
    assertThat(heard.currentRows().isEmpty(), is(false));
  }

  @Test
  void timeRunsOnceWhereRoundsAreToldLongAfterTimers() {
    StreamInMemory live = begin(calendar(WindowLength.DAY), NEVER, LONG);
    live.fire(0);
    Duration behind = Duration.ofMinutes(10);
    Duration every = Duration.ofSeconds(30);
    int rounds = 20;
    for (int i = 0; i < rounds; i++) {
      live.capture(BareCaptures.of(Invented.article(new Random(i), "a" + i)));
      live.fire(behind.plus(every).toMillis());
      live.capture(BareCaptures.of(Invented.article(new Random(i), "b" + i)));
      live.fire(-behind.toMillis());
    }
    assertThat(
        live.progress().getRanFor(), equalTo(behind.plus(every.multipliedBy(rounds)).toMillis()));
  }

  @Test
  void anOriginalThatComesLateDoesNotRenameItsStory() {
    StreamInMemory live = begin(calendar(WindowLength.DAY), NEVER, LONG);
    Article original = sketched(Invented.article(new Random(3), "original"));
    Article copy =
        Article.newBuilder(original)
            .setId("copy")
            .setPublishedAt(original.getPublishedAt().plusSeconds(3600))
            .build();
    live.capture(BareCaptures.of(copy));
    heard.add(live, 1000);
    assertThat(heard.stories.keySet(), equalTo(java.util.Set.of("copy")));
    live = restarted(live, calendar(WindowLength.DAY), NEVER, LONG);
    live.capture(BareCaptures.of(original));
    heard.add(live, 1000);
    assertThat(heard.stories.keySet(), equalTo(java.util.Set.of("copy")));
    assertThat(heard.canonicalOf("copy"), equalTo("original"));
    // Another capture of an article that is placed does not make it forget where it was.
    live.capture(capture(original, original.getCapturedAt().plusSeconds(60)));
    live = restarted(live, calendar(WindowLength.DAY), NEVER, LONG);
    heard.add(live, 1000);
    assertThat(heard.stories.keySet(), equalTo(java.util.Set.of("copy")));
    assertThat(Objects.requireNonNull(heard.placed.get("original")).getCaptures(), equalTo(2));
  }

  @Test
  void rowsOfTheLedgerLeaveTheStateAndNeverSpeakOverThemselves() {
    Duration retention = Duration.ofMinutes(10);
    StreamInMemory live = begin(calendar(WindowLength.DAY), NEVER, retention);
    Article first = sketched(Invented.article(new Random(3), "a"));
    first.getOrigin().setFile("first");
    live.ledger(Ledger.of("first").setSize(10L).setCaptures(1).build());
    heard.add(live, 1000);
    assertThat("nothing has arrived", heard.ledger, equalTo(Map.of()));
    live.capture(BareCaptures.of(first));
    heard.add(live, 1000);
    assertThat(heard.sum(InputFile::getArticles), equalTo(1L));

    // As long as the capture stands for its address, another one may take its place.
    Article second =
        Article.newBuilder(first).setCapturedAt(first.getCapturedAt().plusSeconds(1)).build();
    second.getOrigin().setFile("second");
    heard.add(live, retention.toMillis() - 10_000);
    live.capture(BareCaptures.of(second));
    live.ledger(Ledger.of("second").setCaptures(1).build());
    heard.add(live, retention.toMillis() - 10_000);
    assertThat(heard.sum(InputFile::getRecaptures), equalTo(1L));
    assertThat(heard.sum(InputFile::getArticles), equalTo(1L));

    heard.add(live, retention.toMillis() + 1000);
    heard.add(live, retention.toMillis() + 1000);
    assertThat("all are let go", live.tables().ledger().size(), equalTo(0));
    live = restarted(live, calendar(WindowLength.DAY), NEVER, retention);
    live.ledger(
        Ledger.of("first").setSize(10L).setCaptures(2).setSkips(Map.of("image", 2L)).build());
    heard.add(live, 1000);
    assertThat("read again, a row of its own", heard.ledger.size(), equalTo(3));
    assertThat(heard.sum(InputFile::getCaptures), equalTo(4L));
    assertThat(heard.totals.get("captures"), equalTo(4L));
    assertThat(heard.totals.get("inputFiles"), equalTo(3L));
  }

  @Test
  void forgettingKeepsTheCountsAndBoundsTheTables() {
    PublishCalendar calendar = calendar(WindowLength.DAY);
    Duration retention = Duration.ofMinutes(10);
    StreamInMemory live = begin(calendar, NEVER, retention);
    Random random = new Random(5);
    List<Article> captures = captures(random, 100);
    for (Article capture : captures) {
      live.capture(BareCaptures.of(capture));
    }
    heard.add(live, 1000);
    heard.add(live, retention.toMillis() + 1000);
    assertThat(live.tables().members().size(), equalTo(0));
    assertThat(live.tables().stories().size(), equalTo(0));
    assertThat("all are let go", heard.forgotten, equalTo(heard.placed.keySet()));
    checkRows(captures, calendar, NEVER);

    Article next = Invented.article(new Random(77), "new");
    live.capture(BareCaptures.of(sketched(next)));
    heard.add(live, 1000);
    List<Article> all = new ArrayList<>(captures);
    all.add(sketched(next));
    assertThat(heard.articlesCounted(), equalTo(dated(all)));

    heard.add(live, 3 * retention.toMillis());
    heard.add(live, 3 * retention.toMillis());
    assertThat("closed windows keep no rows", live.tables().rows().size(), equalTo(0));
    assertThat(live.tables().settled().size(), equalTo(0));
    live.capture(BareCaptures.of(sketched(Invented.article(new Random(77), "tooLate"))));
    heard.add(live, 1000);
    assertThat(heard.currentLate().containsKey("tooLate"), is(true));
    assertThat(heard.articlesCounted(), equalTo(dated(all)));
  }

  private static PublishCalendar calendar(WindowLength length) {
    return new PublishCalendar(ZoneId.of("Asia/Shanghai"), length);
  }

  private static StreamInMemory begin(
      PublishCalendar calendar, Lateness lateness, Duration retention) {
    return new StreamInMemory(
        StoryCoordinator.resume(
            calendar, lateness, retention, LiveTables.empty(), StoryCoordinator.first()),
        retention);
  }

  /** A fold from what another one has saved. */
  private static StreamInMemory restarted(
      StreamInMemory live, PublishCalendar calendar, Lateness lateness, Duration retention) {
    LiveTables from = live.tables();
    LiveTables to = LiveTables.empty();
    from.members().rows().forEach(to.members()::load);
    from.stories().rows().forEach(to.stories()::load);
    from.copies().rows().forEach(to.copies()::load);
    from.windows().rows().forEach(to.windows()::load);
    from.rows().rows().forEach(to.rows()::load);
    from.settled().rows().forEach(to.settled()::load);
    from.ledger().rows().forEach(to.ledger()::load);
    from.drift().rows().forEach(to.drift()::load);
    StreamProgress progress = live.progress();
    return live.resumedBy(StoryCoordinator.resume(calendar, lateness, retention, to, progress));
  }

  /** Captures of half as many articles, some of them copies of others, some undated. */
  private static List<Article> captures(Random random, int count) {
    List<Article> captures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Article article = Invented.article(new Random(random.nextInt(count / 2)), "");
      article.setId("id" + article.getPayloadDigest());
      article.setStoryId(null);
      article.setCapturedAt(article.getCapturedAt().plusSeconds(random.nextInt(3) * 86_400L));
      if (article.getId().hashCode() % 7 == 0) {
        article.setPublishedAt(null);
        article.setPublishDay(null);
        article.setPublishedPrecision(null);
      }
      article.setHeadline("第" + random.nextInt(12) + "座虚构的大桥今日在青浦湾启用通车");
      article.getOrigin().setOffset((long) i);
      captures.add(sketched(article));
    }
    return captures;
  }

  private static long dated(List<Article> captures) {
    return batch(captures).values().stream().filter(a -> a.getPublishedAt() != null).count();
  }

  private static Article sketched(Article article) {
    String body = (article.getBody() + "：一条虚构的消息写得足够长，好让两份抄本能够被认出来。").repeat(5);
    return Article.newBuilder(article)
        .setBody(body)
        .setStoryId(null)
        .setSketch(ByteBuffer.wrap(Sketch.of(body).toBytes()))
        .build();
  }

  private static RecaptureGroup capture(Article article, Instant at) {
    return BareCaptures.of(Article.newBuilder(sketched(article)).setCapturedAt(at).build());
  }

  private void checkLikeBatch(List<Article> captures, PublishCalendar calendar, Lateness lateness) {
    Map<String, Article> articles = batch(captures);
    Map<String, Story> stories = new TreeMap<>();
    for (Story story : Fold.fold(articles.values().stream().map(FoldMember::of).toList())) {
      stories.put(story.getId(), story);
    }
    assertThat(text(heard.currentStories()), equalTo(text(stories)));
    heard.checkIds();
    Map<String, Placement> places = heard.placed;
    assertThat(places.keySet(), equalTo(articles.keySet()));
    stories
        .values()
        .forEach(
            story ->
                story
                    .getMembers()
                    .forEach(
                        member -> {
                          Placement place =
                              Objects.requireNonNull(places.get(member.getArticleId()));
                          Article article =
                              Objects.requireNonNull(articles.get(member.getArticleId()));
                          assertThat(heard.canonicalOf(place.getStoryId()), equalTo(story.getId()));
                          assertThat(place.getRelation(), equalTo(member.getRelation()));
                          assertThat(place.getCaptures(), equalTo(article.getCaptures()));
                        }));
    checkRows(captures, calendar, lateness);
    long counted =
        heard.ledger.values().stream()
            .mapToLong(row -> row.getArticles() + row.getRecaptures())
            .sum();
    assertThat(counted, equalTo((long) captures.size()));
    checkTotals(articles.values(), stories.size(), lateness);
  }

  private void checkTotals(Collection<Article> articles, int stories, Lateness lateness) {
    Map<String, Long> totals = new TreeMap<>(heard.totals);
    // Only reading was not entered here.
    totals.remove("captures");
    assertThat(
        totals,
        equalTo(
            new TreeMap<>(
                Map.of(
                    "inputFiles", (long) heard.ledger.size(),
                    "articles", heard.sum(InputFile::getArticles),
                    "recaptures", heard.sum(InputFile::getRecaptures),
                    "rejections", 0L,
                    "skips", heard.sum(row -> Ledger.sum(row.getSkips())),
                    "stories", (long) stories,
                    "crossPosts", (long) articles.size() - stories,
                    "undated", articles.stream().filter(a -> a.getPublishedAt() == null).count(),
                    "late", articles.stream().filter(a -> lateness.of(a).isPresent()).count()))));
    assertThat(heard.sum(InputFile::getArticles), equalTo((long) articles.size()));
  }

  private void checkRows(List<Article> captures, PublishCalendar calendar, Lateness lateness) {
    Map<String, Article> articles = batch(captures);
    Map<String, String> storyOf = new HashMap<>();
    for (Story story : Fold.fold(articles.values().stream().map(FoldMember::of).toList())) {
      story.getMembers().forEach(member -> storyOf.put(member.getArticleId(), story.getId()));
    }
    Map<String, StoryTally> tallies = new TreeMap<>();
    for (Article article : articles.values()) {
      if (article.getPublishedAt() != null && lateness.of(article).isEmpty()) {
        article.setStoryId(storyOf.get(article.getId()));
        long window = calendar.spanOf(article.getPublishedAt()).start().toEpochMilli();
        for (Dimensions.Row row : Dimensions.of(article)) {
          tallies.merge(
              window + "|" + row.encode(article.getStoryId()), Tallies.of(article), Tallies::merge);
        }
      }
    }
    Map<String, WindowTally> rows = new TreeMap<>();
    tallies.forEach(
        (key, tally) -> rows.merge(Dimensions.Row.keyOf(key), Tallies.of(tally), Tallies::merge));
    Map<String, DailyAggregate> expected = new TreeMap<>();
    rows.forEach(
        (key, tally) -> {
          int bar = key.indexOf('|');
          PublishCalendar.Span span =
              calendar.spanOf(Instant.ofEpochMilli(Long.parseLong(key.substring(0, bar))));
          DailyAggregate row =
              Tallies.aggregate(
                  calendar, span, Dimensions.Row.decode(key.substring(bar + 1)), tally);
          expected.put(Heard.key(row), row);
        });
    assertThat(text(heard.currentRows()), equalTo(text(expected)));
  }

  /** Avro cannot compare times inside unions of other records; their text can be. */
  private static Map<String, String> text(Map<String, ?> records) {
    Map<String, String> text = new TreeMap<>();
    records.forEach((key, item) -> text.put(key, item.toString()));
    return text;
  }

  private static Map<String, Article> batch(List<Article> captures) {
    Map<String, RecaptureGroup> groups = new TreeMap<>();
    for (Article capture : captures) {
      groups.merge(capture.getId(), Recaptures.of(capture), Recaptures::merge);
    }
    Map<String, Article> articles = new TreeMap<>();
    groups.forEach((id, group) -> articles.put(id, Recaptures.winner(group)));
    return articles;
  }

  /** What was said so far: of each thing the last word, which must bear the highest revision. */
  private static final class Heard {
    private final Map<String, Placement> placed = new TreeMap<>();
    private final java.util.Set<String> forgotten = new java.util.TreeSet<>();
    private final Map<String, Story> stories = new TreeMap<>();
    private final Map<String, String> firstCanonical = new TreeMap<>();
    private final java.util.Set<String> passedOn = new java.util.TreeSet<>();
    private final Map<String, DailyAggregate> rows = new TreeMap<>();
    private final Map<String, Late> late = new TreeMap<>();
    private final Map<String, InputFile> ledger = new TreeMap<>();
    private Map<String, Long> totals = Map.of();

    void add(StreamInMemory live, long elapsed) {
      live.fire(elapsed)
          .ifPresent(
              firing -> {
                int revision = firing.progress().getRevision();
                firing.placements().stream()
                    .filter(place -> !place.getLast())
                    .forEach(place -> placed.put(place.getArticleId(), place));
                firing.placements().stream()
                    .filter(Placement::getLast)
                    .forEach(place -> forgotten.add(place.getArticleId()));
                firing
                    .stories()
                    .forEach(
                        story -> {
                          stories.put(story.getId(), story);
                          firstCanonical.putIfAbsent(story.getId(), story.getCanonicalArticleId());
                          if (story.getMembers().isEmpty()
                              || !story.getId().equals(story.getCanonicalArticleId())) {
                            passedOn.add(story.getId());
                          }
                        });
                firing.aggregates().forEach(row -> rows.put(key(row), row));
                firing.late().forEach(one -> late.put(one.getArticleId(), one));
                firing
                    .ledger()
                    .forEach(
                        row -> {
                          ledger.put(row.getPath() + ' ' + row.getRun(), row);
                          assertThat(row.toString(), Ledger.unexplained(row), equalTo(0L));
                        });
                totals = new TreeMap<>(firing.progress().getTotals());
                assertThat(
                    firing.stories().stream().filter(s -> s.getRevision() != revision).toList(),
                    empty());
                assertThat(
                    firing.aggregates().stream().filter(r -> r.getRevision() != revision).toList(),
                    empty());
              });
    }

    static String key(DailyAggregate row) {
      return row.getWindowStart() + "|" + row.getDimension() + "|" + row.getKey();
    }

    /** The stories that stand, under the ids that a batch gives them. */
    Map<String, Story> currentStories() {
      Map<String, Story> current = new TreeMap<>();
      stories.forEach(
          (id, story) -> {
            String canonical = story.getCanonicalArticleId();
            if (!story.getMembers().isEmpty()) {
              Story before =
                  current.put(
                      canonical, Story.newBuilder(story).setId(canonical).setRevision(0).build());
              assertThat("one story a canonical article", before == null, is(true));
            }
          });
      return current;
    }

    String canonicalOf(String id) {
      return Objects.requireNonNull(stories.get(id)).getCanonicalArticleId();
    }

    /**
     * An id may be another than in a batch only where the canonical article has changed, or where a
     * story that was named by it has gone on without it, or in another.
     */
    void checkIds() {
      stories.forEach(
          (id, story) -> {
            String canonical = story.getCanonicalArticleId();
            if (!story.getMembers().isEmpty()) {
              assertThat(
                  id + " of " + canonical,
                  id.equals(canonical)
                      || !canonical.equals(firstCanonical.get(id))
                      || passedOn.contains(canonical));
            } else if (story.getSuccessor() != null) {
              assertThat(
                  "the successor of " + id,
                  Objects.requireNonNull(stories.get(story.getSuccessor())).getRevision(),
                  greaterThan(0));
            }
          });
    }

    Map<String, DailyAggregate> currentRows() {
      Map<String, DailyAggregate> current = new TreeMap<>();
      rows.forEach(
          (key, row) -> {
            if (row.getArticles() > 0) {
              DailyAggregate copy = DailyAggregate.newBuilder(row).setRevision(0).build();
              copy.getTopStories().forEach(top -> top.setStoryId(canonicalOf(top.getStoryId())));
              current.put(key, copy);
            }
          });
      return current;
    }

    Map<String, Late> currentLate() {
      Map<String, Late> current = new TreeMap<>(late);
      current.values().removeIf(Late::getWithdrawn);
      return current;
    }

    long sum(ToLongFunction<InputFile> count) {
      return ledger.values().stream().mapToLong(count).sum();
    }

    long articlesCounted() {
      return currentRows().values().stream()
          .filter(row -> row.getDimension() == dev.newsfold.records.Dimension.ALL)
          .mapToLong(DailyAggregate::getArticles)
          .sum();
    }
  }
}
