package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
import static dev.newsfold.captures.containers.Archive.page;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.newsfold.captures.ReadLimits;
import dev.newsfold.records.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of pages: tar and ZIP, in any compression, whole and broken. */
class ContainerFilesTest {
  private static final String LONG = "a.example.com/" + "long/".repeat(40) + "p.html";

  @Test
  void tarsOfEveryDialectGiveTheirPagesAndNamesOfAnyLength() throws IOException {
    for (int dialect :
        List.of(TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX)) {
      Found found =
          Found.in("d.tar", tar(dialect, Map.of("a.example.com/1.html", "<p>1", LONG, "<p>2")));
      assertThat(found.words, contains("page <p>1", "page <p>2"));
      assertThat(found.captures.get(1).getUrl(), equalTo("http://" + LONG));
      assertThat(found.captures.get(1).getOrigin().getFile(), equalTo("d.tar"));
      assertThat(found.captures.get(1).getOrigin().getMember(), equalTo(LONG));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bzip2", "xz", "zstd", "lz4-framed", "deflate"})
  void aTarMayBeCompressedAnyWay(String compression) throws Exception {
    byte[] tar = tar(0, Map.of("a.example.com/1.html", "<p>1", "w.warc.gz", ""));
    Found found = Found.in("d.bin", compressed(compression, tar));
    assertThat(found.words, contains("page <p>1", "reject EMPTY"));
    assertThat(found.facts().captures(), equalTo(2L));
  }

  @ParameterizedTest
  @CsvSource({"lz4-framed,10,d.bin", "lz4-framed,90000,d.tar.lz4", "zstd,10,d.bin", "zstd,90000,d"})
  void framesThatArePassedMayStandAheadOfAny(String compression, int length, String name)
      throws Exception {
    byte[] passed = join(new byte[] {0x53, 0x2a, 0x4d, 0x18}, number(length), new byte[length]);
    byte[] empty = join(new byte[] {0x50, 0x2a, 0x4d, 0x18}, number(0));
    byte[] content = compressed(compression, tar(0, Map.of("1.html", "<p>1")));
    assertThat(Found.in(name, join(empty, passed, content)).words, contains("page <p>1"));
  }

  @Test
  void aBrokenEntryOfATarCostsOnlyItself() throws IOException {
    byte[] tar = tar(0, Map.of("1.html", "<p>1", "2.html", "<p>2", "3.html", "<p>3"));
    tar[1024 + 20] ^= 1;
    assertThat(
        Found.in("d.tar", tar).words,
        contains("page <p>1", "reject CONTAINER_CORRUPT", "page <p>3"));
    byte[] cut = Arrays.copyOf(tar(0, Map.of("1.html", "<p>1", "2.html", "<p>2")), 1024 + 514);
    assertThat(Found.in("d.tar", cut).words, contains("page <p>1", "reject CONTAINER_CORRUPT"));
  }

  @Test
  void archivesInArchivesAreReadAndWhatLiesBesidePagesIsSkipped() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("archive/data.warc.gz", join(gzip(page("<p>1")), gzip(page("<p>2"))));
    entries.put("datapackage.json", bytes("{\"profile\": \"data-package\"}"));
    entries.put("indexes/index.cdx.gz", gzip(bytes("com,example)/ 2021 {}\n")));
    entries.put("pages/pages.jsonl", bytes("{\"format\": \"json-pages-1.0\"}\n"));
    entries.put("pages/style.css", bytes("p { color: red }"));
    entries.put("z/.DS_Store", bytes("x"));
    Found found = Found.in("a.wacz", zip(entries));
    assertThat(
        found.words,
        contains(
            "page <p>1",
            "page <p>2",
            "skip data",
            "skip data",
            "skip data",
            "skip style",
            "skip hidden-file"));
    assertThat(found.captures.get(0).getUrl(), equalTo("http://a.example/1"));
    assertThat(found.captures.get(0).getOrigin().getMember(), startsWith("archive/data.warc.gz"));
    assertThat(Found.in("b.bin", gzip(zip(entries))).words, equalTo(found.words));
  }

  @Test
  void aZipWithoutLengthsIsReadUpToEachDescriptor() {
    byte[] warc = join(gzip(page("<p>P PK\7\10 PK")), gzip(page("<p>2")));
    byte[] zip = join(undelimited("a.warc.gz", warc), undelimited("b.html", bytes("<p>3")));
    assertThat(
        Found.in("a.wacz", join(zip, new byte[] {'P', 'K', 1, 2})).words,
        contains("page <p>P PK\7\10 PK", "page <p>2", "page <p>3"));
  }

  @Test
  void aBrokenEntryOfAZipCostsOnlyItself() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("1.html", bytes("<p>1" + "x".repeat(300)));
    entries.put("2.html", bytes("<p>2" + "y".repeat(300)));
    entries.put("3.html", bytes("<p>3"));
    byte[] zip = zip(entries);
    int second = indexOf(zip, "2.html") + 6;
    zip[second + 3] ^= 0x55;
    List<String> words = Found.in("a.zip", zip).words;
    assertThat(words, hasSize(3));
    assertThat(words.get(0), startsWith("page <p>1"));
    assertThat(words.get(1), equalTo("reject CONTAINER_CORRUPT"));
    assertThat(words.get(2), equalTo("page <p>3"));
    byte[] cut = Arrays.copyOf(zip(entries), second + 2);
    assertThat(
        Found.in("a.zip", cut).words,
        contains(startsWith("page <p>1"), equalTo("reject CONTAINER_CORRUPT")));
  }

