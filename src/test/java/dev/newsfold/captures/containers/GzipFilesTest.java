package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.newsfold.captures.ReadLimits;
import dev.newsfold.records.UrlEvidence;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipFilesTest {
  private static final byte[] PAGE = bytes("<p>one");

  @Test
  void aPlainFileIsOnePageAtItsPath() {
    Found found = Found.in("news/a b#1.html", PAGE);
    assertThat(found.words, contains("page <p>one"));
    assertThat(found.captures.get(0).getUrl(), equalTo("file:news/a%20b%231.html"));
    assertThat(found.captures.get(0).getUrlEvidence(), equalTo(UrlEvidence.FILE_PATH));
    assertThat(found.facts().captures(), equalTo(1L));
    assertThat(found.facts().size(), equalTo(6L));
  }

  @Test
  void theMembersOfAFileAreOnePage() {
    assertThat(words(join(gzip(PAGE), gzip(bytes("two")))), contains("page <p>onetwo"));
  }

  @Test
  void paddingAndWhatStartsNoMemberAreNoPartOfThePage() {
    assertThat(words(join(gzip(PAGE), new byte[512])), contains("page <p>one"));
    assertThat(words(join(gzip(PAGE), bytes("junk"))), contains("page <p>one"));
  }

  @Test
  void theBytesTellWhetherAFileIsCompressed() {
    assertThat(Found.in("a.html", gzip(PAGE)).words, contains("page <p>one"));
    assertThat(words(PAGE), contains("page <p>one"));
    assertThat(words(gzip(gzip(PAGE))), contains("page <p>one"));
  }

  @Test
  void manyEmptyMembersCostNoStack() {
    byte[] empty = gzip(new byte[0]);
    byte[] file = new byte[20_000 * empty.length];
    for (int i = 0; i < file.length; i++) {
      file[i] = empty[i % empty.length];
    }
    assertThat(words(join(file, gzip(PAGE))), contains("page <p>one"));
  }

  @Test
  void aWrongChecksumOrLengthIsDamage() {
    byte[] file = gzip(PAGE);
    byte[] checksum = file.clone();
    checksum[file.length - 8] ^= 1;
    byte[] length = file.clone();
    length[file.length - 1] ^= 1;
    assertThat(words(checksum), contains("reject GZIP_CORRUPT"));
    assertThat(words(length), contains("reject GZIP_CORRUPT"));
  }

  @Test
  void aFileCutAnywhereIsCutOff() {
    byte[] file = gzip(PAGE);
    for (int length = 2; length < file.length; length++) {
      assertThat(words(Arrays.copyOf(file, length)), contains("reject GZIP_TRUNCATED"));
    }
  }

  @Test
  void nothingIsEmptyHoweverItIsWrapped() {
    assertThat(words(new byte[0]), contains("reject EMPTY"));
    assertThat(words(gzip(new byte[0])), contains("reject EMPTY"));
  }

  @Test
  void aZlibStreamIsNoGzip() {
    assertThat(words(Archive.deflate(PAGE)), contains("reject GZIP_CORRUPT"));
  }

  @Test
  void onlyAsMuchIsInflatedAsAPageMayHave() {
    ReadLimits limits = ReadLimits.DEFAULT.withMaxPageBytes(1000);
    assertThat(
        Found.in("a.html.gz", gzip(new byte[1001]), limits).words, contains("reject TOO_LARGE"));
    byte[] page = bytes("<p>" + "x".repeat(997));
    assertThat(Found.in("a.html.gz", gzip(page), limits).captures, hasSize(1));
    assertThat(
        Found.in("a.html", bytes("x".repeat(1001)), limits).words, contains("reject TOO_LARGE"));
    assertThat(
        Found.in("a.html", PAGE, limits.withMaxFileBytes(5)).words, contains("reject TOO_LARGE"));
  }

  @Test
  void anyDamageIsOneRejectionOrNone() {
    Random random = new Random(7);
    byte[] page = bytes("<html><h1>虚构</h1>" + "字句".repeat(300));
    for (int i = 0; i < 400; i++) {
      byte[] file = gzip(page);
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      Found found = Found.in("a.html.gz", file);
      assertThat(found.words, hasSize(1));
      assertThat(found.facts().captures(), equalTo(1L));
    }
  }

  /** Named as an archive, and none: it is read ahead to find out, past what a buffer holds. */
  @Test
  void aLongPageUnderTheNameOfAnArchiveIsTold() {
    byte[] page = gzip(bytes("<html><p>" + "x ".repeat(50_000)));
    Found found =
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> Found.in("a.warc.gz", page));
    assertThat(found.words, contains("reject WARC_MALFORMED"));
  }

  private static List<String> words(byte[] file) {
    return Found.in("a.html.gz", file).words;
  }

  @Test
  void aPageOfAMirrorHasItsAddressHoweverItIsCompressed() {
    for (String path :
        List.of("www.daily.example/a/1.html.gz", "mirror/www.daily.example/a/1.html.gz")) {
      Found found = Found.in(path, gzip(bytes("<p>page")));
      assertThat(found.captures.get(0).getUrl(), equalTo("http://www.daily.example/a/1.html"));
    }
  }
}
