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
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TotalsTest {

  @Test
  void anyOrderGivesTheSameTotals() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<SpecificRecord> records = records(random, 120);
      Totals first = of(records);
      Collections.shuffle(records, random);
      Totals other = of(records);
      assertThat("seed " + seed, other.undated(), is(first.undated()));
      assertThat("seed " + seed, other.languages().byCount(), equalTo(first.languages().byCount()));
      for (String field : Totals.FIELDS) {
        assertThat(field, rules(other, field), equalTo(rules(first, field)));
      }
      assertThat("seed " + seed, examples(other), equalTo(examples(first)));
    }
  }

  private static Map<String, Long> rules(Totals totals, String field) {
    return totals.field(field).rules().byCount();
  }

  private static Map<Reason, List<Rejection>> examples(Totals totals) {
    return totals.rejections().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().examples()));
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
    assertThat(totals.charsets().byCount().size(), is(BoundedCounts.LABELS));
    assertThat(rules(totals, "headline").size(), is(BoundedCounts.LABELS));
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
}
