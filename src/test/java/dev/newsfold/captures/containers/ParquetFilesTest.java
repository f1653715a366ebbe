package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.RowNames;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of pages in Parquet, as DuckDB writes them, and what hostile hands make of them. */
class ParquetFilesTest {
  private static final int PAGES = 3000;

  /** Pages of which many are alike, none like its neighbours, and one in seven is missing. */
  private static final String ROWS =
      "SELECT CASE WHEN i % 7 = 3 THEN NULL ELSE '<html><body><p>page ' || (i % 500) ||"
          + " repeat(' 青浦', i % 20) || '</p></body></html>' END AS html,"
          + " 'http://a.example/' || i AS url, i AS number, [i, i] AS list,"
          + " {'crawled_at': TIMESTAMPTZ '2020-09-25 03:45:27Z' + INTERVAL (i) SECOND} AS fetch"
          + " FROM range("
          + PAGES
          + ") t(i)";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPRESSION uncompressed",
        "COMPRESSION snappy",
        "COMPRESSION gzip",
        "COMPRESSION zstd, ROW_GROUP_SIZE 2048",
        "COMPRESSION brotli",
        "COMPRESSION lz4_raw",
        "COMPRESSION zstd, PARQUET_VERSION v2",
        "COMPRESSION snappy, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1",
        "COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 1"
      })
  void everyRowWithAPageIsACapture(String options) throws IOException, SQLException {
    Found found = Found.in("t.parquet", table(ROWS, options));
    assertThat(found.captures.size() + found.rejections.size(), equalTo(PAGES));
    assertThat(found.rejections, hasSize((PAGES + 3) / 7));
    assertThat(found.rejections.get(0).getReason(), equalTo(Reason.ROW_UNUSABLE));
    int at = 0;
    for (int i = 0; i < PAGES; i++) {
      if (i % 7 != 3) {
        var capture = found.captures.get(at++);
        assertThat(
            text(capture.getPayload()),
            equalTo(
                "<html><body><p>page " + i % 500 + " 青浦".repeat(i % 20) + "</p></body></html>"));
        assertThat(capture.getUrl(), equalTo("http://a.example/" + i));
        assertThat(
            capture.getCapturedAt(), equalTo(Instant.parse("2020-09-25T03:45:27Z").plusSeconds(i)));
        assertThat(capture.getOrigin().getOffset(), equalTo((long) i));
      }
    }
  }

  @Test
  void bytesThatNoTextIsSaidOfAreAPageOfAnyEncoding() throws IOException, SQLException {
    Found found =
        Found.in(
            "t.parquet",
            table(
                "SELECT encode('<html><body>caf') || '\\xE9'::BLOB || encode('</body></html>')"
                    + " AS content",
                ""));
    assertThat(found.captures, hasSize(1));
    byte[] page = new byte[found.captures.get(0).getPayload().remaining()];
    found.captures.get(0).getPayload().duplicate().get(page);
    assertThat(
        new String(page, StandardCharsets.ISO_8859_1), equalTo("<html><body>café</body></html>"));
  }

  @Test
  void theColumnsMayHaveAnyName() throws IOException, SQLException {
    byte[] file = table("SELECT 'words' AS \"Blob\", 'http://a.example/' AS place", "");
    assertThat(Found.in("t.parquet", file).captures, hasSize(0));
    ReadLimits named = ReadLimits.DEFAULT.withRows(new RowNames("blob", "place", ""));
    Found found = Found.in("t.parquet", file, named);
    assertThat(found.words, equalTo(List.of("page words")));
    assertThat(found.captures.get(0).getUrl(), equalTo("http://a.example/"));
  }

  @Test
  void aTableWithoutPagesSaysWhichColumnsItHas() throws IOException, SQLException {
    Found found = Found.in("t.parquet", table("SELECT 1 AS n, {'b': 'x'} AS a", ""));
    assertThat(found.words, equalTo(List.of("reject NOT_HTML")));
    assertThat(
        found.rejections.get(0).getMessage(),
        equalTo("the file is a Parquet file without a column of pages in HTML: it has n, a.b"));
  }

  @Test
  void aPageThatIsTooLargeIsOneRejection() throws IOException, SQLException {
    byte[] file =
        table(
            "SELECT '<html>' || repeat('x', i * 100000) || '</html>' AS html FROM range(3) t(i)",
            "COMPRESSION zstd");
    Found found = Found.in("t.parquet", file, ReadLimits.DEFAULT.withMaxPageBytes(150_000));
    assertThat(found.captures, hasSize(2));
    assertThat(found.rejections.get(0).getReason(), equalTo(Reason.TOO_LARGE));
  }

  @Test
  void whatIsCutOffIsOneRejection() throws IOException, SQLException {
    byte[] file = table(ROWS, "");
    for (int length : new int[] {4, 8, 12, 1000, file.length - 1}) {
      Found found = Found.in("t.parquet", Arrays.copyOf(file, length));
      assertThat(found.words, equalTo(List.of("reject CONTAINER_CORRUPT")));
      assertThat(found.rejections.get(0).getMessage(), containsString("cut off"));
    }
  }

  @Test
  void rowsBeforeADamageAreKept() throws IOException, SQLException {
    byte[] file = table(ROWS, "COMPRESSION uncompressed, ROW_GROUP_SIZE 2048");
    // A quarter from the end lies the second group of rows, and not the footer.
    Arrays.fill(file, file.length * 3 / 4, file.length * 3 / 4 + 3000, (byte) 0xff);
    Found found = Found.in("t.parquet", file);
    assertThat(found.captures.size(), greaterThan(1500));
    assertThat(
        found.rejections.get(found.rejections.size() - 1).getReason(),
        equalTo(Reason.CONTAINER_CORRUPT));
  }

  @Test
  void noByteThatIsWrongCostsMoreThanARejection() throws IOException, SQLException {
    List<byte[]> files = new ArrayList<>();
    String rows = ROWS.replace("range(" + PAGES + ")", "range(40)");
    for (String options :
        List.of(
            "COMPRESSION uncompressed",
            "COMPRESSION uncompressed, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1",
            "COMPRESSION zstd, PARQUET_VERSION v2")) {
      files.add(table(rows, options));
    }
    Random random = new Random(20200925);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(10),
        () -> {
          for (int i = 0; i < 6000; i++) {
            byte[] file = files.get(i % files.size()).clone();
            for (int wrong = random.nextInt(4); wrong >= 0; wrong--) {
              file[random.nextInt(file.length)] = (byte) WRONG[random.nextInt(WRONG.length)];
            }
            Found found = Found.in("t.parquet", file);
            assertThat(found.words.isEmpty(), equalTo(false));
          }
        });
  }

  private static final int[] WRONG = {0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x19, 0xfc, 0x15};

  @Test
  void aFileThatHoldsFarMoreThanItsSizeIsNotReadToItsEnd() throws IOException, SQLException {
    byte[] file =
        table(
            "SELECT '<html>' || repeat('x', 4000000) || '</html>' AS html FROM range(500)",
            "COMPRESSION zstd");
    AtomicLong captures = new AtomicLong();
    List<String> said = new ArrayList<>();
    new CaptureReader(ReadLimits.DEFAULT, location -> new ByteArrayInputStream(file))
        .read(
            new InputFileRef("t.parquet", "t.parquet"),
            new CaptureOutput() {
              @Override
              public void capture(Capture capture) {
                captures.incrementAndGet();
              }

              @Override
              public void reject(Rejection rejection) {
                said.add(rejection.getMessage());
              }

              @Override
              public void skip(SkipKind kind) {}
            });
    assertThat(captures.get(), greaterThan(100L));
    assertThat(captures.get(), lessThan(500L));
    assertThat(said, hasSize(1));
    assertThat(said.get(0), containsString("the file expands to more than"));
  }

  @Test
  void lengthsThatAreNotThereSetNoMemoryAside() {
    // A footer of one list of schema elements, which is said to have two thousand million.
    byte[] list = {0x29, (byte) 0xfc, -1, -1, -1, -1, 7, 0};
    expectBroken(list);
    // A string of as many bytes.
    expectBroken(new byte[] {0x68, -1, -1, -1, -1, 7, 0});
    // Structs in structs, a million deep.
    byte[] deep = new byte[1 << 20];
    Arrays.fill(deep, (byte) 0x1c);
    expectBroken(deep);
  }

  private static void expectBroken(byte[] footer) {
    ByteBuffer file = ByteBuffer.allocate(footer.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    file.put("PAR1".getBytes(StandardCharsets.US_ASCII)).put(footer).putInt(footer.length);
    file.put("PAR1".getBytes(StandardCharsets.US_ASCII));
    Found found = Found.in("t.parquet", file.array());
    assertThat(found.words, equalTo(List.of("reject CONTAINER_CORRUPT")));
  }

  private byte[] table(String rows, String options) throws IOException, SQLException {
    Path file = folder.resolve("t.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute(
          "COPY ("
              + rows
              + ") TO '"
              + file
              + "' (FORMAT parquet"
              + (options.isEmpty() ? "" : ", " + options)
              + ")");
    }
    return Files.readAllBytes(file);
  }

  private static String text(ByteBuffer payload) {
    return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
  }
}
