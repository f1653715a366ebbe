package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {
  private static final RunFacts FACTS =
      RunFacts.of("local", Instant.EPOCH, Instant.EPOCH, InventedRun.ZONE, Map.of(), Map.of());

  @Test
  void theOrderOfRecordsMakesNoDifference() {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add(file("file-" + i, i % 7));
      records.add(story("story-" + i, i % 11));
      records.add(row(Dimension.SOURCE, "source-" + i % 40, i));
      records.add(row(Dimension.ALL, "", i));
    }
    RunReport report = report(records);
    String page = ReportPage.render(report);
    Collections.shuffle(records, new Random(1));
    assertThat(ReportPage.render(report(records)), equalTo(page));
    assertThat(report.files(), hasSize(RunReport.FILES));
    assertThat(report.stories(), hasSize(RunReport.STORIES));
    assertThat(report.ledger().files(), is(300L));
  }

  @Test
  void keysAreSummedOverTheRun() {
    RunReport report =
        report(
            List.of(
                row(Dimension.SITE, "a.example", 3),
                row(Dimension.SITE, "b.example", 4),
                row(Dimension.SITE, "a.example", 2)));
    assertThat(
        report.keys().get(Dimension.SITE),
        contains(new KeyTotal("a.example", 5, 5), new KeyTotal("b.example", 4, 4)));
  }

  @Test
  void aStoryOfAHundredThousandMembersStaysSmall() {
    WideStory story = report(List.of(story("s", 100_000))).stories().get(0);
    assertThat(story.articles(), is(100_000));
    assertThat(story.members().size(), is(40));
  }

  private static RunReport report(List<?> records) {
    ReportBuilder builder = new ReportBuilder();
    for (Object record : records) {
      if (record instanceof InputFile file) {
        builder.add(file);
      } else if (record instanceof Story story) {
        builder.add(story);
      } else {
        builder.add((DailyAggregate) record);
      }
    }
    return builder.build(FACTS, Map.of(), new Totals());
  }

  private static InputFile file(String path, long rejections) {
    return InputFile.newBuilder()
        .setPath(path)
        .setDigest("9f")
        .setCaptures(10)
        .setArticles(10 - rejections)
        .setRecaptures(0)
        .setRejections(Map.of("EMPTY", rejections))
        .build();
  }

  private static Story story(String id, int size) {
    StoryMember member =
        StoryMember.newBuilder()
            .setArticleId("a")
            .setUrl("https://a.example/1")
            .setSite("a.example")
            .setHeadline("潮汐发电站通过验收")
            .setRelation(Relation.COPY)
            .build();
    return Story.newBuilder()
        .setId(id)
        .setHeadline("潮汐发电站通过验收")
        .setCanonicalArticleId("a")
        .setMembers(Collections.nCopies(size, member))
        .setSiteCount(1)
        .build();
  }

  private static DailyAggregate row(Dimension dimension, String key, long articles) {
    LocalDate day = LocalDate.of(2020, 9, 1).plusDays(articles % 30);
    return DailyAggregate.newBuilder()
        .setDay(day)
        .setWindowStart(day.atStartOfDay(InventedRun.ZONE).toInstant())
        .setWindowEnd(day.plusDays(1).atStartOfDay(InventedRun.ZONE).toInstant())
        .setZone(InventedRun.ZONE.getId())
        .setDimension(dimension)
        .setKey(key)
        .setCaptures(articles)
        .setArticles(articles)
        .setStories(articles)
        .setCrossPosts(0)
        .setSites(1)
        .setFirstPublishedAt(Instant.EPOCH)
        .setLastPublishedAt(Instant.EPOCH)
        .build();
  }
}
