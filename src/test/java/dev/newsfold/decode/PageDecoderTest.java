package dev.newsfold.decode;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.newsfold.captures.Verdict;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Page;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class PageDecoderTest {
  private static final String CHINESE = "镇上的旧桥昨天重新开放，镕炉厂的工人第一批走过桥面。工程师说，桥身比原先宽了两米，可以并排通过两辆车。";

  @ParameterizedTest
  @CsvFileSource(resources = "charsets.csv", numLinesToSkip = 1)
  void bytesAreReadInTheCharsetThatTheyAreIn(
      String header, String head, String bytesAre, String text, String charset, String evidence) {
    Page page = page(header, (head == null ? "" : head) + text, Charset.forName(bytesAre));
    assertThat(page.getText(), containsString(text));
    assertThat(page.getCharset().toLowerCase(java.util.Locale.ROOT), equalTo(charset));
    assertThat(page.getCharsetEvidence(), containsString(evidence));
  }

  @ParameterizedTest
  @CsvSource({"gb18030", "gbk"})
  void aChinesePageThatDeclaresNothingOrSomethingFalseIsFound(String charset) {
    for (String head : new String[] {"", "<meta charset=utf-8>", "<meta charset=iso-8859-1>"}) {
      Page page = page(null, head + CHINESE, Charset.forName(charset));
      assertThat(head, page.getText(), containsString(CHINESE));
    }
  }

  @Test
  void traditionalPagesAreToldFromSimplifiedOnes() {
    String text = "鎮上的舊橋昨天重新開放，工人們第一批走過橋面。工程師說，橋身比原先寬了兩公尺，可以並排通過兩輛車。";
    for (String head : new String[] {"", "<meta charset=gbk>", "<meta charset=utf-8>"}) {
      Page page = page(null, head + text, Charset.forName("Big5"));
      assertThat(head, page.getText(), containsString(text));
    }
  }

  @Test
  void aByteOrderMarkWinsOverWhatIsDeclared() {
    String text = "\uFEFF<meta charset=gbk>" + CHINESE;
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      Page page = page("text/html; charset=big5", text, charset);
      assertThat(page.getText(), equalTo(text.substring(1)));
      assertThat(page.getCharsetEvidence(), equalTo("bom"));
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideLettersAreToldByTheirNuls(String charset) {
    String text = "<html lang=zh><head><meta charset=utf-8><title>x</title><p>𠀀" + CHINESE;
    Page page = page("text/html; charset=" + charset, text, Charset.forName(charset));
    assertThat(page.getText(), equalTo(text));
    assertThat(page.getCharset(), equalTo(charset.toLowerCase(java.util.Locale.ROOT)));
    assertThat(page.getCharsetEvidence(), startsWith("frequency of NUL"));
  }

  /** Where ASCII means other letters, its own are no article. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "hz-gb-2312 | <h1>~{<:Ky2;IO~}</h1> | true",
        "HZ-GB-2312 | <h1>A bridge ~ {reopens} </h1> | false",
        "utf-7 | <h1>+ZbB47w-</h1> | true",
        "utf-7 | <h1>+ZbA-</h1> | true",
        "UTF7 | <h1>Caf+AOk- | true",
        "utf-7 | <h1>1 +- 1, C++, a+bc-d, +and more, 2+2=4</h1> | false",
        "utf-7 | <a href=\"?q=rail+strike+today\">x</a> | false",
        "utf-8 | <h1>+ZbB47w-</h1> | false",
      })
  void lettersInEscapesAreRejected(String label, String text, boolean rejected) {
    byte[] bytes = ("<meta charset=" + label + ">" + text).getBytes(StandardCharsets.US_ASCII);
    Verdict<Page> verdict = decode(null, bytes);
    assertThat(text, verdict instanceof Verdict.Rejected<Page>, equalTo(rejected));
    if (verdict instanceof Verdict.Rejected<Page> no) {
      assertThat(no.rejection().getReason(), equalTo(Reason.DECODE));
    }
  }

  /** Base64 holds plus signs itself: whoever read it from each of them would not come to an end. */
  @Test
  void aPageFullOfPlusSignsIsReadOnce() {
    String text = "<meta charset=utf-7>" + "+AA".repeat(1 << 20);
    assertThat(page(null, text, StandardCharsets.US_ASCII).getText(), equalTo(text));
  }

  @Test
  void anElementOfManyLabelsTellsOfAFew() {
    StringBuilder text = new StringBuilder("<meta");
    for (int i = 0; i < 100; i++) {
      text.append(" charset=label").append(i);
    }
    String evidence = page(null, text + ">" + CHINESE, StandardCharsets.UTF_8).getCharsetEvidence();
    assertThat(evidence, containsString("label3"));
    assertThat(evidence, not(containsString("label4")));
  }

  @ParameterizedTest
  @CsvSource({"utf-16", "utf-16be"})
  void aHeaderOfWideLettersIsRefutedByAPageWithoutNuls(String label) {
    String text = "<title>Bridge opens</title><p>The bridge opened.";
    Page page = page("text/html; charset=" + label, text, StandardCharsets.US_ASCII);
    assertThat(page.getText(), equalTo(text));
    assertThat(page.getCharsetEvidence(), containsString("http said " + label));
  }

  @Test
  void marksAndNulsAmongTheTextAreNoText() {
    assertThat(
        page(null, "\r\n\uFEFF\uFEFF<p>镇\0上" + CHINESE, StandardCharsets.UTF_8).getText(),
        equalTo("<p>镇上" + CHINESE));
  }

  @Test
  void aPageCutInsideACharacterLosesThatCharacterOnly() {
    for (String charset : new String[] {"utf-8", "gb18030", "Big5"}) {
      String text = "<p>" + "文字".repeat(40);
      byte[] bytes = text.getBytes(Charset.forName(charset));
      Page page = accepted("text/html; charset=" + charset, Arrays.copyOf(bytes, bytes.length - 1));
      assertThat(charset, page.getText(), equalTo(text.substring(0, text.length() - 1)));
    }
  }

  @Test
  void strayBytesTakeNoMoreThanTheirCharacter() {
    for (String charset : new String[] {"utf-8", "gb18030"}) {
      byte[] before = ("<meta charset=" + charset + "><h1>" + CHINESE).getBytes(charset(charset));
      byte[] after = ("</h1><p>" + CHINESE).getBytes(charset(charset));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(before);
      bytes.write(0xff);
      bytes.write(0xc4);
      bytes.writeBytes(after);
      String text = accepted(null, bytes.toByteArray()).getText();
      assertThat(text, containsString("<h1>" + CHINESE));
      assertThat(text, containsString("</h1><p>" + CHINESE));
    }
  }

  @Test
  void paddingOfOnesIsNoText() {
    byte[] page = ("<h1>" + CHINESE).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(page, page.length + 5000);
    Arrays.fill(padded, page.length, padded.length, (byte) 0xff);
    assertThat(accepted(null, padded).getText(), equalTo("<h1>" + CHINESE));
  }

  @Test
  void aFooterInAnotherCharsetDoesNotTurnThePage() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(("<h1>" + CHINESE.repeat(5)).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("<p>版权所有".getBytes(Charset.forName("gbk")));
    assertThat(accepted(null, bytes.toByteArray()).getText(), startsWith("<h1>" + CHINESE));
  }

  @Test
  void byte0x80InAGbkPageIsTheEuroSign() {
    byte[] bytes = ("<meta charset=gbk>" + CHINESE + "#").getBytes(Charset.forName("gbk"));
    bytes[bytes.length - 1] = (byte) 0x80;
    assertThat(accepted(null, bytes).getText(), containsString(CHINESE + "€"));
  }

  @Test
  void anOverlongFormOpensNoTag() {
    byte[] bytes = ("<h1>##script" + CHINESE).getBytes(StandardCharsets.UTF_8);
    bytes[4] = (byte) 0xc0;
    bytes[5] = (byte) 0xbc;
    assertThat(accepted(null, bytes).getText(), not(containsString("<script")));
  }

  @Test
  void whatIsNoTextIsRejectedForWhatItIs() {
    assertThat(rejected(new byte[0]).getReason(), equalTo(Reason.EMPTY));
    assertThat(
        rejected(" \r\n\t".getBytes(StandardCharsets.UTF_8)).getReason(), equalTo(Reason.EMPTY));
    assertThat(
        rejected(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}).getReason(),
        equalTo(Reason.EMPTY));
    assertThat(
        rejected("%PDF-1.4\n%...".getBytes(StandardCharsets.UTF_8)).getReason(),
        equalTo(Reason.NOT_HTML));
    assertThat(rejected(new byte[] {'P', 'K', 3, 4, 0, 0}).getReason(), equalTo(Reason.NOT_HTML));
    byte[] large = new byte[100_000];
    Arrays.fill(large, (byte) 5);
    Rejection rejection = rejected(large);
    assertThat(rejection.getReason(), equalTo(Reason.NOT_HTML));
    assertThat(rejection.getPayload().remaining(), equalTo(4096));
    assertThat(rejection.getPayloadSize(), equalTo(100_000L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "cb({\"code\":0,\"html\":\"<div class=\\\"a\\\">x\"}) | a page quoted in a program's notation",
        "<html lang=\\\"zh\\\">\\n<p id=\"a\">x | a page quoted in a program's notation",
        "MZ\u0090\u0000p\u0000r\u0000o\u0000g\u0000r\u0000a\u0000m\u0000s\u0000 | a program",
        "\u0004\u0000\u0002html\u0000\u0007<html lang=\"zh\"><p>x | binary data",
      })
  void aPageWithinSomethingElseIsNoPage(String text, String what) {
    assertThat(
        rejected(text.getBytes(StandardCharsets.ISO_8859_1)).getMessage(),
        equalTo("the payload is " + what));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<html lang=zh><script>document.write(\"<a href=\\\"x\\\">\")</script><p>x",
        "<html lang=\"zh\"><p title=\\\"x\\\">x",
        "\u0001<html><p>x",
      })
  void aPageMayQuoteMarkupOrStartWithAStrayByte(String text) {
    assertThat(accepted(null, text.getBytes(StandardCharsets.UTF_8)).getText(), endsWith("x"));
  }

  private static Charset charset(String name) {
    return Charset.forName(name);
  }

  private static Page page(
      @org.jspecify.annotations.Nullable String header, String text, Charset charset) {
    return accepted(header, text.getBytes(charset));
  }

  private static Page accepted(
      @org.jspecify.annotations.Nullable String contentType, byte[] bytes) {
    Verdict<Page> verdict = decode(contentType, bytes);
    return assertInstanceOf(Verdict.Accepted.class, verdict).value() instanceof Page page
        ? page
        : new Page();
  }

  private static Rejection rejected(byte[] bytes) {
    return assertInstanceOf(Verdict.Rejected.class, decode(null, bytes)).rejection();
  }

  private static Verdict<Page> decode(
      @org.jspecify.annotations.Nullable String contentType, byte[] bytes) {
    return new PageDecoder()
        .decode(
            Capture.newBuilder()
                .setContentType(contentType)
                .setPayload(ByteBuffer.wrap(bytes))
                .setOrigin(Origin.newBuilder().setFile("page").build())
                .build());
  }
}
