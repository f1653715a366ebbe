package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.records.Article;
import dev.newsfold.records.Drift;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.SiteWeeks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream has said of drift in the end is what a batch says. */
class LiveDriftTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final WriteBackMap<SiteWeeks> table = new WriteBackMap<>();
  private final Map<String, RecaptureGroup> articles = new TreeMap<>();
  private final Map<String, Drift> said = new TreeMap<>();
  private int revision;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyOrderAnyFiringsAndAnyRestartsEndLikeABatch(long seed) {
    Random random = new Random(seed);
    LiveDrift live = new LiveDrift(ZONE, table);
    List<Article> captures = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Article capture = Invented.article(new Random(random.nextInt(1000)), "a" + i % 120);
      capture.setAuthors(random.nextInt(4) == 0 ? List.of() : List.of("林溪"));
      capture.setSummary(random.nextBoolean() ? null : "summary");
      captures.add(capture);
      take(live, capture);
      if (random.nextInt(20) == 0) {
        listen(live);
        live = new LiveDrift(ZONE, table);
      }
    }
    listen(live);
    assertThat(standing(), equalTo(batch(captures)));
    assertThat("nothing is left to say", live.changed(++revision), empty());
  }

  @Test
  void aWeekThatItsOnlyArticleLeavesIsWithdrawn() {
    LiveDrift live = new LiveDrift(ZONE, table);
    Article article = Invented.article(new Random(3), "a");
    take(live, article);
    listen(live);
    assertThat(standing().size(), is(1));
    Article later =
        Article.newBuilder(article)
            .setCapturedAt(article.getCapturedAt().plusSeconds(30 * 86_400L))
            .build();
    take(live, later);
    listen(live);
    assertThat(said.values().stream().filter(Drift::getWithdrawn).count(), is(1L));
    assertThat(standing(), equalTo(batch(List.of(article, later))));
  }

  private void take(LiveDrift live, Article capture) {
    RecaptureGroup before = articles.get(capture.getId());
    RecaptureGroup one = BareCaptures.of(capture);
    RecaptureGroup now = before == null ? one : Recaptures.merge(before, one);
    live.change(before, now);
    articles.put(capture.getId(), now);
  }

  private void listen(LiveDrift live) {
    revision++;
    for (Drift row : live.changed(revision)) {
      assertThat(row.getRevision(), is(revision));
      said.put(row.getSite() + " " + row.getWeek(), row);
    }
  }

  private Map<String, String> standing() {
    Map<String, String> rows = new TreeMap<>();
    said.forEach(
        (key, row) -> {
          if (!row.getWithdrawn()) {
            rows.put(key, Drift.newBuilder(row).setRevision(0).build().toString());
          }
        });
    return rows;
  }

  /** As {@code flow/CountFields} does it: of whole articles, all at once. */
  private static Map<String, String> batch(List<Article> captures) {
    Map<String, RecaptureGroup> groups = new TreeMap<>();
    captures.forEach(c -> groups.merge(c.getId(), Recaptures.of(c), Recaptures::merge));
    Map<String, SiteWeeks> sites = new TreeMap<>();
    groups.forEach(
        (id, group) -> {
          Article article = Recaptures.winner(group);
          LocalDate week = Objects.requireNonNull(FieldDrift.week(article, ZONE));
          sites.merge(article.getSite(), FieldDrift.of(article, week), FieldDrift::merge);
        });
    Map<String, String> rows = new TreeMap<>();
    sites.forEach(
        (site, weeks) ->
            FieldDrift.rows(site, weeks)
                .forEach(row -> rows.put(site + " " + row.getWeek(), row.toString())));
    return rows;
  }
}
