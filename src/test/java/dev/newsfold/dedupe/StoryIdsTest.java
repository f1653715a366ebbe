package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories are written here as the names of their articles, the canonical one first. */
class StoryIdsTest {
  private final Map<String, StoryIds.Place> before = new TreeMap<>();
  private final Set<String> standing = new HashSet<>();

  @Test
  void aNewStoryIsNamedByItsCanonicalArticle() {
    StoryIds ids = named("a b", "c");
    assertThat(ids.of("a"), equalTo("a"));
    assertThat(ids.of("c"), equalTo("c"));
    assertThat(ids.withdrawn(), empty());
  }

  @Test
  void anOriginalThatComesLateRenamesNothing() {
    keep("b c", "b");
    StoryIds ids = named("a b c");
    assertThat(ids.of("a"), equalTo("b"));
    assertThat(ids.withdrawn(), empty());
  }

  @Test
  void whatIsAbsorbedNamesItsSuccessor() {
    keep("a b c", "a");
    keep("d", "d");
    StoryIds ids = named("d a b c");
    assertThat("three articles against one", ids.of("d"), equalTo("a"));
    assertThat(ids.withdrawn(), contains(new StoryIds.Withdrawn("d", "d", "a")));
  }

  @Test
  void anIdThatWasWithdrawnComesBackWithItsArticle() {
    keep("a d", "a");
    StoryIds ids = named("a", "d");
    assertThat(ids.of("a"), equalTo("a"));
    assertThat(ids.of("d"), equalTo("d"));
    assertThat(ids.withdrawn(), empty());
  }

  @Test
  void whereTheCanonicalIsGoneThereIsNoSuccessor() {
    keep("a b c", "a");
    keep("e f", "x");
    before.remove("e");
    // Of the first story all have gone to the second, without its canonical article.
    before.remove("a");
    StoryIds ids = named("f b c");
    assertThat(ids.of("f"), equalTo("a"));
    assertThat(ids.withdrawn(), contains(new StoryIds.Withdrawn("x", null, null)));
  }

  @Test
  void aNameThatGoesOnElsewhereIsNotGivenTwice() {
    keep("a b c", "a");
    StoryIds split = named("a", "b c");
    assertThat("most of it", split.of("b"), equalTo("a"));
    assertThat(split.of("a"), not(equalTo("a")));

    // The same once the other story is not among those that are made anew.
    before.clear();
    standing.clear();
    standing.add("a");
    assertThat(named("a").of("a"), equalTo(split.of("a")));
    standing.add(split.of("a"));
    assertThat(standing.contains(named("a").of("a")), equalTo(false));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void idsStayUniqueHoweverStoriesSplitAndJoin(long seed) {
    Random random = new Random(seed);
    Map<String, List<String>> stories = new TreeMap<>(); // by their ids
    for (int round = 0; round < 200; round++) {
      // Some stories are torn apart and put together anew, with an article that is new.
      List<String> loose = new ArrayList<>(List.of("n" + random.nextInt(40)));
      stories.values().forEach(members -> loose.removeAll(members));
      for (String id : List.copyOf(stories.keySet())) {
        if (random.nextInt(3) == 0) {
          loose.addAll(stories.remove(id));
        }
      }
      standing.clear();
      standing.addAll(stories.keySet());
      Map<Integer, List<String>> drawn = new TreeMap<>();
      loose.stream()
          .sorted()
          .forEach(id -> drawn.computeIfAbsent(random.nextInt(6), k -> new ArrayList<>()).add(id));
      List<String> made = drawn.values().stream().map(ids -> String.join(" ", ids)).toList();
      Set<String> were = new HashSet<>();
      loose.forEach(
          id -> {
            StoryIds.Place place = before.get(id);
            if (place != null) {
              were.add(place.story());
            }
          });
      standing.addAll(were);
      StoryIds ids = named(made.toArray(new String[0]));
      standing.removeAll(were);
      ids.withdrawn().forEach(gone -> were.remove(gone.id()));
      for (String one : made) {
        List<String> members = List.of(one.split(" "));
        String id = ids.of(members.get(0));
        assertThat("round " + round + ": " + id, stories.put(id, members) == null);
        were.remove(id);
        members.forEach(
            member -> before.put(member, new StoryIds.Place(id, member.equals(members.get(0)))));
      }
      assertThat("each earlier id goes on or is withdrawn", were, empty());
    }
  }

  private StoryIds named(String... stories) {
    return StoryIds.of(
        List.of(stories).stream().map(StoryIdsTest::story).toList(),
        before::get,
        standing::contains);
  }

  private void keep(String story, String id) {
    standing.add(id);
    for (StoryMember member : story(story).getMembers()) {
      before.put(
          member.getArticleId(), new StoryIds.Place(id, member.getRelation() == Relation.ORIGINAL));
    }
  }

  private static Story story(String articles) {
    List<StoryMember> members = new ArrayList<>();
    for (String id : articles.split(" ")) {
      members.add(
          StoryMember.newBuilder()
              .setArticleId(id)
              .setUrl("")
              .setSite("")
              .setHeadline("")
              .setRelation(members.isEmpty() ? Relation.ORIGINAL : Relation.COPY)
              .setSimilarity(1)
              .build());
    }
    String canonical = members.get(0).getArticleId();
    return Story.newBuilder()
        .setId(canonical)
        .setHeadline("")
        .setCanonicalArticleId(canonical)
        .setMembers(members)
        .setSiteCount(1)
        .build();
  }
}
