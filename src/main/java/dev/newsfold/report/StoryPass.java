package dev.newsfold.report;

import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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

  /** Of stories with more members than are shown, how many they have. */
  private final Map<String, Integer> memberCounts = new HashMap<>();

  private long articles;
  private long stories;
  private long shared;

  StoryPass(Limits limits) {
    pages = limits.pages();
    wide =
        new TopList<>(
            Comparator.comparingInt(Story::getSiteCount)
                .thenComparingLong(this::size)
                .reversed()
                .thenComparing(Story::getId),
            pages);
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
      if (members.size() > Limits.MEMBERS) {
        // A story may have any number of members; of those that are not shown no more is kept.
        memberCounts.put(story.getId(), members.size());
        story.setMembers(shown(members));
      }
      wide.offer(story);
    } else {
      single.offer(story);
    }
  }

  /** The first members, and the one that was published last: what is told of a story needs both. */
  private static List<StoryMember> shown(List<StoryMember> members) {
    List<StoryMember> first = members.subList(0, Limits.MEMBERS);
    StoryMember last =
        Collections.max(
            members,
            Comparator.comparing(
                StoryMember::getPublishedAt, Comparator.nullsFirst(Comparator.naturalOrder())));
    List<StoryMember> shown = new ArrayList<>(first);
    if (!shown.contains(last)) {
      shown.add(last);
    }
    return shown;
  }

  /** How many members a story has, of which not all may have been kept. */
  long size(Story story) {
    return memberCounts.getOrDefault(story.getId(), story.getMembers().size());
  }

  /** Sites that have articles; an article without an address is of none. */
  int siteCount() {
    return sites.keys().size() - (sites.keys().contains("") ? 1 : 0);
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
