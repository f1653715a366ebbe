package dev.newsfold.aggregate;

import dev.newsfold.dedupe.Instants;
import dev.newsfold.dedupe.SortedSets;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.StoryTally;
import dev.newsfold.records.TopStory;
import dev.newsfold.records.WindowTally;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Counts that merge in any order and grouping. An article counts towards its story, a story towards
 * its window: in two steps, so that a window of a million articles is never in one place.
 */
public final class Tallies {
  /** How many stories a row names as its widest carried. */
  public static final int TOP_STORIES = 10;

  private static final Comparator<TopStory> WIDEST_FIRST =
      Comparator.comparingInt(TopStory::getSites)
          .thenComparingInt(TopStory::getArticles)
          .reversed()
          // Ahead of the id, which says in which order captures came.
          .thenComparing(TopStory::getHeadline)
          .thenComparing(TopStory::getStoryId);

  private Tallies() {}

  /**
   * The tally of one article.
   *
   * @param article dated; one that was never folded is a story of its own
   */
  public static StoryTally of(Article article) {
    String storyId = article.getStoryId();
    return StoryTally.newBuilder()
        .setStoryId(storyId == null ? article.getId() : storyId)
        .setCaptures(article.getCaptures())
        .setArticles(1)
        .setSites(SortedSets.ofName(article.getSite()))
        .setFirstPublishedAt(article.getPublishedAt())
        .setLastPublishedAt(article.getPublishedAt())
        .setFirstArticleId(article.getId())
        .setHeadline(article.getHeadline())
        .build();
  }

  /** The tally of two sets of articles of one story. */
  public static StoryTally merge(StoryTally a, StoryTally b) {
    StoryTally first = FIRST.compare(a, b) <= 0 ? a : b;
    return StoryTally.newBuilder()
        .setStoryId(a.getStoryId())
        .setCaptures(a.getCaptures() + b.getCaptures())
        .setArticles(a.getArticles() + b.getArticles())
        .setSites(SortedSets.union(a.getSites(), b.getSites()))
        .setFirstPublishedAt(first.getFirstPublishedAt())
        .setLastPublishedAt(Instants.later(a.getLastPublishedAt(), b.getLastPublishedAt()))
        .setFirstArticleId(first.getFirstArticleId())
        .setHeadline(first.getHeadline())
        .build();
  }

  private static final Comparator<StoryTally> FIRST =
      Comparator.comparing(StoryTally::getFirstPublishedAt)
          .thenComparing(StoryTally::getFirstArticleId)
          .thenComparing(StoryTally::getHeadline);

  /** The tally of no story. */
  public static WindowTally empty() {
    return WindowTally.newBuilder()
        .setCaptures(0)
        .setArticles(0)
        .setStories(0)
        .setSites(List.of())
        .setTopStories(List.of())
        .build();
  }

  /**
   * The sum of one tally or more. They are merged by halves: one by one, every merge would copy all
   * the sites so far.
   */
  static <T> T sum(List<T> tallies, BinaryOperator<T> merge) {
    int half = tallies.size() / 2;
    return half == 0
        ? tallies.get(0)
        : merge.apply(
            sum(tallies.subList(0, half), merge),
            sum(tallies.subList(half, tallies.size()), merge));
  }

  /** The tally of one story. */
  public static WindowTally of(StoryTally story) {
    return WindowTally.newBuilder()
        .setCaptures(story.getCaptures())
        .setArticles(story.getArticles())
        .setStories(1)
        .setSites(story.getSites())
        .setFirstPublishedAt(story.getFirstPublishedAt())
        .setLastPublishedAt(story.getLastPublishedAt())
        .setTopStories(story.getArticles() > 1 ? List.of(top(story)) : List.of())
        .build();
  }

  /** The tally of two sets of different stories. */
  public static WindowTally merge(WindowTally a, WindowTally b) {
    return WindowTally.newBuilder()
        .setCaptures(a.getCaptures() + b.getCaptures())
        .setArticles(a.getArticles() + b.getArticles())
        .setStories(a.getStories() + b.getStories())
        .setSites(SortedSets.union(a.getSites(), b.getSites()))
        .setFirstPublishedAt(Instants.earlier(a.getFirstPublishedAt(), b.getFirstPublishedAt()))
        .setLastPublishedAt(Instants.later(a.getLastPublishedAt(), b.getLastPublishedAt()))
        .setTopStories(
            Stream.concat(a.getTopStories().stream(), b.getTopStories().stream())
                .sorted(WIDEST_FIRST)
                .limit(TOP_STORIES)
                .toList())
        .build();
  }

  /** The row of a window, as it is published. */
  public static DailyAggregate aggregate(
      PublishCalendar calendar, PublishCalendar.Span span, Dimensions.Row row, WindowTally tally) {
    return DailyAggregate.newBuilder()
        .setDay(calendar.dayOf(span.start()))
        .setWindow(calendar.length().iso())
        .setWindowStart(span.start())
        .setWindowEnd(span.end())
        .setZone(calendar.zone().getId())
        .setDimension(row.dimension())
        .setKey(row.key())
        .setCaptures(tally.getCaptures())
        .setArticles(tally.getArticles())
        .setStories(tally.getStories())
        .setCrossPosts(tally.getArticles() - tally.getStories())
        .setSites(tally.getSites().size())
        .setFirstPublishedAt(tally.getFirstPublishedAt())
        .setLastPublishedAt(tally.getLastPublishedAt())
        .setTopStories(tally.getTopStories())
        .build();
  }

  private static TopStory top(StoryTally story) {
    return TopStory.newBuilder()
        .setStoryId(story.getStoryId())
        .setHeadline(story.getHeadline())
        .setSites(story.getSites().size())
        .setArticles(Math.toIntExact(story.getArticles()))
        .build();
  }
}
