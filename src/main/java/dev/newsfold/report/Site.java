package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Headline;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a report are made of: everything that was counted of a run, and those of its
 * records that have a page or a row.
 *
 * @param run the figures of the first page
 * @param counts articles and stories, counted over stories
 * @param stories those that have a page, by id, widest first
 * @param articles those that have a page, by id
 * @param dayOnly ids of articles of which no more than the day is known
 * @param keys values of dimensions that have a page, with their articles, largest first
 * @param headlines those that no captured article carries, seen on most pages first
 * @param rejections the first few for each reason
 * @param files the ledger's rows that need a look, worst first
 */
record Site(
    RunReport run,
    StoryPass counts,
    Map<String, Story> stories,
    Map<String, Article> articles,
    IdSet dayOnly,
    Map<Dimension, List<KeyTotal>> keys,
    Listings listings,
    Timeline timeline,
    Copying copying,
    Concentration concentration,
    VersionPass versions,
    FieldRates rates,
    List<Headline> headlines,
    SortedMap<Reason, List<Rejection>> rejections,
    List<InputFile> files)
    implements Links {

  ZoneId zone() {
    return run.facts().zone();
  }

  /** Articles of the run. */
  long articleCount() {
    return counts.articleCount();
  }

  @Override
  public @Nullable String story(@Nullable String id) {
    return id != null && stories.containsKey(id) ? PageNames.story(id) : null;
  }

  @Override
  public @Nullable String article(@Nullable String id) {
    return id != null && articles.containsKey(id) ? PageNames.article(id) : null;
  }

  @Override
  public @Nullable String key(Dimension dimension, @Nullable String key) {
    String value = key == null ? "" : key;
    Listing listing = listings.of(dimension, value);
    return listing == null || listing.articles() == 0 ? null : listing.page();
  }

  @Override
  public @Nullable String period(@Nullable LocalDate day) {
    if (day == null) {
      return PageNames.undated();
    }
    Listing listing = listings.periods().get(timeline.grain().floor(day));
    return listing == null ? null : listing.page();
  }

  /** Whether a member's publish time is known to the minute. */
  boolean isExact(StoryMember member) {
    return member.getPublishedAt() != null && !dayOnly.contains(member.getArticleId());
  }
}
