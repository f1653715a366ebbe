package dev.newsfold.commands;

import static dev.newsfold.commands.Fixtures.article;
import static dev.newsfold.commands.Fixtures.run;
import static dev.newsfold.commands.Fixtures.write;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.stringContainsInOrder;

import dev.newsfold.commands.Fixtures.Outcome;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffRunsTest {
  @TempDir Path folder;
  private Path here;
  private Path there;

  @BeforeEach
  void nameRuns() {
    here = folder.resolve("here");
    there = folder.resolve("there");
  }

  @Test
  void theSameRecordsInOtherFilesAreTheSame() throws IOException {
    write(here.resolve("articles/day=2020-09-25/a.avro"), article(1), article(2));
    write(there.resolve("articles/day=2020-09-25/x.avro"), article(2));
    write(there.resolve("articles/day=2020-09-25/y.avro"), article(1));
    assertThat(
        run(DiffRuns::run, here, there).lines(),
        equalTo(
            List.of("articles     2 here, 2 there: 2 same, 0 changed, 0 only here, 0 only there")));
  }

  @Test
  void differencesAreToldFieldByField() throws IOException {
    Article changed = article(2);
    changed.setHeadline("青浦湾首座竹木天桥启用");
    changed.setSection("社会");
    write(here.resolve("articles/a.avro"), article(1), article(2), article(3));
    write(there.resolve("articles/a.avro"), article(1), changed, article(4));
    assertThat(
        run(DiffRuns::run, here, there).lines(),
        equalTo(
            List.of(
                "articles     3 here, 3 there: 1 same, 1 changed, 1 only here, 1 only there",
                "  headline: 1 changed",
                "    https://daily.cedar.example/2020/2.html",
                "      - 青浦湾首座竹木天桥今日启用",
                "      + 青浦湾首座竹木天桥启用",
                "  section: 1 changed",
                "    https://daily.cedar.example/2020/2.html",
                "      - null",
                "      + 社会",
                "  only here:",
                "    https://daily.cedar.example/2020/3.html",
                "  only there:",
                "    https://daily.cedar.example/2020/4.html")));
  }

  @Test
  void aCopyIsToldByItsArticle() throws IOException {
    Copy.Builder copy =
        Copy.newBuilder()
            .setArticleId("b")
            .setUrl("https://lamp.example/b")
            .setSite("lamp.example")
            .setHeadline("青浦湾首座竹木天桥启用")
            .setOriginalSite("daily.cedar.example")
            .setStoryId("s1")
            .setWhy(CopyReason.NEAREST_EARLIER);
    write(here.resolve("copies/day=2020-09-25/a.avro"), copy.setOriginalId("a").build());
    write(there.resolve("copies/day=2020-09-25/a.avro"), copy.setOriginalId("c").build());
    assertThat(
        run(DiffRuns::run, here, there).lines(),
        equalTo(
            List.of(
                "copies       1 here, 1 there: 0 same, 1 changed, 0 only here, 0 only there",
                "  originalId: 1 changed",
                "    https://lamp.example/b",
                "      - a",
                "      + c")));
    assertThat(
        run(CatRecords::run, here.resolve("copies")).out(), containsString("\"originalId\":\"a\""));
  }

  @Test
  void anIgnoredFieldMakesNoDifference() throws IOException {
    Article reparsed = article(1);
    reparsed.setParserVersion("2");
    write(here.resolve("articles/a.avro"), article(1));
    write(there.resolve("articles/a.avro"), reparsed);
    assertThat(run(DiffRuns::run, here, there).out(), containsString("1 changed"));
    assertThat(
        run(DiffRuns::run, here, there, "--ignore=parserVersion").out(),
        containsString("1 same, 0 changed"));
  }

  @Test
  void anUnknownFieldToIgnoreIsBadUsage() throws IOException {
    write(here.resolve("articles/a.avro"), article(1));
    write(there.resolve("articles/a.avro"), article(1));
    Outcome outcome = run(DiffRuns::run, here, there, "--ignore=headline,nosuch");
    assertThat(outcome.exitCode(), is(ExitCode.USAGE.code()));
    assertThat(outcome.err(), containsString("no record there has a field named nosuch"));
    assertThat(outcome.err(), containsString("parserVersion, "));
  }

  @Test
  void theOrderOfAMapMakesNoDifference() throws IOException {
    Map<String, String> evidence = new HashMap<>();
    Map<String, String> reversed = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      evidence.put("field" + i, "rule");
      reversed.put("field" + (29 - i), "rule");
    }
    Article a = article(1);
    a.setEvidence(evidence);
    Article b = article(1);
    b.setEvidence(reversed);
    write(here.resolve("articles/a.avro"), a);
    write(there.resolve("articles/a.avro"), b);
    assertThat(run(DiffRuns::run, here, there).out(), containsString("1 same"));
  }

  @Test
  void theManifestSaysWhichFilesCount() throws IOException {
    write(here.resolve("articles/a.avro"), article(1));
    write(here.resolve("articles/left-over.avro"), article(2));
    Files.writeString(
        here.resolve("run.json"),
        "{\"files\":[{\"path\":\"articles/a.avro\",\"dataset\":\"articles\",\"records\":1}]}");
    write(there.resolve("articles/a.avro"), article(1));
    assertThat(run(DiffRuns::run, here, there).out(), containsString("1 here, 1 there: 1 same"));
  }

  @Test
  void aManifestCannotNameFilesOutsideItsRun() throws IOException {
    write(folder.resolve("articles/a.avro"), article(1));
    Files.createDirectories(here);
    Files.writeString(
        here.resolve("run.json"),
        "{\"files\":[{\"path\":\"../articles/a.avro\",\"dataset\":\"articles\"}]}");
    write(there.resolve("articles/a.avro"), article(1));
    assertThat(run(DiffRuns::run, here, there).exitCode(), is(ExitCode.UNREADABLE.code()));
  }

  @Test
  void aDatasetThatOnlyOneRunHasIsOnlyThere() throws IOException {
    write(here.resolve("articles/a.avro"), article(1));
    write(there.resolve("articles/a.avro"), article(1));
    write(
        there.resolve("ledger/a.avro"),
        new InputFile("p", 1L, "d", 1L, 1L, 0L, Map.of(), Map.of(), null, 0));
    assertThat(
        run(DiffRuns::run, here, there).out(),
        stringContainsInOrder("ledger", "0 here, 1 there", "1 only there", "p"));
  }

  @Test
  void examplesAreAsManyAsAskedForAndDoNotDependOnOrder() throws IOException {
    Article[] before = new Article[400];
    Article[] after = new Article[400];
    for (int i = 0; i < before.length; i++) {
      before[i] = article(i);
      after[i] = article(i);
      after[i].setSection("社会");
    }
    write(here.resolve("articles/a.avro"), before);
    write(there.resolve("articles/a.avro"), after);
    Outcome first = run(DiffRuns::run, here, there, "--examples=3");
    Collections.shuffle(Arrays.asList(after), new Random(1));
    write(there.resolve("articles/a.avro"), after);
    assertThat(run(DiffRuns::run, here, there, "--examples=3").out(), equalTo(first.out()));
    assertThat(first.out(), containsString("section: 400 changed"));
    assertThat(first.lines().size(), is(2 + 3 * 3));
  }

  @Test
  void aLongTextIsShownWhereItDiffers() throws IOException {
    Article a = article(1);
    a.setBody("天".repeat(5000) + "甲" + "地".repeat(500));
    Article b = article(1);
    b.setBody("天".repeat(5000) + "乙" + "地".repeat(500));
    write(here.resolve("articles/a.avro"), a);
    write(there.resolve("articles/a.avro"), b);
    String out = run(DiffRuns::run, here, there).out();
    assertThat(out, stringContainsInOrder("- …天", "天甲地", "+ …天", "天乙地"));
    assertThat(out.length(), lessThan(700));
  }

  @Test
  void twoRunsMustBeNamedAndExist() throws IOException {
    write(here.resolve("articles/a.avro"), article(1));
    assertThat(run(DiffRuns::run, here).exitCode(), is(ExitCode.USAGE.code()));
    assertThat(run(DiffRuns::run, here, there).exitCode(), is(ExitCode.NO_INPUT.code()));
  }

  @Test
  void severalRecordsWithOneKeyAreCountedOnceAndNoFieldIsBlamedForTheirNumber() throws IOException {
    Rejection one = rejection("no text");
    write(here.resolve("rejections/a.avro"), one, one);
    write(there.resolve("rejections/a.avro"), one);
    assertThat(
        run(DiffRuns::run, here, there).lines(),
        equalTo(
            List.of(
                "rejections   1 (2 records) here, 1 there: 0 same, 1 changed, 0 only here, 0 only"
                    + " there",
                "  number of records with this key: 1 changed",
                "    {\"file\":\"p.html\",\"offset\":null,\"member\":null} PARSE NOT_ARTICLE",
                "      - 2",
                "      + 1")));
  }

  @Test
  void ofSeveralRecordsWithOneKeyAllValuesAreShown() throws IOException {
    write(here.resolve("rejections/a.avro"), rejection("b"), rejection("a"));
    write(there.resolve("rejections/a.avro"), rejection("c"), rejection("b"));
    String out = run(DiffRuns::run, here, there).out();
    assertThat(out, stringContainsInOrder("message: 1 changed", "- a  and  b", "+ b  and  c"));
    assertThat(out.contains("null and null"), is(false));
  }

  private static Rejection rejection(String message) {
    return Rejection.newBuilder()
        .setOrigin(new Origin("p.html", null, null))
        .setStage(Stage.PARSE)
        .setReason(Reason.NOT_ARTICLE)
        .setMessage(message)
        .build();
  }
}
