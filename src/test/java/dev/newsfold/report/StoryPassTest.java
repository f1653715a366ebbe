package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryPassTest {
  private final StoryPass pass = new StoryPass(new Limits(10));

  @Test
  void ofAVeryWideStoryOnlyTheMembersThatAreShownAreKept() {
    pass.add(story("wide", 3 * Limits.MEMBERS));
    pass.add(story("wider", 4 * Limits.MEMBERS));
    pass.add(story("narrow", 2));
    Story wider = pass.stories().get(0);
    assertThat(wider.getId(), equalTo("wider"));
    assertThat(pass.stories().get(1).getId(), equalTo("wide"));
    assertThat(pass.size(wider), is(4L * Limits.MEMBERS));
    assertThat(pass.articleCount(), is(7L * Limits.MEMBERS + 2));
    assertThat(wider.getMembers().size(), is(Limits.MEMBERS + 1));
    assertThat(
        wider.getMembers().get(Limits.MEMBERS).getPublishedAt(),
        equalTo(Instant.ofEpochSecond(4L * Limits.MEMBERS - 1)));
  }

  @Test
  void articlesWithoutAnAddressAreOfNoSite() {
    pass.add(story("narrow", 2));
    assertThat(pass.siteCount(), is(1));
  }

  /** On one site, but for its first member, which has none. */
  private static Story story(String id, int size) {
    List<StoryMember> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(
          StoryMember.newBuilder()
              .setArticleId(id + i)
              .setUrl("")
              .setSite(i == 0 ? "" : "a")
              .setHeadline("")
              .setPublishedAt(Instant.ofEpochSecond(i))
              .setRelation(i == 0 ? Relation.ORIGINAL : Relation.COPY)
              .build());
    }
    return Story.newBuilder()
        .setId(id)
        .setHeadline("")
        .setCanonicalArticleId(id + "0")
        .setMembers(members)
        .setSiteCount(1)
        .build();
  }
}
