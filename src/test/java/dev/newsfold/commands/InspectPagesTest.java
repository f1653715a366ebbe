package dev.newsfold.commands;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.captures.Digests;
import dev.newsfold.commands.Fixtures.Outcome;
import dev.newsfold.jobs.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectPagesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2021-02-03T04:05:06Z"), ZoneOffset.UTC);

  private static final String PAGE =
      """
      <!DOCTYPE html><html><head><meta charset="gbk"><title>青浦湾首座竹木天桥今日启用_鹭江晚报</title>
      <meta property="og:title" content="青浦湾首座竹木天桥今日启用"></head>
      <body><div class="crumb">您的位置：<a href="/">首页</a> &gt; <a href="/shehui/">社会</a></div>
      <h1>青浦湾首座竹木天桥今日启用</h1>
      <div class="info">2020-09-25 11:45:27 来源：灯塔社</div>
      <div class="text"><p>青浦湾首座竹木天桥今日上午启用，桥长一百二十米，行人可以步行过湾，不必再等渡船。</p>
      <p>设计者说，桥面用的是附近山里的老竹，每十年更换一次，换下的竹子送给村里的学校做课桌。</p>
      <p>首批过桥的是住在对岸的学生，他们说以后上学可以多睡半个小时，也不怕起雾了。</p>
      <p>责任编辑：周二</p></div></body></html>
      """;

  @TempDir Path folder;

  @Test
  void everyFieldIsPrintedWithItsRule() throws IOException {
    Files.write(folder.resolve("a.html"), PAGE.getBytes(Charset.forName("GB18030")));
    JsonNode page = pages(inspect(folder.resolve("a.html"))).get(0);
    assertThat(page.get("charset").asText(), equalTo("gb18030"));
    JsonNode fields = page.get("fields");
    assertThat(fields.at("/headline/value").asText(), equalTo("青浦湾首座竹木天桥今日启用"));
    assertThat(fields.at("/headline/rule").isTextual(), is(true));
    assertThat(fields.at("/publishedAt/value").asText(), equalTo("2020-09-25T11:45:27+08:00"));
    assertThat(fields.at("/body/value").asText(), startsWith("青浦湾首座竹木天桥今日上午启用"));
    assertThat(page.get("dropped").findValuesAsText("text"), hasItem(containsString("周二")));
    assertThat(page.has("sightings"), is(true));
  }

  @Test
  void theBytesOfACaptureArePrintedByTheirDigest() throws IOException {
    byte[] page = PAGE.getBytes(Charset.forName("GB18030"));
    Files.writeString(folder.resolve("a.html"), PAGE);
    try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.gz")))) {
      zip.write(page);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(payload(Digests.sha256(ByteBuffer.wrap(page)), out), is(ExitCode.OK.code()));
    assertThat(out.toByteArray(), equalTo(page));
    out.reset();
    assertThat(payload("9f".repeat(32), out), is(ExitCode.NO_INPUT.code()));
    assertThat(out.size(), is(0));
  }

  private int payload(String sha256, ByteArrayOutputStream out) {
    return InspectPages.run(
        List.of(folder.toString(), "--payload=" + sha256),
        CLOCK,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }

  @Test
  void theZoneOfTimesWithoutOneIsAFlag() throws IOException {
    Files.writeString(folder.resolve("a.html"), PAGE);
    assertThat(
        pages(inspect(folder, "--zone=Europe/Berlin"))
            .get(0)
            .at("/fields/publishedZone")
            .toString(),
        containsString("value"));
  }

  @Test
  void whatIsRejectedSaysWhy() throws IOException {
    Files.write(folder.resolve("a.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    Files.writeString(folder.resolve("b.html"), "  \n ");
    List<JsonNode> pages = pages(inspect(folder));
    assertThat(pages, hasSize(2));
    assertThat(pages.get(0).at("/rejected/reason").asText(), equalTo("NOT_HTML"));
    assertThat(pages.get(1).at("/rejected/reason").asText(), equalTo("EMPTY"));
  }

  @Test
  void anyBytesGiveJson() throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
      for (int flips = 0; flips < 200; flips++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(folder.resolve("a%02d.html".formatted(i)), bytes);
    }
    Outcome outcome = inspect(folder);
    assertThat(outcome.err(), outcome.exitCode(), is(0));
    assertThat(pages(outcome), hasSize(60));
  }

  @Test
  void wrongUsageAndMissingInputHaveTheirOwnCodes() {
    assertThat(inspect().exitCode(), is(ExitCode.USAGE.code()));
    assertThat(inspect(folder, "--zone=Mars/Base").exitCode(), is(ExitCode.USAGE.code()));
    assertThat(inspect(folder, "--asOf=today").exitCode(), is(ExitCode.USAGE.code()));
    assertThat(inspect(folder.resolve("none")).exitCode(), is(ExitCode.NO_INPUT.code()));
  }

  @Test
  void nothingToReadIsNoInput() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Object none : new Object[] {empty, folder + "/*.html", empty + "/**"}) {
      Outcome outcome = inspect(none);
      assertThat(outcome.exitCode(), is(ExitCode.NO_INPUT.code()));
      assertThat(outcome.err(), equalTo("inspect: no file in " + none + "\n"));
    }
  }

  @Test
  void aFileThatCannotBeReadIsToldAndTheOthersArePrinted() throws IOException {
    Files.writeString(folder.resolve("b.html"), PAGE);
    Files.writeString(folder.resolve("c.html"), "  ");
    assertThat(inspect(folder).exitCode(), is(ExitCode.OK.code()));
    Files.createSymbolicLink(folder.resolve("a.html"), folder.resolve("gone"));
    Outcome outcome = inspect(folder);
    assertThat(outcome.exitCode(), is(ExitCode.UNREADABLE.code()));
    assertThat(outcome.err(), startsWith("inspect: cannot read a.html: "));
    assertThat(outcome.err().lines().toList(), hasSize(1));
    assertThat(pages(outcome), hasSize(3));
    assertThat(
        inspect(folder, "--payload=" + "9f".repeat(32)).exitCode(), is(ExitCode.UNREADABLE.code()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
    assertThat(payload(Digests.sha256(ByteBuffer.wrap(page)), out), is(ExitCode.OK.code()));
    assertThat(out.toByteArray(), equalTo(page));
  }

  private static Outcome inspect(Object... args) {
    return Fixtures.run((list, out, err) -> InspectPages.run(list, CLOCK, out, err), args);
  }

  private static List<JsonNode> pages(Outcome outcome) throws IOException {
    try (MappingIterator<JsonNode> pages =
        new ObjectMapper().readerFor(JsonNode.class).readValues(outcome.out())) {
      return pages.readAll();
    }
  }
}
