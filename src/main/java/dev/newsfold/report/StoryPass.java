package dev.newsfold.report;

import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The first pass, over stories: which of them, and which articles, have a page of their own. */
final class StoryPass {
  /** Latest first, undated ones last; then by id. */
  private static final Comparator<Story> LATEST_FIRST =
      Comparator.comparing(
              Story::getLastPublishedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .reversed()
          .thenComparing(Story::getId);

  private final int pages;
  private final TopList<Story> wide;
  private final TopList<Story> single;
  private final Tally<String> sites = new Tally<>(Limits.VALUES);
  private final Tally<String> sources = new Tally<>(Limits.VALUES);
  private final Map<Integer, Long> sizes = new TreeMap<>();
  private long articles;
  private long stories;
  private long shared;

  StoryPass(Limits limits) {
    pages = limits.pages();
    wide = new TopList<>(RunReport.WIDEST_FIRST, pages);
    single = new TopList<>(LATEST_FIRST, pages);
  }

  void add(Story story) {
    List<StoryMember> members = story.getMembers();
    if (members.isEmpty()) {
      return; // withdrawn
    }
    stories++;
    articles += members.size();
    for (StoryMember member : members) {
      sites.add(member.getSite());
      sources.add(member.getSource() == null ? "" : member.getSource());
    }
    sizes.merge(members.size(), 1L, Long::sum);
    if (members.size() > 1) {
      shared++;
      wide.offer(story);
    } else {
      single.offer(story);
    }
  }

  /** The stories of more than one article that have a page, widest first. */
  List<Story> stories() {
    return wide.items();
  }

  /** The ids of articles that have a page: the members of those stories first, then the latest. */
  Set<String> articles() {
    Set<String> chosen = new HashSet<>();
    for (Story story : wide.items()) {
      choose(chosen, story);
    }
    for (Story story : single.items()) {
      choose(chosen, story);
    }
    return chosen;
  }

  private void choose(Set<String> chosen, Story story) {
    story.getMembers().stream()
        .limit(Math.min(Limits.MEMBERS, pages - chosen.size()))
        .forEach(member -> chosen.add(member.getArticleId()));
  }

  Tally<String> sites() {
    return sites;
  }

  Tally<String> sources() {
    return sources;
  }

  long articleCount() {
    return articles;
  }

  long storyCount() {
    return stories;
  }

  /** Stories of more than one article. */
  long sharedCount() {
    return shared;
  }

  /** Number of members to how many stories have so many. */
  Map<Integer, Long> sizes() {
    return sizes;
  }
}
