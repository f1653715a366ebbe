package dev.newsfold.aggregate;

import dev.newsfold.dedupe.StoryIds;
import dev.newsfold.records.Article;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Remembered;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The articles that a stream remembers, each in its place, and counted in its window and file. */
final class LiveMembers {
  private final WriteBackMap<Remembered> table;
  private final LiveWindows windows;
  private final LiveLedger ledger;

  /** Those of a table as it was saved. */
  LiveMembers(WriteBackMap<Remembered> table, LiveWindows windows, LiveLedger ledger) {
    this.table = table;
    this.windows = windows;
    this.ledger = ledger;
    table.rows().values().forEach(this::enter);
  }

  /** The article of that id; null for one that is not remembered. */
  @Nullable Remembered find(String id) {
    return table.get(id);
  }

  /** An article that is remembered. */
  Remembered get(String id) {
    return Objects.requireNonNull(table.get(id));
  }

  /** An article as it is counted, with its number of captures; null for one that is late. */
  @Nullable Article counted(String id) {
    Remembered member = table.get(id);
    return member == null || member.getLate() ? null : member.getGroup().getLatest();
  }

  /** The story that an article was last said to be in; null for none. */
  StoryIds.@Nullable Place placeOf(String id) {
    Article latest = get(id).getGroup().getLatest();
    String story = latest.getStoryId();
    return story == null
        ? null
        : new StoryIds.Place(story, latest.getCrossPostRelation() == Relation.ORIGINAL);
  }

  /** Counts an article as what its address stands for. */
  void enter(Remembered member) {
    Article article = member.getGroup().getLatest();
    windows.enter(article);
    ledger.hold(article.getOrigin().getFile());
  }

  /** The article is no more what its address stands for, or is about to be forgotten. */
  void leave(Article article) {
    windows.leave(article);
    ledger.release(article.getOrigin().getFile());
  }

  /** Forgets an article. */
  void forget(Article article) {
    leave(article);
    table.remove(article.getId());
  }

  /** Puts an article in its place; null for none yet. */
  void put(
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
    table.put(article.getId(), now);
    windows.touch(article);
  }
}
