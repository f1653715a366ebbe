package dev.newsfold.onefold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.newsfold.CurrentRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class CurrentRecordsTest {
  private static final Schema STORY =
      SchemaBuilder.record("Story")
          .fields()
          .requiredString("id")
          .requiredString("canonicalArticleId")
          .name("members")
          .type()
          .array()
          .items()
          .stringType()
          .noDefault()
          .requiredInt("revision")
          .endRecord();
  private static final Schema ARTICLE =
      SchemaBuilder.record("Article")
          .fields()
          .requiredString("id")
          .requiredString("headline")
          .optionalString("storyId")
          .optionalString("run")
          .requiredInt("revision")
          .endRecord();
  private static final Schema TOP =
      SchemaBuilder.record("TopStory")
          .fields()
          .requiredString("storyId")
          .requiredInt("sites")
          .requiredInt("articles")
          .endRecord();
  private static final Schema ROW =
      SchemaBuilder.record("DailyAggregate")
          .fields()
          .requiredInt("day")
          .requiredString("window")
          .requiredLong("windowStart")
          .requiredString("dimension")
          .requiredString("key")
          .requiredLong("articles")
          .name("topStories")
          .type()
          .array()
          .items(TOP)
          .noDefault()
          .requiredInt("revision")
          .endRecord();

  @Test
  void theHighestRevisionCountsInAnyOrder() {
    CurrentRecords records =
        of("articles", article("a", "new", "s", 2), article("a", "old", "s", 1));
    assertThat(records.of("articles").keySet(), contains("a"));
    assertThat(field(records, "articles", "a", "headline"), equalTo("\"new\""));
  }

  @Test
  void whatIsWithdrawnIsNotThere() {
    CurrentRecords records =
        CurrentRecords.of(
            Map.of(
                "stories",
                List.of(story("s", "a", 1, List.of("a")), story("s", "a", 2, List.of())),
                "aggregates",
                List.of(row(0, 5, List.of()), row(1, 0, List.of()))));
    assertThat(records.of("stories"), anEmptyMap());
    assertThat(records.of("aggregates"), anEmptyMap());
  }

  @Test
  void twoRecordsOfOneRevisionAreBothTold() {
    CurrentRecords records = of("articles", article("a", "x", "s", 1), article("a", "y", "s", 1));
    assertThat(records.of("articles").keySet(), contains("a", "a #2"));
  }

  @Test
  void storiesAreToldByTheirCanonicalArticle() {
    CurrentRecords one = withStory("s1", 0);
    CurrentRecords other = withStory("s2", 3);
    assertThat(one, equalTo(other));
    assertThat(one.of("stories").keySet(), contains("a"));
    assertThat(field(one, "articles", "b", "storyId"), equalTo("a"));
  }

  @Test
  void anArticleInAStoryThatIsNotCurrentSaysSo() {
    CurrentRecords records =
        CurrentRecords.of(
            Map.of(
                "articles", List.of(article("b", "x", "gone", 0)),
                "stories", List.of(story("gone", "b", 1, List.of()))));
    assertThat(field(records, "articles", "b", "storyId"), containsString("not current"));
  }

  @Test
  void theRunAndTheRevisionMakeNoDifferenceAndTheHeadlineDoes() {
    GenericRecord ofDay = article("a", "x", "s", 7);
    ofDay.put("run", "2024-11-20");
    assertThat(of("articles", ofDay), equalTo(of("articles", article("a", "x", "s", 0))));
    assertThat(
        of("articles", article("a", "x", "s", 0)),
        not(equalTo(of("articles", article("a", "y", "s", 0)))));
  }

  @Test
  void ofTopStoriesThatTieForTheLastPlacesNoneIsTold() {
    List<GenericRecord> top = new ArrayList<>();
    top.add(top("first", 5));
    for (int i = 0; i < 9; i++) {
      top.add(top("tie" + i, 2));
    }
    String told = field(of("aggregates", row(0, 30, top)), "aggregates", ROW_NAME, "topStories");
    assertThat(told, containsString("first"));
    assertThat(told, not(containsString("tie")));
    String fewer =
        field(
            of("aggregates", row(0, 30, top.subList(0, 9))), "aggregates", ROW_NAME, "topStories");
    assertThat(fewer, containsString("tie7"));
  }

  @Test
  void aDatasetWithoutAKeyHasItsWholeContentEachTime() {
    GenericRecord one = top("s", 1);
    CurrentRecords records = of("sightings", one, one, top("t", 1));
    assertThat(records.of("sightings").size(), equalTo(3));
  }

  @Test
  void aComparisonNamesTheFieldsThatDiffer() {
    Comparison comparison =
        Comparison.of(
            of("articles", article("a", "x", "s", 0), article("b", "z", "s", 0)).of("articles"),
            of("articles", article("a", "y", "s", 0), article("c", "z", "s", 0)).of("articles"));
    assertThat(comparison.records(), equalTo(2));
    assertThat(comparison.same(), equalTo(0));
    assertThat(comparison.differing(), equalTo(3));
    assertThat(comparison.words(), containsString("headline\n      expected \"x\""));
    assertThat(comparison.words(), containsString("missing: b"));
    assertThat(comparison.words(), containsString("one too many: c"));
  }

  private static final String ROW_NAME = "20778 P1D 0 ALL ";

  private static CurrentRecords withStory(String id, int revision) {
    return CurrentRecords.of(
        new TreeMap<>(
            Map.of(
                "stories", List.of(story(id, "a", revision, List.of("a", "b"))),
                "articles", List.of(article("b", "x", id, revision)))));
  }

  private static CurrentRecords of(String dataset, GenericRecord... records) {
    return CurrentRecords.of(Map.of(dataset, List.of(records)));
  }

  private static String field(CurrentRecords records, String dataset, String name, String field) {
    Map<String, String> fields = records.of(dataset).getOrDefault(name, new TreeMap<>());
    return fields.getOrDefault(field, "no such field in " + fields);
  }

  private static GenericRecord story(String id, String canonical, int revision, List<String> of) {
    return new GenericRecordBuilder(STORY)
        .set("id", id)
        .set("canonicalArticleId", canonical)
        .set("members", of)
        .set("revision", revision)
        .build();
  }

  private static GenericRecord article(String id, String headline, String story, int revision) {
    return new GenericRecordBuilder(ARTICLE)
        .set("id", id)
        .set("headline", headline)
        .set("storyId", story)
        .set("revision", revision)
        .build();
  }

  private static GenericRecord row(int revision, long articles, List<GenericRecord> top) {
    return new GenericRecordBuilder(ROW)
        .set("day", 20778)
        .set("window", "P1D")
        .set("windowStart", 0L)
        .set("dimension", "ALL")
        .set("key", "")
        .set("articles", articles)
        .set("topStories", top)
        .set("revision", revision)
        .build();
  }

  private static GenericRecord top(String story, int sites) {
    return new GenericRecordBuilder(TOP)
        .set("storyId", story)
        .set("sites", sites)
        .set("articles", sites)
        .build();
  }
}
