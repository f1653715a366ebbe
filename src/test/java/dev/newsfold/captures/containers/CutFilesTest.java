package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compressed files that end too soon: what came whole before is kept, and the end is told once. */
class CutFilesTest {
  private static final int PAGES = 60;

  /**
   * @param behind how many pages, at most, a decoder loses that were in the file: those of a block
   */
  @ParameterizedTest
  @CsvSource({"gz, 1", "zstd, 8", "xz, 4", "lz4-framed, 4", "bzip2, 46", "deflate, 1"})
  void theMembersAheadOfACutAreRead(String compression, int behind) throws Exception {
    List<String> pages = pages();
    byte[] whole = compressed(compression, tar(pages));
    assertThat(Found.in("d", whole).captures.size(), equalTo(PAGES));
    for (int i = 1; i < 20; i++) {
      Found found = Found.in("d", Arrays.copyOf(whole, whole.length * i / 20));
      int came = found.captures.size();
      assertThat(came, greaterThanOrEqualTo(PAGES * i / 20 - behind));
      assertThat(
          found.words.subList(0, came),
          equalTo(pages.subList(0, came).stream().map(page -> "page " + page).toList()));
      assertThat(found.rejections.size(), equalTo(1));
      assertThat(found.rejections.get(0).getMessage(), containsString("is cut off"));
    }
  }

  /** Half a page that stands alone is no article, and is not told from a whole one later. */
  @ParameterizedTest
  @CsvSource({"gz", "zstd", "xz", "lz4-framed", "bzip2", "deflate"})
  void aPageThatIsCutWithItsFileIsRejected(String compression) throws Exception {
    byte[] whole = compressed(compression, bytes("<html>" + pages().get(0)));
    for (int i = 1; i < 20; i++) {
      Found found = Found.in("1.html." + compression, Arrays.copyOf(whole, whole.length * i / 20));
      assertThat(found.captures, equalTo(List.of()));
      assertThat(
          found.rejections.stream().map(r -> r.getMessage()).toList(),
          contains(containsString("is cut off")));
    }
  }

  /** Pages of letters that hardly compress. */
  private static List<String> pages() {
    Random random = new Random(7);
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      StringBuilder page = new StringBuilder("<p>" + i + " ");
      for (int at = 0; at < 20_000; at++) {
        page.append((char) ('0' + random.nextInt(75)));
      }
      pages.add(page.toString().replace('<', '(').replaceFirst("\\(", "<"));
    }
    return pages;
  }

  private static byte[] tar(List<String> pages) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int i = 0; i < pages.size(); i++) {
        TarArchiveEntry entry = new TarArchiveEntry(i + ".html");
        entry.setSize(pages.get(i).length());
        tar.putArchiveEntry(entry);
        tar.write(bytes(pages.get(i)));
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] compressed(String compression, byte[] content) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var compressor =
        new CompressorStreamFactory().createCompressorOutputStream(compression, out)) {
      compressor.write(content);
    }
    return out.toByteArray();
  }
}
