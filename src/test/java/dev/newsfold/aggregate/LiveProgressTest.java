package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.StreamProgress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
  private static final StreamProgress FIRED =
      StreamProgress.newBuilder(StoryCoordinator.first())
          .setRevision(1)
          .setHeard(3)
          .setWritten(Map.of("articles", 2L))
          .build();

  @Test
  void versionsAreUnderWayUntilAllArticlesAreCompared() {
    DownstreamSums headlines =
        DownstreamSums.newBuilder().setCaptures(3).setArticles(2).setHeadlines(2).build();
    assertThat("two articles are to be compared", underWay(headlines), equalTo(2L));
    DownstreamSums one =
        LiveProgress.add(headlines, DownstreamSums.newBuilder().setCompared(1).build());
    assertThat(underWay(one), equalTo(1L));
    DownstreamSums both =
        LiveProgress.add(one, DownstreamSums.newBuilder().setCompared(1).setVersions(3).build());
    assertThat(underWay(both), equalTo(0L));
    assertThat(
        "and are waited for until they are listed",
        LiveProgress.of(FIRED, both, 2, false).getWritten().get("versions"),
        equalTo(3L));
  }

  @Test
  void headlinesAreUnderWayUntilAllThatTheDeskHasHeardIsSaid() {
    DownstreamSums none = DownstreamSums.newBuilder().setCompared(2).build();
    assertThat(underWay(none), equalTo(5L));
    DownstreamSums seen =
        LiveProgress.add(
            none, DownstreamSums.newBuilder().setCaptures(3).setOpen(40).setSightings(40).build());
    assertThat("two articles are to be looked up", underWay(seen), equalTo(42L));
    DownstreamSums joined =
        LiveProgress.add(seen, DownstreamSums.newBuilder().setArticles(2).setOpen(2).build());
    assertThat("they are news of two headlines", underWay(joined), equalTo(42L));
    DownstreamSums said =
        LiveProgress.add(joined, DownstreamSums.newBuilder().setOpen(-42).setHeadlines(12).build());
    assertThat(underWay(said), equalTo(0L));
    assertThat(
        LiveProgress.of(FIRED, said, 4, true).getWritten(),
        equalTo(Map.of("articles", 2L, "headlines", 12L, "versions", 0L, "sightings", 40L)));
    assertThat(
        "nobody waits for what is not written",
        LiveProgress.of(FIRED, said, 4, false).getWritten(),
        equalTo(Map.of("articles", 2L, "headlines", 12L, "versions", 0L)));
    DownstreamSums more =
        LiveProgress.add(said, DownstreamSums.newBuilder().setCaptures(5).setArticles(5).build());
    assertThat("the coordinator will hear of them", underWay(more), equalTo(0L));
  }

  private static long underWay(DownstreamSums sums) {
    return LiveProgress.of(FIRED, sums, 1, true).getUnderWay();
  }
}
