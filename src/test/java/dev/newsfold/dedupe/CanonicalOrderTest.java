package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.records.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalOrderTest {
  private static final Instant NINE = Instant.parse("2031-05-06T09:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2031-05-06T00:00:00Z");

  @Test
  void theEarlierComesFirst() {
    assertThat(
        compare(
            member("b", NINE, Precision.SECOND, null),
            member("a", NINE.plusSeconds(1), Precision.SECOND, null)),
        first());
  }

  @Test
  void theUndatedComesLast() {
    assertThat(
        compare(member("b", NINE, Precision.DAY, null), member("a", null, null, null)), first());
  }

  @Test
  void aStatedTimeComesBeforeAStatedDay() {
    assertThat(
        compare(
            member("b", NINE, Precision.MINUTE, null), member("a", MIDNIGHT, Precision.DAY, null)),
        first());
  }

  @Test
  void anArticleWithoutASourceComesBeforeOneThatNamesOne() {
    assertThat(
        compare(
            member("b", NINE, Precision.MINUTE, null), member("a", NINE, Precision.MINUTE, "柳浪网")),
        first());
  }

  @Test
  void theSiteThatTheOtherNamesComesFirst() {
    FoldMember origin = at("liulang.example", "o", "柳浪网");
    FoldMember taker = at("portal.example", "a", "青柳社");
    CorpusStatistics statistics =
        CorpusStatistics.of(
            List.of(Observation.SUFFIX + SiteSuffixes.name("liulang.example", "青柳社")));

    assertThat(
        CanonicalOrder.among(List.of(origin, taker), statistics).compare(origin, taker), first());
    assertThat(CanonicalOrder.PLAIN.compare(taker, origin), is(lessThan(0)));
  }

  @Test
  void anAggregatorStampedALittleEarlierThanItsSourceComesAfterIt() {
    CorpusStatistics statistics =
        CorpusStatistics.of(
            List.of(Observation.SUFFIX + SiteSuffixes.name("chenbao.example", "晨报")));
    FoldMember origin = stamped("chenbao.example", "o", NINE, null);
    FoldMember taker = stamped("agg.example", "t", NINE.minusSeconds(60), "晨报");
    FoldMember early = stamped("agg.example", "e", NINE.minusSeconds(86_400), "晨报");
    FoldMember between = stamped("x.example", "b", NINE.minusSeconds(30), null);
    List<FoldMember> all = List.of(taker, origin, early, between);

    assertThat(sorted(all, statistics), is(List.of("e", "b", "o", "t")));
    assertThat(sorted(List.of(taker, between), statistics), is(List.of("t", "b")));
  }

  @Test
  void anEditionComesAfterThePageItIsMadeFrom() {
    FoldMember plain = stamped("daily.example", "p", NINE, null);
    FoldMember mobile = stamped("m.daily.example", "m", NINE.minusSeconds(60), null);

    assertThat(sorted(List.of(mobile, plain), CorpusStatistics.NONE), is(List.of("p", "m")));
    assertThat(CanonicalOrder.PLAIN.compare(plain, mobile), is(greaterThan(0)));
  }

  @Test
  void addressThenIdDecideTheRest() {
    assertThat(
        compare(
            member("a", NINE, Precision.MINUTE, null), member("b", NINE, Precision.MINUTE, null)),
        first());
  }

  private static List<String> sorted(List<FoldMember> members, CorpusStatistics statistics) {
    return members.stream()
        .sorted(CanonicalOrder.among(members, statistics))
        .map(FoldMember::id)
        .toList();
  }

  private static FoldMember stamped(String site, String id, Instant at, @Nullable String source) {
    return new FoldMember(
        id,
        "https://" + site + "/" + id,
        site,
        source,
        "湖滨",
        null,
        at,
        at.atZone(ZoneOffset.UTC).toLocalDate(),
        Precision.MINUTE,
        Sketch.EMPTY);
  }

  private static Matcher<Integer> first() {
    return lessThan(0);
  }

  private static int compare(FoldMember a, FoldMember b) {
    return CanonicalOrder.PLAIN.compare(a, b);
  }

  private static FoldMember member(
      String id, @Nullable Instant at, @Nullable Precision precision, @Nullable String source) {
    LocalDate day = at == null ? null : at.atZone(ZoneOffset.UTC).toLocalDate();
    return new FoldMember(
        id,
        "https://x.example/" + id,
        "x.example",
        source,
        "湖滨",
        null,
        at,
        day,
        precision,
        Sketch.EMPTY);
  }

  private static FoldMember at(String site, String id, String source) {
    return new FoldMember(
        id,
        "https://z.example/" + id,
        site,
        source,
        "湖滨",
        null,
        NINE,
        LocalDate.of(2031, 5, 6),
        Precision.MINUTE,
        Sketch.EMPTY);
  }
}
