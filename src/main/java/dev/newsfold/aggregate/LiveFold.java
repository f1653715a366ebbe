package dev.newsfold.aggregate;

import dev.newsfold.dedupe.Deliveries;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.IncrementalFold;
import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.dedupe.StoryIds;
import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Placement;
import dev.newsfold.records.Pulse;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a stream: what it was told of captures and files, and what it has said of stories
 * and counts. Told everything that a batch reads, in any order and with any firings in between, it
 * has in the end said the same of stories, counts and files as the batch, as long as nothing was
 * forgotten: after every firing the stories are those of the batch's own fold over all that is
 * remembered ({@link IncrementalFold}), and windows are counted by the batch's tallies. A firing
 * costs time by what has come and the windows that it touches, not by what is remembered.
 *
 * <p>A story keeps the id it was first said under ({@link StoryIds}), so it may bear another one
 * than in a batch once its canonical article has changed. Where two stories turn out to be one, the
 * id of one of them is withdrawn and names its successor.
 *
 * <p>Not for use by several threads.
 */
public final class LiveFold {
  /** Why a capture that came before is skipped. */
  public static final String REDELIVERED = "redelivered";

  private final Lateness lateness;
  private final long retention;
  private final LiveTables tables;
  private final LiveTotals totals = new LiveTotals();
  private final LiveLedger ledger;
  private final LiveCopies copies;
  private final LiveWindows windows;
  private final IncrementalFold fold = new IncrementalFold();
  private final StandingStories standing = new StandingStories();
  private Pulse last;
  private long heard;
  private boolean changed = true;
  private long nextExpiry = Long.MAX_VALUE;

  private LiveFold(
      PublishCalendar calendar,
      Lateness lateness,
      Duration retention,
      LiveTables tables,
      Pulse last) {
    this.lateness = lateness;
    this.retention = retention.toMillis();
    this.tables = tables;
    this.last = last;
    this.heard = last.getHeard();
    this.ledger = new LiveLedger(tables.ledger(), totals, this.retention);
    this.copies = new LiveCopies(tables.copies());
    this.windows = new LiveWindows(calendar, tables);
    totals.resume(last.getTotals());
    for (Remembered member : tables.members().rows().values()) {
      remember(member);
    }
  }

  /**
   * Resumes from tables and sums as they were saved; from empty ones, begins.
   *
   * @param retention how long the stream runs on before it forgets a story of which no capture
   *     comes any more, and closes a window that nothing touches
   * @param last the last pulse; {@link #first} where there was none
   */
  public static LiveFold resume(
      PublishCalendar calendar,
      Lateness lateness,
      Duration retention,
      LiveTables tables,
      Pulse last) {
    return new LiveFold(calendar, lateness, retention, tables, last);
  }

