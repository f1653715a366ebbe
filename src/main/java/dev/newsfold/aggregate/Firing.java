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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A firing in the making: what is said of stories, and where articles are placed. */
final class Firing {
  private final int revision;
  private final long ran;
  private final Lateness lateness;
  private final LiveMembers members;
  private final WriteBackMap<Long> digests;
  private final LiveTotals totals;
  private final LiveCopies live;
  private final LiveWindows windows;
  private final List<Placement> placements = new ArrayList<>();
  private final List<Story> stories = new ArrayList<>();
  private final List<Copy> copies = new ArrayList<>();
  private final List<DailyAggregate> aggregates = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();

  /**
   * @param revision its number
   * @param ran how long the stream has run
   * @param digests of the stories, by their ids
   */
  Firing(
      int revision,
      long ran,
      Lateness lateness,
      LiveMembers members,
      WriteBackMap<Long> digests,
      LiveTotals totals,
      LiveCopies live,
      LiveWindows windows) {
    this.revision = revision;
    this.ran = ran;
    this.lateness = lateness;
    this.members = members;
    this.digests = digests;
    this.totals = totals;
    this.live = live;
    this.windows = windows;
  }

  /**
   * Names the stories that were made anew, and tells of them.
   *
   * @param captured ids of articles of which captures have come
   */
  void tell(List<Fold.Folded> folded, Set<String> captured) {
    StoryIds ids =
        StoryIds.of(
            folded.stream().map(Fold.Folded::story).toList(),
            members::placeOf,
            id -> digests.has(id));
    for (StoryIds.Withdrawn gone : ids.withdrawn()) {
      digests.remove(gone.id());
      totals.count("stories", -1);
      stories.add(withdrawn(gone));
    }
    for (Fold.Folded one : folded) {
      String id = ids.of(one.story().getId());
      Story story = Story.newBuilder(one.story()).setId(id).build();
      place(story);
      tell(story);
      copies.addAll(live.change(story, one.copies(), revision));
    }
    captured.forEach(this::placeAgain);
  }

  /** Places an article of which a capture has come that changes nothing of its story. */
  private void placeAgain(String id) {
    Remembered member = members.get(id);
    Article article = member.getGroup().getLatest();
    String story = article.getStoryId();
    Relation relation = article.getCrossPostRelation();
    if (member.getCaptured() && story != null && relation != null) {
      place(member, story, relation);
    }
  }

  private void place(Story story) {
    for (StoryMember row : story.getMembers()) {
      Remembered member = members.get(row.getArticleId());
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
    members.put(member, story, relation, tooLate.isPresent(), false);
    placements.add(placement(member.getGroup(), story, relation, false));
  }

  private Optional<Late> late(Article article) {
    Optional<Late> late = lateness.of(article);
    return late.isEmpty() && windows.closed(article) ? Optional.of(Lateness.closed(article)) : late;
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
    Long before = digests.get(story.getId());
    totals.count("stories", before == null ? 1 : 0);
    if (before == null || before != digest) {
      digests.put(story.getId(), digest);
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
  void forget(Story folded) {
    List<Remembered> gone =
        folded.getMembers().stream().map(row -> members.get(row.getArticleId())).toList();
    StoryIds.Place place = Objects.requireNonNull(members.placeOf(folded.getCanonicalArticleId()));
    String story = place.story();
    windows.settle(
        gone.stream()
            .filter(member -> !member.getLate())
            .map(member -> Recaptures.winner(member.getGroup()))
            .toList(),
        ran);
    digests.remove(story);
    for (Remembered member : gone) {
      Article article = member.getGroup().getLatest();
      members.forget(article);
      live.forget(article.getId());
      placements.add(
          placement(
              member.getGroup(),
              story,
              Objects.requireNonNull(article.getCrossPostRelation()),
              true));
    }
  }

  /** Counts anew the windows that were touched. */
  void count() {
    aggregates.addAll(windows.count(members::counted, revision, ran));
  }

  /**
   * All of it.
   *
   * @param last the progress before
   * @param heard how many captures were heard of
   */
  StreamUpdate update(StreamProgress last, long heard, List<InputFile> rows, List<Drift> drifted) {
    SortedMap<String, Long> written = new TreeMap<>(last.getWritten());
    long placed = placements.stream().filter(place -> !place.getLast()).count();
    written.merge("articles", placed, Long::sum);
    written.merge("stories", (long) stories.size(), Long::sum);
    written.merge("copies", (long) copies.size(), Long::sum);
    written.merge("aggregates", (long) aggregates.size(), Long::sum);
    written.merge("late", (long) late.size(), Long::sum);
    written.merge("ledger", (long) rows.size(), Long::sum);
    written.merge("drift", (long) drifted.size(), Long::sum);
    // They do not pass through here, but are told of here, each once.
    written.put("rejections", totals.get("rejections"));
    StreamProgress progress =
        StreamProgress.newBuilder()
            .setRevision(revision)
            .setFiredAt(last.getFiredAt())
            .setRanFor(ran)
            .setTotals(totals.all())
            .setHeard(heard)
            .setWritten(written)
            .build();
    return new StreamUpdate(placements, stories, copies, aggregates, late, rows, drifted, progress);
  }
}
