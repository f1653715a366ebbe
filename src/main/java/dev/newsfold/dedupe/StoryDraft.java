package dev.newsfold.dedupe;

import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** A story in the making: its canonical article, and those that have joined it. */
final class StoryDraft {
  private final Profile canonical;
  private final List<StoryMember> others = new ArrayList<>();
  private final List<FoldMember> members = new ArrayList<>();

  StoryDraft(Profile canonical) {
    this.canonical = canonical;
    members.add(canonical.member());
  }

  /** Adds an article that verified, against the canonical one or a hub. */
  void add(Profile article, MatchResult match) {
    members.add(article.member());
    others.add(
        row(
            article.member(),
            Objects.requireNonNull(match.relation()),
            similarity(article, match),
            match.evidence()));
  }

  /** The story, named by its canonical article, and who copied whom in it. */
  Fold.Folded folded(CorpusStatistics statistics) {
    Story story = story();
    if (others.isEmpty()) {
      return new Fold.Folded(story, List.of());
    }
    Map<String, FoldMember> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    return new Fold.Folded(
        story, Copies.of(story, byId, source -> CanonicalOrder.sitesNamed(source, statistics)));
  }

  private Story story() {
    TreeSet<String> sites = new TreeSet<>();
    Instant first = null;
    Instant last = null;
    LocalDate firstDay = null;
    members.subList(1, members.size()).sort(CanonicalOrder.PLAIN);
    for (FoldMember member : members) {
      sites.add(member.outlet());
      Instant at = member.publishedAt();
      if (at != null && (first == null || at.isBefore(first))) {
        first = at;
        firstDay = member.publishDay();
      }
      last = Instants.later(last, at);
    }
    FoldMember canonicalMember = canonical.member();
    return Story.newBuilder()
        .setId(canonicalMember.id())
        .setHeadline(canonicalMember.headline())
        .setCanonicalArticleId(canonicalMember.id())
        .setCanonicalIsGuess(!others.isEmpty() && canonicalMember.publishedAt() == null)
        .setFirstPublishedAt(first)
        .setFirstPublishDay(firstDay)
        .setLastPublishedAt(last)
        .setMembers(rows())
        .setSiteCount(sites.size())
        .build();
  }

  /** The members' rows in the order of {@link #members}. */
  private List<StoryMember> rows() {
    List<StoryMember> rows = new ArrayList<>(members.size());
    Map<String, StoryMember> byId = new HashMap<>();
    others.forEach(row -> byId.put(row.getArticleId(), row));
    rows.add(row(canonical.member(), Relation.ORIGINAL, 1, "first in the canonical order"));
    for (FoldMember member : members.subList(1, members.size())) {
      rows.add(Objects.requireNonNull(byId.get(member.id())));
    }
    return rows;
  }

  /** How alike an article and the canonical one are, also where a hub has brought it here. */
  private double similarity(Profile article, MatchResult match) {
    if (canonical.broken() || article.broken()) {
      return match.similarity();
    }
    Sketch.Overlap overlap = canonical.sketch().overlap(article.sketch());
    return match.relation() == Relation.ABRIDGED
        ? Math.max(overlap.leftInRight(), overlap.rightInLeft())
        : overlap.jaccard();
  }

  private StoryMember row(
      FoldMember member, Relation relation, double similarity, String evidence) {
    Sketch own = member.sketch();
    return StoryMember.newBuilder()
        .setArticleId(member.id())
        .setUrl(member.url())
        .setSite(member.site())
        .setSource(member.source())
        .setHeadline(member.headline())
        .setPublishedAt(member.publishedAt())
        .setPublishDay(member.publishDay())
        .setRelation(relation)
        .setSimilarity(similarity)
        .setFuller(
            relation == Relation.ABRIDGED ? own.shingles() > canonical.sketch().shingles() : null)
        .setEvidence(evidence)
        .build();
  }
}
