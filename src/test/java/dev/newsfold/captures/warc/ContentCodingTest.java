package dev.newsfold.captures.warc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aTextThatBeginsWithItsMarkIsInNoEncodingWhateverIsDeclared(String charset) {
    byte[] page = "\ufeff渡轮首航 客流破万 <p>海潮网9月25日电</p>".getBytes(Charset.forName(charset));
    assertThat(charset, ContentCoding.of(page, "gzip"), is(nullValue()));
  }
}
