package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.records.HeadlineSums;
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
  void headlinesAreUnderWayUntilAllThatTheDeskHasHeardIsSaid() {
    HeadlineSums none = HeadlineSums.newBuilder().build();
    assertThat(underWay(none), equalTo(5L));
    HeadlineSums seen =
        LiveProgress.add(
            none, HeadlineSums.newBuilder().setCaptures(3).setOpen(40).setSightings(40).build());
    assertThat("two articles are to be looked up", underWay(seen), equalTo(42L));
    HeadlineSums joined =
        LiveProgress.add(seen, HeadlineSums.newBuilder().setArticles(2).setOpen(2).build());
    assertThat("they are news of two headlines", underWay(joined), equalTo(42L));
    HeadlineSums said =
        LiveProgress.add(joined, HeadlineSums.newBuilder().setOpen(-42).setHeadlines(12).build());
    assertThat(underWay(said), equalTo(0L));
    assertThat(
        LiveProgress.of(FIRED, said, 4, true).getWritten(),
        equalTo(Map.of("articles", 2L, "headlines", 12L, "sightings", 40L)));
    assertThat(
        "nobody waits for what is not written",
        LiveProgress.of(FIRED, said, 4, false).getWritten(),
        equalTo(Map.of("articles", 2L, "headlines", 12L)));
    HeadlineSums more =
        LiveProgress.add(said, HeadlineSums.newBuilder().setCaptures(5).setArticles(5).build());
    assertThat("the coordinator will hear of them", underWay(more), equalTo(0L));
  }

  private static long underWay(HeadlineSums sums) {
    return LiveProgress.of(FIRED, sums, 1, true).getUnderWay();
  }
}
