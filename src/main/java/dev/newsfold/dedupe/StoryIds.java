package dev.newsfold.dedupe;

import dev.newsfold.records.Story;
import dev.newsfold.records.StoryIdClaim;
import dev.newsfold.records.StoryMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives ids to stories that were folded anew, by {@link StoryIdAssignment}: where their articles
 * were in stories before, those go on. It takes all stories that hold an article of one of those
 * earlier stories at once; of other stories it need only know which ids they have.
 *
 * <p>Time grows with the number of articles in the stories that were folded anew.
 */
public final class StoryIds {
  /**
   * The story that an article was in.
   *
   * @param story its id
   * @param canonical whether the article was its canonical one
   */
  public record Place(String story, boolean canonical) {}

  /**
   * An id that no story bears any more.
   *
   * @param canonical the canonical article of the story that bore it; null if that is gone
   * @param successor the story which that article is in now; null if there is none
   */
  public record Withdrawn(String id, @Nullable String canonical, @Nullable String successor) {}

  private final Map<String, String> ids = new TreeMap<>();
  private final Map<String, Withdrawn> withdrawn = new TreeMap<>();

  private StoryIds() {}

  /**
   * Names stories.
   *
   * @param stories under the ids of their canonical articles
   * @param before where an article was; null if it is new
   * @param taken whether a story that is not among those that articles were in bears an id
   */
  public static StoryIds of(
      Collection<Story> stories,
      Function<String, @Nullable Place> before,
      Predicate<String> taken) {
    StoryIds named = new StoryIds();
    Map<String, Withdrawn> earlier = new TreeMap<>();
    Map<String, StoryIdClaim> claims = new TreeMap<>();
    for (Story story : stories) {
      for (StoryMember member : story.getMembers()) {
        String id = member.getArticleId();
        Place place = before.apply(id);
        if (place != null) {
          StoryIdClaim claim = StoryIdAssignment.byArticle(story.getId(), place.story(), id);
          claims.merge(StoryIdAssignment.keyOf(claim), claim, StoryIdAssignment::plus);
          earlier.merge(
              place.story(),
              new Withdrawn(
                  place.story(),
                  place.canonical() ? id : null,
                  place.canonical() ? story.getId() : null),
              (a, b) -> a.canonical() == null ? b : a);
        }
      }
    }
    Predicate<String> elsewhere = id -> !earlier.containsKey(id) && taken.test(id);
    named.name(stories, claims.values(), elsewhere);
    named.withdraw(earlier.values());
    return named;
  }

  private void name(
      Collection<Story> stories, Collection<StoryIdClaim> claims, Predicate<String> elsewhere) {
    Map<String, List<StoryIdClaim>> byEarlier = new TreeMap<>();
    claims.forEach(
        claim -> byEarlier.computeIfAbsent(claim.getEarlier(), k -> new ArrayList<>()).add(claim));
    for (Story story : stories) {
      for (StoryIdClaim wish : StoryIdAssignment.byName(story.getId())) {
        if (!elsewhere.test(wish.getEarlier())) {
          byEarlier.computeIfAbsent(wish.getEarlier(), k -> new ArrayList<>()).add(wish);
        }
      }
    }
    Map<String, List<StoryIdClaim>> granted = new TreeMap<>();
    for (List<StoryIdClaim> some : byEarlier.values()) {
      StoryIdClaim heir = StoryIdAssignment.heir(some);
      granted.computeIfAbsent(heir.getStory(), k -> new ArrayList<>()).add(heir);
    }
    granted.forEach((story, some) -> ids.put(story, StoryIdAssignment.idOf(story, some)));
    Set<String> used = new HashSet<>(ids.values());
    for (Story story : stories) {
      if (!ids.containsKey(story.getId())) {
        String id = StoryIdAssignment.idOf(story.getId(), List.of());
        while (elsewhere.test(id) || !used.add(id)) {
          id = StoryIdAssignment.idOf(id, List.of());
        }
        ids.put(story.getId(), id);
      }
    }
  }

  private void withdraw(Collection<Withdrawn> earlier) {
    Set<String> standing = new HashSet<>(ids.values());
    for (Withdrawn story : earlier) {
      if (!standing.contains(story.id())) {
        String now = story.successor();
        withdrawn.put(
            story.id(),
            new Withdrawn(story.id(), story.canonical(), now == null ? null : ids.get(now)));
      }
    }
  }

  /** The id of a story by that of its canonical article. */
  public String of(String canonical) {
    return Objects.requireNonNull(ids.get(canonical), canonical);
  }

  /** The ids that end, in their order. */
  public Collection<Withdrawn> withdrawn() {
    return withdrawn.values();
  }
}
