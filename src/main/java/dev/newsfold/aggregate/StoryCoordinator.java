package dev.newsfold.aggregate;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.dedupe.StoryIds;
import dev.newsfold.records.Article;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.Story;
import dev.newsfold.records.StreamProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a stream: what it was told of captures and files, and what it has said of stories
 * and counts. Told everything that a batch reads, in any order and with any firings in between, it
 * has in the end said the same of stories, counts and files as the batch, as long as nothing was
 * forgotten: stories come from the batch's own fold, and windows are counted by the batch's
 * tallies. A firing costs time by what has come and the windows that it touches, not by the
 * articles that are remembered; of each other window it looks at one mark.
 *
 * <p>A story keeps the id it was first said under ({@link StoryIds}), so it may bear another one
 * than in a batch once its canonical article has changed. Where two stories turn out to be one, the
 * id of one of them is withdrawn and names its successor.
 *
 * <p>Not for use by several threads.
 */
public final class StoryCoordinator {
  private final Lateness lateness;
  private final long retention;
  private final LiveTables tables;
  private final LiveTotals totals = new LiveTotals();
  private final LiveLedger ledger;
  private final LiveCopies copies;
  private final LiveWindows windows;
  private final LiveDrift drift;
  private final LiveMembers members;
  private final List<Fold.Folded> folded = new ArrayList<>();
  private final List<Story> forgotten = new ArrayList<>();
  private final Set<String> captured = new TreeSet<>();
  private StreamProgress last;
  private long heard;
  private boolean changed = true;
  private long nextExpiry = Long.MAX_VALUE;

  private StoryCoordinator(
      PublishCalendar calendar,
      Lateness lateness,
      Duration retention,
      LiveTables tables,
      StreamProgress last) {
    this.lateness = lateness;
    this.retention = retention.toMillis();
    this.tables = tables;
    this.last = last;
    this.heard = last.getHeard();
    this.ledger = new LiveLedger(tables.ledger(), totals, this.retention);
    this.copies = new LiveCopies(tables.copies());
    this.windows = new LiveWindows(calendar, tables);
    this.drift = new LiveDrift(calendar.zone(), tables.drift());
    totals.resume(last.getTotals());
    this.members = new LiveMembers(tables.members(), windows, ledger);
  }

  /**
   * Resumes from tables and sums as they were saved; from empty ones, begins.
   *
   * @param retention how long the stream runs on before it closes a window that nothing touches and
   *     no article that is remembered lies in, and before it forgets a finished row of the ledger
   * @param last the last progress; {@link #first} where there was none
   */
  public static StoryCoordinator resume(
      PublishCalendar calendar,
      Lateness lateness,
      Duration retention,
      LiveTables tables,
      StreamProgress last) {
    return new StoryCoordinator(calendar, lateness, retention, tables, last);
  }

  /** The progress before the first firing. */
  public static StreamProgress first() {
    return StreamProgress.newBuilder()
        .setRevision(0)
        .setFiredAt(Instant.EPOCH)
        .setRanFor(0)
        .setTotals(Map.of())
        .setWritten(Map.of())
        .build();
  }

  /** The tables, to be saved after each call. */
  public LiveTables tables() {
    return tables;
  }

  /** The sums as they are now, to be saved with the tables. */
  public StreamProgress progress() {
    return StreamProgress.newBuilder(last).setTotals(totals.all()).setHeard(heard).build();
  }

  /**
   * Takes in an article of which captures have come.
   *
   * @param told with all the captures that are remembered
   * @param first whether none were before these; then those that are remembered here are others,
   *     since an article is forgotten here no sooner than its story is
   */
  public void article(Remembered told, boolean first) {
    changed = true;
    Remembered known = members.find(told.getGroup().getLatest().getId());
    Remembered now = first && known != null ? joined(known, told) : told;
    Article latest = now.getGroup().getLatest();
    Article before = known == null ? null : known.getGroup().getLatest();
    if (before != null) {
      windows.touch(before);
      members.leave(before);
    }
    drift.change(known == null ? null : known.getGroup(), now.getGroup());
    members.put(
        now,
        before == null ? null : before.getStoryId(),
        before == null ? null : before.getCrossPostRelation(),
        known != null && known.getLate(),
        true);
    totals.count("undated", undated(latest) - undated(before));
    captured.add(latest.getId());
    members.enter(now);
  }

  private static Remembered joined(Remembered known, Remembered told) {
    return Remembered.newBuilder(told)
        .setGroup(Recaptures.merge(known.getGroup(), told.getGroup()))
        .build();
  }

  /** Takes in that captures have come, some of which may have come before. */
  public void heard(int captures) {
    heard += captures;
  }

  /** Takes in a story that is new or changed, under the id of its canonical article. */
  public void story(Fold.Folded story) {
    changed = true;
    folded.add(story);
  }

  /** Takes in a story of which no article will be heard of again. */
  public void forget(Story story) {
    changed = true;
    forgotten.add(story);
  }

  /** Takes in an entry of the ledger: of a file that was read, or of a rejection. */
  public void ledger(InputFile entry) {
    changed = true;
    enter(entry);
  }

  private void enter(InputFile entry) {
    ledger.add(entry, last.getRanFor());
  }

  private static long undated(@Nullable Article article) {
    return article != null && article.getPublishedAt() == null ? 1 : 0;
  }

  /**
   * Says what has changed since the last firing, or nothing if nothing has.
   *
   * @param now when it is; time since the last firing makes windows and files old. Rounds tell when
   *     they ended and timers what the clock says, in turns: what lies before is no time at all
   */
  public Optional<StreamUpdate> fire(Instant now) {
    long ran = last.getRanFor() + elapsed(now);
    Instant firedAt = now.isBefore(last.getFiredAt()) ? last.getFiredAt() : now;
    last = StreamProgress.newBuilder(last).setRanFor(ran).setFiredAt(firedAt).build();
    if (!changed && ran <= nextExpiry) {
      return Optional.empty();
    }
    int revision = last.getRevision() + 1;
    Firing firing =
        new Firing(revision, ran, lateness, members, tables.stories(), totals, copies, windows);
    firing.tell(folded, captured);
    firing.count();
    forgotten.forEach(firing::forget);
    folded.clear();
    forgotten.clear();
    captured.clear();
    StreamUpdate update =
        firing.update(last, heard, ledger.publish(revision), drift.changed(revision));
    long oldest = Math.min(windows.close(ran - retention), ledger.forget(ran - retention));
    nextExpiry = saturated(oldest, retention);
    changed = false;
    last = update.progress();
    return Optional.of(update);
  }

  private long elapsed(Instant now) {
    return last.getFiredAt().equals(Instant.EPOCH)
        ? 0
        : Math.max(0, Duration.between(last.getFiredAt(), now).toMillis());
  }

  private static long saturated(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
