package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

import dev.newsfold.dedupe.StoryIds;
import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ids given on many workers are those given in one place, and no two stories have one. */
class InheritIdsTest {
  private static final Map<String, Queue<Story>> NAMED = new ConcurrentHashMap<>();

  private final Map<String, StoryIds.Place> before = new TreeMap<>();

  @Test
  void anArticleThatHeadsNewStoriesWhileItsFormerOnesGoOnNamesEachDifferently() {
    Set<String> ids = new HashSet<>();
    ids.addAll(run("first", List.of("x a b")).values());
    ids.addAll(run("second", List.of("a b", "x c d")).values());
    ids.addAll(run("third", List.of("a b", "c d", "x e f")).values());
    Map<String, String> last = run("fourth", List.of("a b", "c d", "e f", "x"));
    ids.addAll(last.values());
    assertThat(last.values(), containsInAnyOrder(ids.toArray()));
    assertThat("four stories, four ids", ids.size() == 4);
  }

  @Test
  void idsAreThoseThatOnePlaceGives() {
    Random random = new Random(7);
    for (int round = 0; round < 6; round++) {
      Map<Integer, List<String>> drawn = new TreeMap<>();
      for (int i = 0; i < 30; i++) {
        if (random.nextInt(5) > 0) {
          drawn.computeIfAbsent(random.nextInt(8), k -> new ArrayList<>()).add("n" + i);
        }
      }
      run("any" + round, drawn.values().stream().map(ids -> String.join(" ", ids)).toList());
    }
  }

  /** The ids of stories by their canonical articles; they are where the articles are from then. */
  private Map<String, String> run(String name, List<String> drawn) {
    List<Story> stories = drawn.stream().map(InheritIdsTest::story).toList();
    List<Article> articles = new ArrayList<>();
    for (Story story : stories) {
      for (StoryMember member : story.getMembers()) {
        StoryIds.Place place = before.get(member.getArticleId());
        articles.add(article(member.getArticleId(), place == null ? null : place.story()));
      }
    }
    NAMED.put(name, new ConcurrentLinkedQueue<>());
    Pipeline pipeline = Pipeline.create();
    Coders.register(pipeline);
    pipeline
        .apply("Stories", Create.of(stories).withCoder(AvroCoder.specific(Story.class)))
        .apply(
            InheritIds.from(
                pipeline.apply(
                    "Articles", Create.of(articles).withCoder(AvroCoder.specific(Article.class))),
                Grouping.inShards(3)))
        .apply("Collect", ParDo.of(new CollectFn(name)));
    pipeline.run().waitUntilFinish();

    StoryIds inOnePlace = StoryIds.of(stories, before::get, id -> false);
    Map<String, String> ids = new TreeMap<>();
    for (Story story : NAMED.getOrDefault(name, new ConcurrentLinkedQueue<>())) {
      String canonical = story.getCanonicalArticleId();
      ids.put(canonical, story.getId());
      assertThat(name + " " + canonical, story.getId().equals(inOnePlace.of(canonical)));
      for (StoryMember member : story.getMembers()) {
        String id = member.getArticleId();
        before.put(id, new StoryIds.Place(story.getId(), id.equals(canonical)));
      }
    }
    assertThat(
        name, ids.size() == stories.size() && new HashSet<>(ids.values()).size() == ids.size());
    return ids;
  }

  private static final class CollectFn extends DoFn<Story, Void> {
    private final String name;

    private CollectFn(String name) {
      this.name = name;
    }

    @ProcessElement
    public void process(@Element Story story) {
      NAMED.getOrDefault(name, new ConcurrentLinkedQueue<>()).add(story);
    }
  }

  private static Article article(String id, @Nullable String story) {
    return Article.newBuilder()
        .setId(id)
        .setUrl("https://s.example/" + id)
        .setCanonicalUrl("https://s.example/" + id)
        .setSite("s.example")
        .setOrigin(Origin.newBuilder().setFile("f").build())
        .setPayloadDigest(id)
        .setHeadline(id)
        .setBody("")
        .setStoryId(story)
        .build();
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
              .setEvidence("")
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