  @Test
  void namesLeadNowhere() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("../../etc/passwd.html", bytes("<p>1"));
    entries.put("/root.html", bytes("<p>2"));
    entries.put("C:\\x\\y.html", bytes("<p>3"));
    Found found = Found.in("a.zip", zip(entries));
    assertThat(
        found.captures.stream().map(c -> c.getOrigin().getMember()).toList(),
        contains("etc/passwd.html", "root.html", "x/y.html"));
  }

  @Test
  void aBombIsOneRejectionAndEndsSoon() throws Exception {
    byte[] layer = new byte[64 << 20];
    for (int i = 0; i < 4; i++) {
      layer = compressed("bzip2", layer);
      layer = join(layer, layer, layer, layer, layer, layer, layer, layer);
    }
    Found found = Found.in("bomb", layer, ReadLimits.DEFAULT.withMaxPageBytes(1 << 20));
    assertThat(found.words, hasSize(1));
    assertThat(found.rejections.get(0).getReason(), equalTo(Reason.TOO_LARGE));
  }

  /** The bound is one of containers, of which a page is none. */
  @Test
  void whatLiesInTheLastContainerIsToldAsWhatItIs() {
    byte[] page = bytes("<p>1");
    byte[] document = bytes("%PDF-1.4\n<p>1");
    for (int i = 0; i < 9; i++) {
      page = gzip(page);
      document = gzip(document);
    }
    assertThat(Found.in("a.gz", page).words, contains("page <p>1"));
    assertThat(Found.in("a.gz", document).words, contains("reject NOT_HTML"));
    assertThat(Found.in("a.gz", gzip(page)).words, contains("reject TOO_COMPLEX"));
  }

  @Test
  void containersWithoutAnEndAreTooComplex() {
    byte[] layer = bytes("<p>1");
    for (int i = 0; i < 20; i++) {
      layer = gzip(layer);
    }
    Found found = Found.in("a.gz", layer);
    assertThat(found.words, contains("reject TOO_COMPLEX"));
    assertThat(
        found.rejections.get(0).getMessage(),
        equalTo("a container in more than 8 others, one in the other"));
  }

  @ParameterizedTest
  @CsvSource({
    "[Content_Types].xml,an office document",
    "mimetype,a book",
    "META-INF/MANIFEST.MF,a Java archive"
  })
  void documentsThatAreArchivesInsideAreNamed(String first, String kind) throws IOException {
    Found found = Found.in("a.html", zip(Map.of(first, bytes("<html>x"))));
    assertThat(found.words, contains("reject NOT_HTML"));
    assertThat(found.rejections.get(0).getMessage(), containsString(kind));
  }

  @Test
  void anyDamageKeepsTheAccountRight() throws Exception {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("a/1.html", bytes("<p>1" + "x".repeat(2000)));
    entries.put("b.warc.gz", join(gzip(page("<p>1")), gzip(page("<p>2"))));
    byte[] tar = tar(0, Map.of("1.html", "<p>1", LONG, "<p>2".repeat(500)));
    List<byte[]> files =
        List.of(
            zip(entries),
            join(undelimited("a.html", bytes("<p>1")), undelimited("b.html", bytes("<p>2"))),
            tar,
            compressed("xz", tar),
            compressed("bzip2", tar),
            compressed("zstd", tar),
            compressed("lz4-framed", tar));
    Random random = new Random(7);
    for (byte[] file : files) {
      for (int i = 0; i < 300; i++) {
        byte[] damaged =
            Arrays.copyOf(file, i % 3 == 0 ? random.nextInt(file.length) : file.length);
        for (int hits = random.nextInt(5); hits > 0 && damaged.length > 0; hits--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        Found found = Found.in("f", damaged);
        assertThat(found.facts().captures(), equalTo((long) found.words.size()));
        assertThat(found.words.isEmpty(), equalTo(false));
      }
    }
  }

  private static byte[] tar(int dialect, Map<String, String> pages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setLongFileMode(dialect == 0 ? TarArchiveOutputStream.LONGFILE_GNU : dialect);
      for (Map.Entry<String, String> page : new TreeMap<>(pages).entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(page.getKey());
        entry.setSize(bytes(page.getValue()).length);
        tar.putArchiveEntry(entry);
        tar.write(bytes(page.getValue()));
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** An entry as writers of streams store it: its length and checksum stand behind it. */
  private static byte[] undelimited(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] header = new byte[30];
    header[0] = 'P';
    header[1] = 'K';
    header[2] = 3;
    header[3] = 4;
    header[6] = 8;
    header[26] = (byte) name.length();
    byte[] behind = {'P', 'K', 7, 8};
    return join(
        header,
        bytes(name),
        content,
        behind,
        number(crc.getValue()),
        number(content.length),
        number(content.length));
  }

  private static byte[] number(long value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  private static byte[] compressed(String compression, byte[] content)
      throws IOException, CompressorException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var compressor =
        new CompressorStreamFactory().createCompressorOutputStream(compression, out)) {
      compressor.write(content);
    }
    return out.toByteArray();
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
