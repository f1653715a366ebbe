package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SightingTallyTest {
  private final Random random = new Random(5);

  @Test
  void whatIsTalliedTogetherIsWhatTalliesOfEachMergeTo() {
    List<HeadlineSighting> sightings = new ArrayList<>();
    // More spellings, links and sites of some headlines than a tally keeps, and more than are held.
    for (int i = 0; i < 3 * SightingTally.MOST + 1; i++) {
      sightings.add(
          HeadlineSighting.newBuilder()
              .setHeadlineKey("key " + random.nextInt(3))
              .setHeadline("spelling " + random.nextInt(150))
              .setHref(random.nextInt(4) == 0 ? null : "http://a.example/" + random.nextInt(40))
              .setPageUrl("http://p.example/" + random.nextInt(3000))
              .setSite(random.nextInt(9) == 0 ? "" : "s" + random.nextInt(1200))
              .setCapturedAt(
                  random.nextInt(4) == 0 ? null : Instant.ofEpochSecond(random.nextInt(1000)))
              .setRank(1)
              .setList("ticker")
              .build());
    }
    List<HeadlineTally> given = new ArrayList<>();
    SightingTally tally = new SightingTally(given::add);
    tally.add(sightings.subList(0, 50));
    tally.add(sightings.subList(50, sightings.size()));
    assertThat(given, hasSize(9));
    tally.finish();
    tally.finish();
    assertThat(given, hasSize(10));

    Map<String, HeadlineTally> expected = new TreeMap<>();
    for (HeadlineSighting sighting : sightings) {
      add(HeadlineTallies.of(sighting), expected);
    }
    Map<String, HeadlineTally> sums = new TreeMap<>();
    given.forEach(one -> add(one, sums));
    assertThat(sums, equalTo(expected));
    HeadlineTally any = Objects.requireNonNull(sums.get("key 0"));
    assertThat(any.getSpellings().size(), equalTo(HeadlineTallies.MAX_SPELLINGS));
    assertThat(any.getSites(), hasSize(HeadlineTallies.MAX_SITES));
  }

  @Test
  void aHeadlineOnManyPagesIsOneTally() {
    List<HeadlineTally> given = new ArrayList<>();
    SightingTally tally = new SightingTally(given::add);
    for (int page = 0; page < 100; page++) {
      tally.add(List.of(seen("The lake is full", page), seen("Rain again", page)));
    }
    tally.finish();
    assertThat(
        given.stream().map(one -> one.getSpellings() + " " + one.getPages().size()).toList(),
        containsInAnyOrder("{The lake is full=100} 100", "{Rain again=100} 100"));
  }

  private static HeadlineSighting seen(String headline, int page) {
    return HeadlineSighting.newBuilder()
        .setHeadline(headline)
        .setPageUrl("http://p.example/" + page)
        .setSite("p.example")
        .setRank(1)
        .setList("ticker")
        .build();
  }

  private static void add(HeadlineTally tally, Map<String, HeadlineTally> sums) {
    sums.merge(tally.getHeadlineKey(), tally, HeadlineTallies::merge);
  }
}
