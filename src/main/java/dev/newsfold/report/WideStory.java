package dev.newsfold.report;

import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as the report shows it: small, even if it has a hundred thousand members.
 *
 * @param id of the story
 * @param headline of its canonical article
 * @param sites number of different sites
 * @param articles number of members
 * @param first earliest publish time; null if all are undated
 * @param last latest publish time
 * @param siteNames the first sites in the order of the members
 * @param members the first members, the canonical article at the head
 */
public record WideStory(
    String id,
    String headline,
    int sites,
    int articles,
    @Nullable Instant first,
    @Nullable Instant last,
    List<String> siteNames,
    List<StoryMember> members) {

  /** Most sites first; then most articles; then by id. */
  public static final Comparator<WideStory> WIDEST_FIRST =
      Comparator.comparingInt(WideStory::sites)
          .thenComparingInt(WideStory::articles)
          .reversed()
          .thenComparing(WideStory::id);

  private static final int SITES_NAMED = 8;
  private static final int MEMBERS_SHOWN = 40;

  /** What the report needs of {@code story}. */
  public static WideStory of(Story story) {
    List<StoryMember> members = story.getMembers();
    return new WideStory(
        story.getId(),
        story.getHeadline(),
        story.getSiteCount(),
        members.size(),
        story.getFirstPublishedAt(),
        story.getLastPublishedAt(),
        members.stream().map(StoryMember::getSite).distinct().limit(SITES_NAMED).toList(),
        List.copyOf(members.subList(0, Math.min(MEMBERS_SHOWN, members.size()))));
  }
}
