package dev.newsfold.aggregate;

import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.StoryTally;
import dev.newsfold.records.WindowTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a stream, window by window. A window is counted anew, as a whole, whenever an
 * article in it has changed; what of it is forgotten stays as one settled count a row. A window
 * that nothing has touched for the retention is closed, and its counts stand for good.
 *
 * <p>These are windows of event time, the publish time, but they are none that a runner keeps, for
 * two reasons. A runner lets go of a window once a watermark has passed its end by the allowed
 * lateness. Publish times lie before captures by anything from minutes to years: a watermark that
 * waited for them would never pass, and behind any other the runner would drop articles. And a pane
 * can only take in more, while counts of stories also take back: two stories turn out to be one, or
 * a later capture corrects a publish time, and rows of other windows change with it. So how long a
 * window stays open depends on how long it was left alone, lateness is a rule about the article
 * ({@link Lateness}), and firings accumulate: each row that is said is the whole count so far, and
 * replaces the one before it by its higher revision.
 */
final class LiveWindows {
  private static final long DIRTY = -1;
  private static final long CLOSED = -2;
  private static final char SEPARATOR = '|';

  private final PublishCalendar calendar;
  private final LiveTables tables;
  private final Map<String, Set<String>> members = new HashMap<>();

  LiveWindows(PublishCalendar calendar, LiveTables tables) {
    this.calendar = calendar;
    this.tables = tables;
  }

  /** The key of the window that a dated article lies in; null for an undated one. */
  @Nullable String windowOf(Article article) {
    Instant at = article.getPublishedAt();
    // Sixteen digits that sort like the instants they stand for.
    return at == null
        ? null
        : String.format(
            java.util.Locale.ROOT,
            "%016x",
            calendar.spanOf(at).start().toEpochMilli() ^ Long.MIN_VALUE);
  }

  /** Enters an article in its window, so that it is counted from the next time on. */
  void enter(Article article) {
    String window = windowOf(article);
    if (window != null) {
      members.computeIfAbsent(window, none -> new TreeSet<>()).add(article.getId());
    }
  }

  /** Takes an article out of its window. */
  void leave(Article article) {
    String window = windowOf(article);
    Set<String> ids = window == null ? null : members.get(window);
    if (window != null && ids != null && ids.remove(article.getId()) && ids.isEmpty()) {
      members.remove(window);
    }
  }

  /** The window of an article is to be counted anew. */
  void touch(Article article) {
    String window = windowOf(article);
    if (window != null && !closed(article)) {
      tables.windows().put(window, DIRTY);
    }
  }

  /** Whether the window of an article is closed: it cannot be counted any more. */
  boolean closed(Article article) {
    String window = windowOf(article);
    Long mark = window == null ? null : tables.windows().get(window);
    return mark != null && mark == CLOSED;
  }

  /**
   * Counts the windows anew that were touched, and returns the rows that are not as they were.
   *
   * @param counted the article of an id as it is to be counted; null where it is not
   * @param now how long the stream has run
   */
  List<DailyAggregate> count(Function<String, @Nullable Article> counted, int revision, long now) {
    List<DailyAggregate> changed = new ArrayList<>();
    for (Map.Entry<String, Long> window : List.copyOf(tables.windows().rows().entrySet())) {
      if (window.getValue() == DIRTY) {
        count(window.getKey(), counted, revision, changed);
        tables.windows().put(window.getKey(), now);
      }
    }
    return changed;
  }

