package dev.newsfold.report;

import static java.util.Objects.requireNonNull;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TotalsTest {

  @Test
  void anyOrderAndGroupingGivesTheSameTotals() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<SpecificRecord> records = records(random, 120);
      Totals whole = of(records);
      Collections.shuffle(records, random);
      assertThat("seed " + seed, mergedAtRandom(records, random), equalTo(whole));
    }
  }

  @Test
  void mergingIsCommutativeAndAssociative() {
    Random random = new Random(11);
    List<SpecificRecord> a = records(random, 70);
    List<SpecificRecord> b = records(random, 70);
    List<SpecificRecord> c = records(random, 70);
    assertThat(of(a).merge(of(b)), equalTo(of(b).merge(of(a))));
    assertThat(of(a).merge(of(b)).merge(of(c)), equalTo(of(a).merge(of(b).merge(of(c)))));
    assertThat(of(a).merge(new Totals()), equalTo(of(a)));
  }

  @Test
  void mergingLeavesTheOtherAsItWas() {
    Totals other = of(records(new Random(3), 50));
    byte[] before = other.toBytes();
    new Totals().merge(other).merge(of(records(new Random(4), 50)));
    assertThat(other.toBytes(), equalTo(before));
  }

  @Test
  void bytesHoldEverything() {
    Totals totals = of(records(new Random(5), 300));
    assertThat(Totals.fromBytes(totals.toBytes()), equalTo(totals));
    assertThat(Totals.fromBytes(new Totals().toBytes()), equalTo(new Totals()));
  }

  @Test
  void equalTotalsHaveEqualBytes() {
    List<SpecificRecord> records = records(new Random(6), 200);
    byte[] bytes = of(records).toBytes();
    Collections.shuffle(records, new Random(7));
    assertThat(of(records).toBytes(), equalTo(bytes));
  }

  @Test
  void aFloodOfLabelsStaysBounded() {
    Totals totals = new Totals();
    Article article = InventedRun.article(new Random(8));
    for (int i = 0; i < 20_000; i++) {
      article.setCharset("label " + i);
      article.setEvidence(Map.of("headline", "rule " + i + "x".repeat(500)));
      totals.add(article);
    }
    assertThat(totals.toBytes().length, lessThan(40_000));
    assertThat(totals.charsets().total(), is(20_000L));
    assertThat(totals.charsets().others(), is(20_000L - BoundedCounts.LABELS));
  }

  @Test
  void aFieldIsFilledOrRefusedOrNeither() {
    Article article = InventedRun.article(new Random(9));
    article.setAuthors(List.of());
    article.setTopic("");
    article.setSource("灯塔社");
    article.setEvidence(
        Map.of(
            "source", "label:来源 (in the info line)", "authors", "refused: text:byline: an outlet"));
    Totals totals = new Totals().add(article);
    assertThat(totals.field("source").rules().byCount(), equalTo(Map.of("label:来源", 1L)));
    assertThat(totals.field("authors").filled(), is(0L));
    assertThat(
        totals.field("authors").refusals().byCount(),
        equalTo(Map.of("text:byline: an outlet", 1L)));
    assertThat(totals.field("topic").filled(), is(0L));
    assertThat(totals.field("topic").refusals().total(), is(0L));
  }

  @Test
  void theExamplesAreTheFirstByOrigin() {
    List<Rejection> rejections = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rejections.add(rejection("file-%02d".formatted(i), 4096));
    }
    Collections.shuffle(rejections, new Random(10));
    Totals totals = new Totals();
    rejections.forEach(totals::add);
    ReasonTotals reason = requireNonNull(totals.rejections().get(Reason.NOT_ARTICLE));
    assertThat(reason.count(), is(30L));
    assertThat(
        reason.examples().stream().map(r -> r.getOrigin().getFile()).toList(),
        contains("file-00", "file-01", "file-02", "file-03", "file-04"));
    assertThat(reason.examples().get(0).getPayload().remaining(), lessThan(300));
  }

  private static Rejection rejection(String file, int payload) {
    return Rejection.newBuilder()
        .setOrigin(new Origin(file, null, null))
        .setStage(Stage.PARSE)
        .setReason(Reason.NOT_ARTICLE)
        .setMessage("a list of links")
        .setPayload(ByteBuffer.allocate(payload))
        .build();
  }

  private static List<SpecificRecord> records(Random random, int count) {
    List<SpecificRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(
          random.nextBoolean() ? InventedRun.article(random) : InventedRun.rejection(random));
    }
    return records;
  }

  private static Totals of(List<SpecificRecord> records) {
    Totals totals = new Totals();
    for (SpecificRecord record : records) {
      if (record instanceof Article article) {
        totals.add(article);
      } else {
        totals.add((Rejection) record);
      }
    }
    return totals;
  }

  /** Splits at random, takes some parts through bytes, and merges them as a random tree. */
  private static Totals mergedAtRandom(List<SpecificRecord> records, Random random) {
    if (records.size() < 3) {
      return of(records);
    }
    int cut = 1 + random.nextInt(records.size() - 1);
    Totals left = mergedAtRandom(records.subList(0, cut), random);
    Totals right = mergedAtRandom(records.subList(cut, records.size()), random);
    if (random.nextInt(4) == 0) {
      left = Totals.fromBytes(left.toBytes());
    }
    return random.nextBoolean() ? left.merge(right) : right.merge(left);
  }
}
