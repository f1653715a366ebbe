package dev.newsfold.aggregate;

import dev.newsfold.dedupe.CorpusStatistics;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.StoryMember;
import dev.newsfold.records.StreamProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The steps of a stream around its coordinator, in memory: recaptures, and the fold of a batch. */
final class StreamInMemory {
  private final StoryCoordinator live;
  private final long retention;
  private final Map<String, Remembered> articles;
  private final Map<String, Long> seenAt = new TreeMap<>();
  private final Map<String, Fold.Folded> told;
  private final Map<String, List<RecaptureGroup>> coming = new TreeMap<>();
  private long now;

  StreamInMemory(StoryCoordinator live, Duration retention) {
    this(live, retention.toMillis(), new TreeMap<>(), new TreeMap<>(), 1_000_000);
  }

  private StreamInMemory(
      StoryCoordinator live,
      long retention,
      Map<String, Remembered> articles,
      Map<String, Fold.Folded> told,
      long now) {
    this.live = live;
    this.retention = retention;
    this.articles = articles;
    this.told = told;
    this.now = now;
  }

  /** The same stream with another coordinator, which was made of what this one has saved. */
  StreamInMemory resumedBy(StoryCoordinator other) {
    StreamInMemory resumed = new StreamInMemory(other, retention, articles, told, now);
    resumed.coming.putAll(coming);
    resumed.seenAt.putAll(seenAt);
    return resumed;
  }

  void capture(RecaptureGroup capture) {
    coming.computeIfAbsent(capture.getLatest().getId(), id -> new ArrayList<>()).add(capture);
  }

  void ledger(InputFile entry) {
    live.ledger(entry);
  }

  LiveTables tables() {
    return live.tables();
  }

  StreamProgress progress() {
    return live.progress();
  }

  /** A round of all that has come, some milliseconds after the one before. */
  Optional<StreamUpdate> fire(long elapsed) {
    now += elapsed;
    boolean changed = !coming.isEmpty();
    coming.forEach(
        (id, captures) -> {
          LiveRecaptures taken = LiveRecaptures.of(articles.get(id), captures);
          taken.ledger().forEach(live::ledger);
          live.heard(captures.size());
          if (taken.isNews()) {
            live.article(LiveRecaptures.withoutSketch(taken.now()), !articles.containsKey(id));
          }
          articles.put(id, taken.now());
          seenAt.put(id, now);
        });
    coming.clear();
    if (changed) {
      fold();
    }
    for (Fold.Folded story : List.copyOf(told.values())) {
      List<String> ids =
          story.story().getMembers().stream().map(StoryMember::getArticleId).toList();
      if (ids.stream().allMatch(id -> seenAt(id) < now - retention)) {
        live.forget(story.story());
        told.remove(story.story().getId());
        ids.forEach(articles::remove);
      }
    }
    return live.fire(Instant.ofEpochMilli(now));
  }

  private long seenAt(String id) {
    return Objects.requireNonNull(seenAt.get(id));
  }

  private void fold() {
    List<FoldMember> members =
        articles.values().stream()
            .map(article -> FoldMember.of(article.getGroup().getLatest()))
            .toList();
    Map<String, Fold.Folded> folded = new TreeMap<>();
    for (Fold.Folded one : Fold.with(CorpusStatistics.learn(members)).folded(members)) {
      folded.put(one.story().getId(), one);
      Fold.Folded before = told.get(one.story().getId());
      if (before == null || !before.toString().equals(one.toString())) {
        live.story(one);
      }
    }
    told.clear();
    told.putAll(folded);
  }
}
