package dev.newsfold.commands;

import static dev.newsfold.commands.Fixtures.run;
import static dev.newsfold.commands.Fixtures.write;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import dev.newsfold.commands.Fixtures.Outcome;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.Fuller;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.records.Version;
import dev.newsfold.records.VersionChange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyStoryTest {
  private static final String BRIDGE =
      "青浦湾首座竹木天桥今日上午启用，桥长一百二十米，行人可以步行过湾，不必再等渡船。\n"
          + "设计者说，桥面用的是附近山里的老竹，每十年更换一次，换下的竹子送给村里的学校做课桌。\n"
          + "首批过桥的是住在对岸的学生，他们说以后上学可以多睡半个小时，也不怕起雾了。";
  private static final String SCHOOL =
      "云岭县山区小学食堂昨日开张，厨师是从县城请来的两位老师傅，菜单由学生每周投票决定。\n" + "校长介绍，食堂的蔬菜来自学校后山的梯田，高年级学生轮流照看，收成先供一二年级。";

  @TempDir Path folder;

  @BeforeEach
  void writeRun() throws IOException {
    Article original = article(1, BRIDGE, "青浦湾首座竹木天桥今日启用");
    Article copy = article(2, BRIDGE + "\n记者到现场时，桥头已经排起长队。", "青浦湾首座竹木天桥启用");
    copy.setSource("灯塔社");
    copy.setPublishedAt(Instant.parse("2020-09-25T05:00:00Z"));
    Article other = article(3, SCHOOL, "云岭县山区小学食堂开张");
    original.setStoryId("s1");
    copy.setStoryId("s1");
    other.setStoryId("s3");
    write(folder.resolve("articles/day=2020-09-25/a.avro"), original, copy, other);
    write(
        folder.resolve("stories/day=2020-09-25/a.avro"),
        Story.newBuilder()
            .setId("s1")
            .setHeadline(original.getHeadline())
            .setCanonicalArticleId(original.getId())
            .setMembers(
                List.of(
                    member(original, Relation.ORIGINAL, "first in the order"),
                    member(copy, Relation.COPY, "jaccard 0.9")))
            .setSiteCount(1)
            .build());
  }

  @Test
  void copiesAreExplained() {
    Outcome outcome = run(WhyStory::run, folder, url(1), url(2));
    assertThat(outcome.err(), outcome.exitCode(), is(0));
    assertThat(
        outcome.out(),
        stringContainsInOrder(
            "A  青浦湾首座竹木天桥今日启用",
            "2020-09-25T11:45:27+08:00",
            "B  青浦湾首座竹木天桥启用",
            "from 灯塔社",
            "A with B    cross-posts, COPY: jaccard",
            "B with A    cross-posts, COPY: jaccard",
            "they share",
            "A comes first",
            "both are in story s1",
            "A is ORIGINAL: first in the order",
            "B is COPY: jaccard 0.9"));
  }

  @Test
  void whoTookTheTextFromWhomIsTold() throws IOException {
    String before = run(WhyStory::run, folder, url(1), url(2)).out();
    assertThat(before, not(containsString("took it from")));
    Copy fromA = copy(2, 1).setLagSeconds(4473L).setSimilarity(.934).setFuller(Fuller.COPY).build();
    Copy fromElsewhere = copy(3, 9).setWhy(CopyReason.MOST_SIMILAR).build();
    write(folder.resolve("copies/day=2020-09-25/a.avro"), fromElsewhere, fromA);

    assertThat(
        run(WhyStory::run, folder, url(1), url(2)).out(),
        stringContainsInOrder(
            "B is COPY: jaccard 0.9",
            "copies      B took it from A, NAMED_SOURCE: names cedar as its source;"
                + " 1 h 14 min 33 s later; similarity about 0.93; the copy is the fuller"));
    String other = run(WhyStory::run, folder, url(3), url(2)).out();
    assertThat(
        other,
        stringContainsInOrder(
            "A took it from " + url(9) + ", MOST_SIMILAR",
            "which is the fuller is not known",
            "B took it from " + url(1)));
  }

  @Test
  void aStreamsLatestCopyCounts() throws IOException {
    write(
        folder.resolve("copies/day=2020-09-25/a.avro"),
        copy(2, 9).setRevision(4).build(),
        copy(2, 1).setRevision(5).build(),
        copy(1, 9).setRevision(4).build(),
        copy(1, 9).setRevision(6).setWithdrawn(true).build());
    Files.writeString(
        folder.resolve("run.json"),
        """
        {"job": "stream", "files": [
          {"dataset": "articles", "path": "articles/day=2020-09-25/a.avro"},
          {"dataset": "stories", "path": "stories/day=2020-09-25/a.avro"},
          {"dataset": "copies", "path": "copies/day=2020-09-25/a.avro"}]}
        """);

    String out = run(WhyStory::run, folder, url(1), url(2)).out();
    assertThat(out, containsString("B took it from A,"));
    assertThat(out, not(containsString("A took it from")));
  }

  @Test
  void theVersionsOfAnArticleAreTold() throws IOException {
    String before = run(WhyStory::run, folder, url(1)).out();
    assertThat(before, containsString("versions    none but this one"));
    String id = article(1, BRIDGE, "").getId();
    Version.Builder version =
        Version.newBuilder()
            .setArticleId(id)
            .setVersions(2)
            .setUrl(url(1))
            .setSite("cedar.example")
            .setTextDigest("9f");
    write(
        folder.resolve("versions/day=2020-09-25/a.avro"),
        version.setNumber(1).setCurrent(false).setHeadline("大桥启用").build(),
        version
            .setNumber(2)
            .setCurrent(true)
            .setHeadline("大桥停用")
            .setFirstCapturedAt(Instant.parse("2020-09-26T05:00:00Z"))
            .setChanged(List.of(VersionChange.HEADLINE, VersionChange.TEXT))
            .setWordsAdded(2)
            .setAdded(List.of("雾中"))
            .setOrigin(new Origin("day/a.warc.gz", 1204L, null))
            .setPayloadDigest("9f3a")
            .build());
    String[] told = {
      "versions    A 1 of 2, at a time not known: 大桥启用",
      "versions    A 2 of 2, from 2020-09-26T05:00:00Z: 大桥停用; changed: headline, text;"
          + " words added 2, removed 0 +\"雾中\"; it stands;"
          + " its bytes: day/a.warc.gz at byte 1204, inspect FILE --payload=9f3a"
    };
    assertThat(run(WhyStory::run, folder, url(1)).out(), stringContainsInOrder(told));
    assertThat(run(WhyStory::run, folder, url(1), url(2)).out(), stringContainsInOrder(told));
  }

  @Test
  void strangersAreExplained() {
    String out = run(WhyStory::run, folder, url(1), url(3)).out();
    assertThat(out, containsString("not cross-posts: jaccard 0.00"));
    assertThat(out, containsString("A is in story s1, B in story s3"));
  }

  @Test
  void anArticleIsFoundByIdAndByAnAddressNotYetNormalised() {
    String byUrl = run(WhyStory::run, folder, url(1), url(2)).out();
    String byId = run(WhyStory::run, folder, "%032x".formatted(1), "%032x".formatted(2)).out();
    String byOther =
        run(WhyStory::run, folder, "https://daily.cedar.example/news/../2020/1.html", url(2)).out();
    assertThat(byId, is(byUrl));
    assertThat(byOther, is(byUrl));
  }

  @Test
  void theSketchOfTheRecordIsUsed() throws IOException {
    Article sketched = article(1, "", "青浦湾首座竹木天桥今日启用");
    sketched.setSketch(ByteBuffer.wrap(Sketch.of(BRIDGE).toBytes()));
    write(
        folder.resolve("articles/day=2020-09-25/a.avro"),
        sketched,
        article(2, BRIDGE, "青浦湾首座竹木天桥今日启用"));
    assertThat(
        run(WhyStory::run, folder, url(1), url(2)).out(),
        containsString("jaccard 1.00; 1.00 of A"));
  }

  @Test
  void anArticleThatIsNotThereIsNamed() {
    Outcome outcome = run(WhyStory::run, folder, url(1), url(77));
    assertThat(outcome.exitCode(), is(ExitCode.NO_INPUT.code()));
    assertThat(outcome.err(), containsString(url(77)));
    assertThat(outcome.err(), not(containsString(url(1) + "\n")));
    assertThat(run(WhyStory::run, folder).exitCode(), is(ExitCode.USAGE.code()));
  }

  private static Article article(int number, String body, String headline) {
    Article article = Fixtures.article(number);
    article.setBody(body);
    article.setHeadline(headline);
    article.setSketch(ByteBuffer.allocate(0));
    return article;
  }

  private static StoryMember member(Article article, Relation relation, String evidence) {
    return StoryMember.newBuilder()
        .setArticleId(article.getId())
        .setUrl(article.getCanonicalUrl())
        .setSite(article.getSite())
        .setHeadline(article.getHeadline())
        .setRelation(relation)
        .setEvidence(evidence)
        .build();
  }

  private static Copy.Builder copy(int number, int original) {
    return Copy.newBuilder()
        .setArticleId("%032x".formatted(number))
        .setUrl(url(number))
        .setSite("lamp.example")
        .setHeadline("青浦湾首座竹木天桥启用")
        .setOriginalId("%032x".formatted(original))
        .setOriginalUrl(url(original))
        .setOriginalSite("daily.cedar.example")
        .setStoryId("s1")
        .setWhy(CopyReason.NAMED_SOURCE)
        .setEvidence("names cedar as its source");
  }

  private static String url(int number) {
    return Fixtures.article(number).getCanonicalUrl();
  }
}
