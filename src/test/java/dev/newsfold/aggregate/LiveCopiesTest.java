package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveCopiesTest {
  private final WriteBackMap<Copy> standing = new WriteBackMap<>();
  private final LiveCopies copies = new LiveCopies(standing);

  @Test
  void onlyWhatChangesIsSaidAgain() {
    List<Copy> first = change(1, "s", List.of("a", "b", "c"), copy("b", "a"), copy("c", "a"));
    assertThat(said(first), contains("b<a s 1", "c<a s 1"));
    assertThat(change(2, "s", List.of("a", "b", "c"), copy("b", "a"), copy("c", "a")), empty());
    List<Copy> third = change(3, "s", List.of("a", "b", "c"), copy("b", "a"), copy("c", "b"));
    assertThat(said(third), contains("c<b s 3"));
  }

  @Test
  void anArticleThatIsCanonicalNowCopiesNone() {
    change(1, "s", List.of("a", "b"), copy("b", "a"));
    List<Copy> now = change(2, "s", List.of("b", "a"), copy("a", "b"));
    assertThat(said(now), contains("b<a s 2 withdrawn", "a<b s 2"));
    assertThat(
        "it may copy again",
        said(change(3, "s", List.of("a", "b"), copy("b", "a"))),
        contains("a<b s 3 withdrawn", "b<a s 3"));
  }

  @Test
  void anotherStoryIsAChange() {
    change(1, "s", List.of("a", "b"), copy("b", "a"));
    assertThat(said(change(2, "t", List.of("a", "b"), copy("b", "a"))), contains("b<a t 2"));
  }

  @Test
  void whatIsForgottenIsNotWithdrawn() {
    change(1, "s", List.of("a", "b"), copy("b", "a"));
    copies.forget("b");
    assertThat(standing.size(), equalTo(0));
    assertThat(change(2, "b", List.of("b")), empty());
  }

  private List<Copy> change(int revision, String story, List<String> articles, Copy... known) {
    return copies.change(story(story, articles), List.of(known), revision);
  }

  private static List<String> said(List<Copy> copies) {
    return copies.stream()
        .map(
            copy ->
                copy.getArticleId()
                    + '<'
                    + copy.getOriginalId()
                    + ' '
                    + copy.getStoryId()
                    + ' '
                    + copy.getRevision()
                    + (copy.getWithdrawn() ? " withdrawn" : ""))
        .toList();
  }

  private static Copy copy(String article, String original) {
    return Copy.newBuilder()
        .setArticleId(article)
        .setUrl("")
        .setSite("")
        .setHeadline("")
        .setOriginalId(original)
        .setOriginalSite("")
        .setStoryId("as folded")
        .setWhy(CopyReason.NEAREST_EARLIER)
        .build();
  }

  private static Story story(String id, List<String> articles) {
    List<StoryMember> members = new ArrayList<>();
    for (String article : articles) {
      members.add(
          StoryMember.newBuilder()
              .setArticleId(article)
              .setUrl("")
              .setSite("")
              .setHeadline("")
              .setRelation(members.isEmpty() ? Relation.ORIGINAL : Relation.COPY)
              .setSimilarity(1)
              .build());
    }
    return Story.newBuilder()
        .setId(id)
        .setHeadline("")
        .setCanonicalArticleId(articles.get(0))
        .setMembers(members)
        .setSiteCount(1)
        .build();
  }
}