  /** The pulse before the first firing. */
  public static Pulse first() {
    return Pulse.newBuilder()
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
  public Pulse pulse() {
    return Pulse.newBuilder(last).setTotals(totals.all()).setHeard(heard).build();
  }

  /** Takes in a capture that could be parsed, without its text ({@link BareCaptures}). */
  @SuppressWarnings("ReferenceEquality") // a merge keeps one of the two articles, as it is
  public void capture(RecaptureGroup one) {
    changed = true;
    heard++;
    Article article = one.getLatest();
    String file = article.getOrigin().getFile();
    Remembered known = tables.members().get(article.getId());
    Optional<Remembered> added = Deliveries.add(known, one, last.getRanFor());
    if (added.isEmpty()) {
      enter(Ledger.of(file).setSkips(Map.of(REDELIVERED, 1L)).build());
      return;
    }
    Remembered now = added.get();
    Article before = known == null ? null : known.getGroup().getLatest();
    enter(Ledger.parsed(file));
    if (now.getGroup().getLatest() == article) {
      enter(Ledger.won(file));
      if (before != null) {
        enter(Ledger.lost(before.getOrigin().getFile()));
      }
    }
    if (before != null) {
      windows.touch(before);
      leave(before);
    }
    put(
        now,
        before == null ? null : before.getStoryId(),
        before == null ? null : before.getCrossPostRelation(),
        now.getLate(),
        true);
    totals.count("undated", undated(now.getGroup().getLatest()) - undated(before));
    remember(now);
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
    fold.put(FoldMember.of(article).withoutStory());
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
    Remembered now = new Remembered();
    now.setGroup(group);
    now.setSeen(member.getSeen());
    now.setSeenAt(member.getSeenAt());
    now.setLate(late);
    now.setCaptured(captured);
    tables.members().put(article.getId(), now);
    windows.touch(article);
  }

  /**
   * Says what has changed since the last firing, or nothing if nothing has.
   *
   * @param now goes into the pulse, and into nothing else
   * @param elapsed milliseconds that the stream has run since the last firing
   */
  public Optional<Firing> fire(Instant now, long elapsed) {
    long ran = last.getRanFor() + elapsed;
    last = Pulse.newBuilder(last).setRanFor(ran).build();
    if (!changed && ran <= nextExpiry) {
      return Optional.empty();
    }
    Draft draft = new Draft(last.getRevision() + 1, ran);
    draft.tell(fold.update());
    draft.aggregates.addAll(windows.count(this::counted, draft.revision, ran));
    standing.unseenSince(ran - retention).forEach(draft::forget);
    List<InputFile> rows = ledger.publish(draft.revision);
    long oldest =
        Math.min(
            standing.longestUnseen(),
            Math.min(windows.close(ran - retention), ledger.forget(ran - retention)));
    nextExpiry = saturated(oldest, retention);
    changed = false;
    last = draft.pulse(now, rows.size());
    return Optional.of(
        new Firing(
            draft.placements,
            draft.stories,
            draft.copies,
            draft.aggregates,
            draft.late,
            rows,
            last));
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

    /** Takes in the stories that were made anew, under the ids of their canonical articles. */
    private void tell(IncrementalFold.Change made) {
      StoryIds ids =
          StoryIds.of(made.stories(), LiveFold.this::placeOf, id -> tables.stories().has(id));
      for (StoryIds.Withdrawn gone : ids.withdrawn()) {
        standing.remove(gone.id());
        tables.stories().remove(gone.id());
        totals.count("stories", -1);
        stories.add(withdrawn(gone));
      }
      for (Fold.Folded one : made.folded()) {
        String id = ids.of(one.story().getId());
        Story story = Story.newBuilder(one.story()).setId(id).build();
        place(story);
        tell(story);
        copies.addAll(LiveFold.this.copies.change(story, one.copies(), revision));
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
      stand(story);
      long digest = RecordDigests.of(story);
      Long before = tables.stories().get(story.getId());
      totals.count("stories", before == null ? 1 : 0);
      if (before == null || before != digest) {
        tables.stories().put(story.getId(), digest);
        stories.add(Story.newBuilder(story).setRevision(revision).build());
      }
    }

    private void stand(Story story) {
      List<String> ids = story.getMembers().stream().map(StoryMember::getArticleId).toList();
      long seenAt = ids.stream().mapToLong(id -> member(id).getSeenAt()).max().orElse(ran);
      standing.put(story.getId(), seenAt, ids);
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

    /** Forgets a story, of which no capture has come for the retention. */
    private void forget(String story) {
      List<Remembered> members =
          standing.remove(story).stream().map(LiveFold.this::member).toList();
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
        LiveFold.this.copies.forget(article.getId());
        fold.remove(article.getId());
        tables.members().remove(article.getId());
        placements.add(
            placement(
                member.getGroup(),
                story,
                Objects.requireNonNull(article.getCrossPostRelation()),
                true));
      }
    }

    private Pulse pulse(Instant now, int ledgerRows) {
      SortedMap<String, Long> written = new TreeMap<>(last.getWritten());
      long placed = placements.stream().filter(place -> !place.getLast()).count();
      written.merge("articles", placed, Long::sum);
      written.merge("stories", (long) stories.size(), Long::sum);
      written.merge("copies", (long) copies.size(), Long::sum);
      written.merge("aggregates", (long) aggregates.size(), Long::sum);
      written.merge("late", (long) late.size(), Long::sum);
      written.merge("ledger", (long) ledgerRows, Long::sum);
      // They do not pass through here, but are told of here, each once.
      written.put("rejections", totals.get("rejections"));
      return Pulse.newBuilder()
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