  private void count(
      String window,
      Function<String, @Nullable Article> counted,
      int revision,
      List<DailyAggregate> changed) {
    PublishCalendar.Span span = span(window);
    Map<String, WindowTally> tallies = tally(members.getOrDefault(window, Set.of()), counted);
    String prefix = window + SEPARATOR;
    tables
        .settled()
        .below(prefix)
        .forEach(
            (key, tally) -> tallies.merge(key.substring(prefix.length()), tally, Tallies::merge));
    tallies.forEach(
        (row, tally) -> {
          DailyAggregate now = Tallies.aggregate(calendar, span, Dimensions.Row.decode(row), tally);
          long digest = RecordDigests.of(now);
          Long before = tables.rows().get(prefix + row);
          if (before == null || before != digest) {
            tables.rows().put(prefix + row, digest);
            now.setRevision(revision);
            changed.add(now);
          }
        });
    for (String key : List.copyOf(tables.rows().below(prefix).keySet())) {
      String row = key.substring(prefix.length());
      if (!tallies.containsKey(row)) {
        tables.rows().remove(key);
        changed.add(withdrawn(span, Dimensions.Row.decode(row), revision));
      }
    }
  }

  private static Map<String, WindowTally> tally(
      Set<String> ids, Function<String, @Nullable Article> counted) {
    Map<String, List<StoryTally>> stories = new TreeMap<>();
    for (String id : ids) {
      Article article = counted.apply(id);
      if (article != null) {
        StoryTally one = Tallies.of(article);
        for (Dimensions.Row row : Dimensions.of(article)) {
          stories.computeIfAbsent(row.encode(one.getStoryId()), k -> new ArrayList<>(1)).add(one);
        }
      }
    }
    Map<String, List<WindowTally>> rows = new TreeMap<>();
    stories.forEach(
        (key, some) ->
            rows.computeIfAbsent(Dimensions.Row.keyOf(key), k -> new ArrayList<>())
                .add(Tallies.of(Tallies.sum(some, Tallies::merge))));
    Map<String, WindowTally> sums = new TreeMap<>();
    rows.forEach((row, some) -> sums.put(row, Tallies.sum(some, Tallies::merge)));
    return sums;
  }

  private DailyAggregate withdrawn(PublishCalendar.Span span, Dimensions.Row row, int revision) {
    WindowTally none = Tallies.empty();
    none.setFirstPublishedAt(span.start());
    none.setLastPublishedAt(span.start());
    DailyAggregate empty = Tallies.aggregate(calendar, span, row, none);
    empty.setRevision(revision);
    return empty;
  }

  /** Keeps the counts of a story whose articles are about to be forgotten; it touches them. */
  void settle(List<Article> story, long now) {
    Map<String, Set<String>> ids = new TreeMap<>();
    Map<String, Article> byId = new HashMap<>();
    for (Article article : story) {
      String window = windowOf(article);
      if (window != null) {
        byId.put(article.getId(), article);
        ids.computeIfAbsent(window, none -> new TreeSet<>()).add(article.getId());
      }
    }
    ids.keySet().forEach(window -> tables.windows().put(window, now));
    ids.forEach(
        (window, some) ->
            tally(some, byId::get)
                .forEach(
                    (row, tally) -> {
                      String key = window + SEPARATOR + row;
                      WindowTally before = tables.settled().get(key);
                      tables
                          .settled()
                          .put(key, before == null ? tally : Tallies.merge(before, tally));
                    }));
  }

  /**
   * Closes the windows that nothing has touched since {@code before}.
   *
   * @return when the next of the others was touched last; the greatest number if there is none
   */
  long close(long before) {
    long next = Long.MAX_VALUE;
    for (Map.Entry<String, Long> window : List.copyOf(tables.windows().rows().entrySet())) {
      long touched = window.getValue();
      if (touched >= 0 && !members.containsKey(window.getKey())) {
        if (touched >= before) {
          next = Math.min(next, touched);
        } else {
          tables.windows().put(window.getKey(), CLOSED);
          clear(tables.rows(), window.getKey() + SEPARATOR);
          clear(tables.settled(), window.getKey() + SEPARATOR);
        }
      }
    }
    return next;
  }

  private static <V> void clear(WriteBackMap<V> table, String prefix) {
    List.copyOf(table.below(prefix).keySet()).forEach(table::remove);
  }

  private PublishCalendar.Span span(String window) {
    return calendar.spanOf(
        Instant.ofEpochMilli(Long.parseUnsignedLong(window, 16) ^ Long.MIN_VALUE));
  }
}
