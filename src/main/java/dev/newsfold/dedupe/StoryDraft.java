package dev.newsfold.dedupe;

import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** A story in the making: its canonical article, and those that have joined it. */
final class StoryDraft {
  private final Profile canonical;
  private final List<Entry> entries = new ArrayList<>();

  /** An article, and what the story says of it. */
  private record Entry(FoldMember member, StoryMember row) {}

  StoryDraft(Profile canonical) {
    this.canonical = canonical;
    enter(canonical.member(), Relation.ORIGINAL, 1, "first in the canonical order");
  }

  /** Adds an article that verified, against the canonical one or a hub. */
  void add(Profile article, MatchResult match) {
    enter(
        article.member(),
        Objects.requireNonNull(match.relation()),
        similarity(article, match),
        match.evidence());
  }

  private void enter(FoldMember member, Relation relation, double similarity, String evidence) {
    entries.add(new Entry(member, row(member, relation, similarity, evidence)));
  }

  /** The story, named by its canonical article, and who copied whom in it. */
  Fold.Folded folded(CorpusStatistics statistics) {
    Story story = story();
    if (entries.size() == 1) {
      return new Fold.Folded(story, List.of());
    }
    Map<String, FoldMember> byId = new HashMap<>();
    entries.forEach(entry -> byId.put(entry.member.id(), entry.member));
    return new Fold.Folded(
        story, Copies.of(story, byId, source -> CanonicalOrder.sitesNamed(source, statistics)));
  }

  private Story story() {
    TreeSet<String> sites = new TreeSet<>();
    Instant first = null;
    Instant last = null;
    LocalDate firstDay = null;
    entries
        .subList(1, entries.size())
        .sort(Comparator.comparing(Entry::member, CanonicalOrder.PLAIN));
    for (Entry entry : entries) {
      FoldMember member = entry.member;
      if (!member.outlet().isEmpty()) {
        sites.add(member.outlet());
      }
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
        .setCanonicalIsGuess(entries.size() > 1 && canonicalMember.publishedAt() == null)
        .setFirstPublishedAt(first)
        .setFirstPublishDay(firstDay)
        .setLastPublishedAt(last)
        .setMembers(entries.stream().map(Entry::row).toList())
        .setSiteCount(sites.size())
        .build();
  }

  /** How alike an article and the canonical one are, also where a hub has brought it here. */
  private double similarity(Profile article, MatchResult match) {
    if (canonical.broken() || article.broken()) {
      return match.similarity();
    }
    SketchOverlap overlap = canonical.sketch().overlap(article.sketch());
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
