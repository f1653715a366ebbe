package dev.newsfold.dedupe;

import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A story that grows, article by article. Others verify against two of them only, so that it cannot
 * drift: the canonical article, and the hub.
 */
final class StoryDraft {
  /** A text this much longer shows more of the story. */
  private static final double FULLER = 1.2;

  private final Verified canonical;
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable Verified hub;

  StoryDraft(Verified canonical) {
    this.canonical = canonical;
    entries.add(
        new Entry(
            canonical.member(),
            MatchResult.accept(Relation.ORIGINAL, 1, "first in the canonical order")));
  }

  Verified canonical() {
    return canonical;
  }

  /**
   * The second article that others may verify against; null if there is none. See {@link #isHub}.
   */
  @Nullable Verified hub() {
    return hub;
  }

  /** Whether nothing has joined it. */
  boolean alone() {
    return entries.size() == 1;
  }

  /**
   * Adds an article that verified.
   *
   * @return whether it became the hub
   */
  boolean add(Verified article, MatchResult judgement) {
    entries.add(new Entry(article.member(), judgement));
    if (hub == null && isHub(canonical, article)) {
      hub = article;
      return true;
    }
    return false;
  }

  /**
   * Whether an article may join by this judgement. One that joins by its headline alone must not
   * have another body than the hub.
   *
   * @param verifies whether the article verifies against another
   */
  boolean takes(Verified article, MatchResult judgement, Predicate<Verified> verifies) {
    boolean byBody = judgement.relation() != Relation.HEADLINE_ONLY;
    return byBody || hub == null || hub.broken() || article.broken() || verifies.test(hub);
  }

  /**
   * Whether an article shows more of a story than the canonical one, which is an abridgement or has
   * no body; or, where neither has a body, bears a shorter headline, with less around it. The first
   * such article to join is the hub.
   */
  static boolean isHub(Verified canonical, Verified article) {
    if (!article.broken()) {
      return canonical.broken() || article.shingles() > FULLER * canonical.shingles();
    }
    return canonical.broken() && article.headlineLength() < canonical.headlineLength();
  }

  /**
   * The story. Its id is the first that a member had in an earlier run, in the canonical order,
   * unless an earlier story of the component kept it; else the canonical article's.
   *
   * @param kept ids that are given away; this one is added
   */
  Story story(Set<String> kept) {
    entries
        .subList(1, entries.size())
        .sort((a, b) -> CanonicalOrder.PLAIN.compare(a.member, b.member));
    TreeSet<String> sites = new TreeSet<>();
    List<StoryMember> members = new ArrayList<>();
    String id = null;
    Instant first = null;
    Instant last = null;
    LocalDate firstDay = null;
    for (Entry entry : entries) {
      sites.add(entry.member.site());
      members.add(entry.row());
      String known = entry.member.storyId();
      id = id == null && known != null && !kept.contains(known) ? known : id;
      Instant at = entry.member.publishedAt();
      if (at != null && (first == null || at.isBefore(first))) {
        first = at;
        firstDay = entry.member.publishDay();
      }
      last = Instants.later(last, at);
    }
    String settled = id == null ? canonical.member().id() : id;
    kept.add(settled);
    return Story.newBuilder()
        .setId(settled)
        .setHeadline(canonical.member().headline())
        .setCanonicalArticleId(canonical.member().id())
        .setFirstPublishedAt(first)
        .setFirstPublishDay(firstDay)
        .setLastPublishedAt(last)
        .setMembers(members)
        .setSiteCount(sites.size())
        .build();
  }

  private record Entry(FoldMember member, MatchResult judgement) {
    StoryMember row() {
      return StoryMember.newBuilder()
          .setArticleId(member.id())
          .setUrl(member.url())
          .setSite(member.site())
          .setSource(member.source())
          .setHeadline(member.headline())
          .setPublishedAt(member.publishedAt())
          .setPublishDay(member.publishDay())
          .setRelation(Objects.requireNonNull(judgement.relation()))
          .setSimilarity(judgement.similarity())
          .setEvidence(judgement.evidence())
          .build();
    }
  }
}
