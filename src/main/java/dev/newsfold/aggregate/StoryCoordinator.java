package dev.newsfold.aggregate;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.dedupe.StoryIds;
import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Drift;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Placement;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.records.StreamProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a stream: what it was told of captures and files, and what it has said of stories
 * and counts. Told everything that a batch reads, in any order and with any firings in between, it
 * has in the end said the same of stories, counts and files as the batch, as long as nothing was
 * forgotten: stories come from the batch's own fold, and windows are counted by the batch's
 * tallies. A firing costs time by what has come and the windows that it touches, not by what is
 * remembered.
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
    for (Remembered member : tables.members().rows().values()) {
      remember(member);
    }
  }

  /**
   * Resumes from tables and sums as they were saved; from empty ones, begins.
   *
   * @param retention how long the stream runs on before it closes a window that nothing touches
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
    Remembered known = tables.members().get(told.getGroup().getLatest().getId());
    Remembered now = first && known != null ? joined(known, told) : told;
    Article latest = now.getGroup().getLatest();
    Article before = known == null ? null : known.getGroup().getLatest();
    if (before != null) {
      windows.touch(before);
      leave(before);
    }
    drift.change(known == null ? null : known.getGroup(), now.getGroup());
    put(
        now,
        before == null ? null : before.getStoryId(),
        before == null ? null : before.getCrossPostRelation(),
        known != null && known.getLate(),
        true);
    totals.count("undated", undated(latest) - undated(before));
    captured.add(latest.getId());
    remember(now);
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

  private void remember(Remembered member) {
    Article article = member.getGroup().getLatest();
    windows.enter(article);
    ledger.hold(article.getOrigin().getFile());
  }

  /** The article is no more what its address stands for, or is about to be forgotten. */
  private void leave(Article article) {
    windows.leave(article);
    ledger.release(article.getOrigin().getFile());
  }

  private static long undated(@Nullable Article article) {
    return article != null && article.getPublishedAt() == null ? 1 : 0;
  }

  /** Puts an article in its place; null for none yet. */
  private void put(
      Remembered member,
      @Nullable String story,
      @Nullable Relation relation,
      boolean late,
      boolean captured) {
    Article article =
        Article.newBuilder(member.getGroup().getLatest())
            .setStoryId(story)
            .setCrossPostRelation(relation)
            .setCaptures(member.getGroup().getCaptures())
            .build();
    RecaptureGroup group = new RecaptureGroup();
    group.setLatest(article);
    group.setCaptures(member.getGroup().getCaptures());
    group.setFirstCapturedAt(member.getGroup().getFirstCapturedAt());
    group.setTexts(member.getGroup().getTexts());
    group.setFilled(member.getGroup().getFilled());
    Remembered now = new Remembered();
    now.setGroup(group);
    now.setSeen(member.getSeen());
    now.setLate(late);
    now.setCaptured(captured);
    tables.members().put(article.getId(), now);
    windows.touch(article);
  }

  /**
   * Says what has changed since the last firing, or nothing if nothing has.
   *
   * @param now when it is; time since the last firing makes windows and files old
   */
  public Optional<StreamUpdate> fire(Instant now) {
    long ran = last.getRanFor() + elapsed(now);
    last = StreamProgress.newBuilder(last).setRanFor(ran).setFiredAt(now).build();
    if (!changed && ran <= nextExpiry) {
      return Optional.empty();
    }
    Draft draft = new Draft(last.getRevision() + 1, ran);
    draft.tell();
    draft.aggregates.addAll(windows.count(this::counted, draft.revision, ran));
    forgotten.forEach(draft::forget);
    folded.clear();
    forgotten.clear();
    captured.clear();
    List<InputFile> rows = ledger.publish(draft.revision);
    List<Drift> drifted = drift.changed(draft.revision);
    long oldest = Math.min(windows.close(ran - retention), ledger.forget(ran - retention));
    nextExpiry = saturated(oldest, retention);
    changed = false;
    last = draft.progress(now, rows.size(), drifted.size());
    return Optional.of(
        new StreamUpdate(
            draft.placements,
            draft.stories,
            draft.copies,
            draft.aggregates,
            draft.late,
            rows,
            drifted,
            last));
  }

  private long elapsed(Instant now) {
    return last.getFiredAt().equals(Instant.EPOCH)
        ? 0
        : Math.max(0, Duration.between(last.getFiredAt(), now).toMillis());
  }

  /** An article as it is counted, with its number of captures; null for one that is late. */
  private @Nullable Article counted(String id) {
    Remembered member = tables.members().get(id);
    return member == null || member.getLate() ? null : member.getGroup().getLatest();
  }

  private StoryIds.@Nullable Place placeOf(String article) {
    Article latest = member(article).getGroup().getLatest();
    String story = latest.getStoryId();
    return story == null
        ? null
        : new StoryIds.Place(story, latest.getCrossPostRelation() == Relation.ORIGINAL);
  }

  private Remembered member(String id) {
    return Objects.requireNonNull(tables.members().get(id));
  }

  private Optional<Late> late(Article article) {
    Optional<Late> late = lateness.of(article);
    return late.isEmpty() && windows.closed(article) ? Optional.of(Lateness.closed(article)) : late;
  }

  /** A firing in the making. */
  private final class Draft {
    private final int revision;
    private final long ran;
    private final List<Placement> placements = new ArrayList<>();
    private final List<Story> stories = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();
    private final List<DailyAggregate> aggregates = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();

    private Draft(int revision, long ran) {
      this.revision = revision;
      this.ran = ran;
    }

    /** Names the stories that were made anew, and tells of them. */
    private void tell() {
      StoryIds ids =
          StoryIds.of(
              folded.stream().map(Fold.Folded::story).toList(),
              StoryCoordinator.this::placeOf,
              id -> tables.stories().has(id));
      for (StoryIds.Withdrawn gone : ids.withdrawn()) {
        tables.stories().remove(gone.id());
        totals.count("stories", -1);
        stories.add(withdrawn(gone));
      }
      for (Fold.Folded one : folded) {
        String id = ids.of(one.story().getId());
        Story story = Story.newBuilder(one.story()).setId(id).build();
        place(story);
        tell(story);
        copies.addAll(StoryCoordinator.this.copies.change(story, one.copies(), revision));
      }
      captured.forEach(this::placeAgain);
    }

    /** Places an article of which a capture has come that changes nothing of its story. */
    private void placeAgain(String id) {
      Remembered member = member(id);
      Article article = member.getGroup().getLatest();
      String story = article.getStoryId();
      Relation relation = article.getCrossPostRelation();
      if (member.getCaptured() && story != null && relation != null) {
        place(member, story, relation);
      }
    }

    private void place(Story story) {
      for (StoryMember row : story.getMembers()) {
        Remembered member = member(row.getArticleId());
        Article article = member.getGroup().getLatest();
        if (member.getCaptured()
            || !story.getId().equals(article.getStoryId())
            || row.getRelation() != article.getCrossPostRelation()) {
          place(member, story.getId(), row.getRelation());
        }
      }
    }

    private void place(Remembered member, String story, Relation relation) {
      Article article = Recaptures.winner(member.getGroup());
      Optional<Late> tooLate = late(article);
      if (tooLate.isPresent() && (member.getCaptured() || !member.getLate())) {
        late.add(revised(tooLate.get(), false));
      } else if (tooLate.isEmpty() && member.getLate()) {
        late.add(revised(Lateness.withdrawn(article), true));
      }
      totals.count("late", (tooLate.isPresent() ? 1 : 0) - (member.getLate() ? 1 : 0));
      // What it counted as, where another story's name was on it, is counted anew with put().
      put(member, story, relation, tooLate.isPresent(), false);
      placements.add(placement(member.getGroup(), story, relation, false));
    }

    private Late revised(Late record, boolean withdrawn) {
      return Late.newBuilder(record).setRevision(revision).setWithdrawn(withdrawn).build();
    }

    private Placement placement(
        RecaptureGroup group, String story, Relation relation, boolean forgotten) {
      return Placement.newBuilder()
          .setArticleId(group.getLatest().getId())
          .setStoryId(story)
          .setRelation(relation)
          .setCaptures(group.getCaptures())
          .setFirstCapturedAt(group.getFirstCapturedAt())
          .setTexts(group.getTexts())
          .setRevision(revision)
          .setLast(forgotten)
          .build();
    }

    private void tell(Story story) {
      long digest = RecordDigests.of(story);
      Long before = tables.stories().get(story.getId());
      totals.count("stories", before == null ? 1 : 0);
      if (before == null || before != digest) {
        tables.stories().put(story.getId(), digest);
        stories.add(Story.newBuilder(story).setRevision(revision).build());
      }
    }

    private Story withdrawn(StoryIds.Withdrawn gone) {
      String canonical = gone.canonical();
      return Story.newBuilder()
          .setId(gone.id())
          .setHeadline("")
          .setCanonicalArticleId(canonical == null ? gone.id() : canonical)
          .setMembers(List.of())
          .setSiteCount(0)
          .setRevision(revision)
          .setSuccessor(gone.successor())
          .build();
    }

    /** Forgets a story and its articles. What was said of them stands. */
    private void forget(Story folded) {
      List<Remembered> members =
          folded.getMembers().stream().map(row -> member(row.getArticleId())).toList();
      StoryIds.Place place = Objects.requireNonNull(placeOf(folded.getCanonicalArticleId()));
      String story = place.story();
      windows.settle(
          members.stream()
              .filter(member -> !member.getLate())
              .map(member -> Recaptures.winner(member.getGroup()))
              .toList(),
          ran);
      tables.stories().remove(story);
      for (Remembered member : members) {
        Article article = member.getGroup().getLatest();
        leave(article);
        StoryCoordinator.this.copies.forget(article.getId());
        tables.members().remove(article.getId());
        placements.add(
            placement(
                member.getGroup(),
                story,
                Objects.requireNonNull(article.getCrossPostRelation()),
                true));
      }
    }

    private StreamProgress progress(Instant now, int ledgerRows, int driftRows) {
      SortedMap<String, Long> written = new TreeMap<>(last.getWritten());
      long placed = placements.stream().filter(place -> !place.getLast()).count();
      written.merge("articles", placed, Long::sum);
      written.merge("stories", (long) stories.size(), Long::sum);
      written.merge("copies", (long) copies.size(), Long::sum);
      written.merge("aggregates", (long) aggregates.size(), Long::sum);
      written.merge("late", (long) late.size(), Long::sum);
      written.merge("ledger", (long) ledgerRows, Long::sum);
      written.merge("drift", (long) driftRows, Long::sum);
      // They do not pass through here, but are told of here, each once.
      written.put("rejections", totals.get("rejections"));
      return StreamProgress.newBuilder()
          .setRevision(revision)
          .setFiredAt(now)
          .setRanFor(ran)
          .setTotals(totals.all())
          .setHeard(heard)
          .setWritten(written)
          .build();
    }
  }

  private static long saturated(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
