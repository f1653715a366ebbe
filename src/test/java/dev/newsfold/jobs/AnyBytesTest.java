package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Page;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnyBytesTest {
  private static final String PAGE =
      "<html><head><meta charset=gbk><title>虚构的标题_某网</title></head><body><h1>虚构的标题</h1>"
          + "<p>2020-09-25 11:45:27来源:某报</p><div><p>虚构的正文，写得略长一些。</p></div></body></html>";

  @Test
  void decodeAndParseGiveAVerdictOnAnyBytes() {
    Random random = new Random(20200925);
    PageDecoder decoder = new PageDecoder();
    ArticleParser parser =
        new ArticleParser(
            new ParseSettings(
                ZoneId.of("Asia/Shanghai"), Instant.parse("2026-01-01T00:00:00Z"), SiteRules.NONE));
    for (int i = 0; i < 1500; i++) {
      byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
      if (i % 3 == 0) {
        bytes = new byte[random.nextInt(2000)];
        random.nextBytes(bytes);
      } else {
        for (int hits = random.nextInt(40); hits > 0; hits--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      Capture capture =
          Capture.newBuilder()
              .setPayload(ByteBuffer.wrap(bytes))
              .setOrigin(Origin.newBuilder().setFile("page").build())
              .build();
      Verdict<Page> decoded = decoder.decode(capture);
      assertThat(decoded, notNullValue());
      if (decoded instanceof Verdict.Accepted<Page> accepted) {
        assertThat(parser.parse(accepted.value()), notNullValue());
      }
    }
  }
}
