package dev.newsfold.interchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final List<Article> articles = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  @Test
  void readsWhatTrafilaturaWrites() {
    read(
        """
        {"title": "新桥在青浦湾启用", "author": "梁其远; 邵立新", "hostname": "cedar.example", \
        "date": "2025-03-05", "fingerprint": "2c7f3d", "id": null, "license": null, "comments": "", \
        "raw_text": "新桥 周三启用。", "text": "新桥周三启用。", "language": null, "image": null, \
        "pagetype": "article", "source": "https://www.cedar.example/news/1.html", \
        "source-hostname": "雪松报", "excerpt": "周三启用", "categories": "", "tags": ""}
        """);

    Article article = articles.get(0);
    assertThat(article.getHeadline(), equalTo("新桥在青浦湾启用"));
    assertThat(article.getBody(), equalTo("新桥周三启用。"));
    assertThat(article.getAuthors(), contains("梁其远", "邵立新"));
    assertThat(article.getPublishDay(), equalTo(LocalDate.of(2025, 3, 5)));
    assertThat(article.getPublishedPrecision(), equalTo(Precision.DAY));
    assertThat("its source is the address", article.getSite(), equalTo("cedar.example"));
    assertThat(article.getSource(), nullValue());
    assertThat(article.getSummary(), equalTo("周三启用"));
    assertThat(article.getEvidence(), hasEntry("headline", "row:title"));
  }

  @Test
  void readsWhatNewsPleaseWrites() {
    read(
        """
        {"authors": ["Shao Lixin"], "date_download": "2025-03-06 01:00:00", "date_modify": null, \
        "date_publish": "2025-03-05 09:30:00", "description": "It opens.", "filename": "x.json", \
        "image_url": null, "language": "en", "localpath": null, \
        "maintext": "The bridge opens on Wednesday.", "source_domain": "www.cedar.example", \
        "title": "Bridge opens", "title_page": null, "title_rss": null, \
        "url": "https://www.cedar.example/news/1.html"}
        """);

    Article article = articles.get(0);
    assertThat(article.getBody(), equalTo("The bridge opens on Wednesday."));
    assertThat(article.getPublishedAt(), equalTo(Instant.parse("2025-03-05T01:30:00Z")));
    assertThat(article.getPublishedPrecision(), equalTo(Precision.MINUTE));
    assertThat(article.getLanguage(), equalTo("en"));
    assertThat(article.getAuthors(), contains("Shao Lixin"));
  }

  @Test
  void authorsThatAreNullAreNone() {
    read(
        """
        {"title": "a", "authors": [null, " Shao Lixin "]}
        {"title": "a", "authors": [null], "author": "; 梁其远 ;;"}
        """);

    assertThat(articles.get(0).getAuthors(), contains("Shao Lixin"));
    assertThat(articles.get(1).getAuthors(), contains("梁其远"));
    assertThat(articles.get(1).getEvidence(), hasEntry("authors", "row:author"));
  }

  /** A pattern that looks for blanks before a sign would look from each of them. */
  @Test
  void anAuthorOfAMillionBlanksIsReadOnce() {
    read("{\"title\": \"a\", \"author\": \"x" + " ".repeat(1 << 21) + "y\"}");

    assertThat(articles.get(0).getAuthors(), hasSize(1));
  }

  @Test
  void aLineThatBeginsWithBlanksAndIsTooLongIsRejected() {
    read(" ".repeat(32 << 20) + "{\"title\": \"a\"}\n{\"title\": \"b\"}");

    assertThat(articles, hasSize(1));
    assertThat(rejections, hasSize(1));
    assertThat(rejections.get(0).getReason(), equalTo(Reason.TOO_LARGE));
  }

  @Test
  void aNumberThatTheFieldCannotHoldIsRefused() {
    Map<String, Object> row = new HashMap<>();
    RecordValues.REQUIRED.forEach(name -> row.put(name, "x"));
    row.put("captures", 1L << 32);

    UnusableRowException no =
        assertThrows(UnusableRowException.class, () -> RecordValues.article(row, new Origin()));
    assertThat(no.getMessage(), equalTo("captures is out of range: 4294967296"));
  }

  @Test
  void foreignIdsStayAndOthersComeOfTheAddress() {
    read(
        """
        {"id": "theirs-7", "title": "a", "url": "https://a.example/1"}
        {"id": 7, "title": "a"}
        {"title": "a", "url": "https://a.example/1"}
        {"title": "a", "url": "https://a.example/1?utm_source=x"}
        """);

    assertThat(articles.get(0).getId(), equalTo("theirs-7"));
    assertThat(articles.get(1).getId(), equalTo("7"));
    assertThat(articles.get(3).getId(), equalTo(articles.get(2).getId()));
  }

  @Test
  void aRowThatCannotBeUsedIsOneRejectionThatSaysWhyAndWhere() {
    FileFacts facts =
        read(
            """
            {"title": "first", "text": "one"}
            {"title": "broken
            [1, 2]

            {"url": "https://a.example/1", "title": "  ", "text": null}
            {"title": "last"}
            """);

    assertThat(articles.stream().map(Article::getHeadline).toList(), contains("first", "last"));
    assertThat(
        rejections.stream().map(Rejection::getReason).distinct().toList(),
        contains(Reason.ROW_UNUSABLE));
    assertThat(rejections, hasSize(3));
    assertThat(rejections.get(0).getMessage(), containsString("not JSON"));
    assertThat(rejections.get(0).getOrigin().getOffset(), equalTo(34L));
    assertThat(rejections.get(1).getMessage(), equalTo("not a JSON object"));
    assertThat(rejections.get(2).getMessage(), equalTo("neither headline nor text"));
    assertThat("an empty line is no row", facts.captures(), equalTo(5L));
  }

  @Test
  void aLineIsOneRowAndNothingElse() {
    read(
        """
        \ufeff{"title": "first", "text": "behind a byte order mark"}
        {"title": "second", "text": "one"}{"title": "third", "text": "on the same line"}
        {"title": "last", "text": "one"} \t
        """);

    assertThat(articles.stream().map(Article::getHeadline).toList(), contains("first", "last"));
    assertThat(rejections, hasSize(1));
    assertThat(rejections.get(0).getMessage(), containsString("not JSON"));
  }

  @Test
  void readsOurOwnAvroAndGzip() throws IOException {
    read("{\"id\": \"a\", \"title\": \"t\", \"text\": \"b\"}\n");
    ByteArrayOutputStream avro = new ByteArrayOutputStream();
    try (DataFileWriter<Article> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(Article.class))) {
      writer.create(Article.getClassSchema(), avro);
      writer.append(articles.get(0));
    }
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write("{\"id\": \"z\", \"title\": \"t\"}".getBytes(StandardCharsets.UTF_8));
    }
    read(avro.toByteArray());
    read(gzip.toByteArray());

    assertThat(articles.stream().map(Article::getId).toList(), contains("a", "a", "z"));
    assertThat(rejections, empty());
  }

  /** A flipped bit may be in a length, the index of a union, a number of values. */
  @Test
  void brokenAvroIsARejection() throws IOException {
    read("{\"id\": \"a\", \"title\": \"t\", \"text\": \"b\", \"keywords\": [\"k\"]}\n");
    ByteArrayOutputStream avro = new ByteArrayOutputStream();
    try (DataFileWriter<Article> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(Article.class))) {
      writer.create(Article.getClassSchema(), avro);
      writer.append(articles.get(0));
    }
    byte[] whole = avro.toByteArray();
    for (int at = whole.length - 256; at < whole.length; at++) {
      for (int bits : new int[] {0x01, 0x40, 0x80, 0xff}) {
        byte[] broken = whole.clone();
        broken[at] ^= (byte) bits;
        int before = articles.size() + rejections.size();
        read(broken);
        assertThat("place " + at, articles.size() + rejections.size(), greaterThan(before));
      }
    }
  }

  @Test
  void avroOfOthersIsARejection() throws IOException {
    Schema other = SchemaBuilder.record("Other").fields().requiredInt("a").endRecord();
    ByteArrayOutputStream avro = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(other))) {
      writer.create(other, avro);
      writer.append(new GenericRecordBuilder(other).set("a", 1).build());
    }
    read(avro.toByteArray());

    assertThat(articles, empty());
    assertThat(rejections, hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-05T09:30:15+09:00, 2025-03-05T00:30:15Z, SECOND",
    "2025-03-05T09:30:15.250Z,  2025-03-05T09:30:15.250Z, SECOND",
    "2025-03-05 09:30:00+08,    2025-03-05T01:30:00Z, MINUTE",
    "2025-03-05 09:30 +0000,    2025-03-05T09:30:00Z, MINUTE",
    "2025-03-05 09:30,          2025-03-05T01:30:00Z, MINUTE",
    "2025-03-05,                2025-03-04T16:00:00Z, DAY",
    "2025-3-5,                  2025-03-04T16:00:00Z, DAY",
    "2025年3月5日,              2025-03-04T16:00:00Z, DAY",
    "2025年03月05日09:30,       2025-03-05T01:30:00Z, MINUTE",
    "2025-03-0509:30:15,        2025-03-05T01:30:15Z, SECOND",
    "2025/03/05 9:30,           2025-03-05T01:30:00Z, MINUTE",
  })
  void readsTimesAsRowsStateThem(String text, Instant at, Precision precision) {
    RowTime time = RowTime.parse(text, ZONE).orElseThrow();

    assertThat(time.instant(), equalTo(at));
    assertThat(time.precision(), equalTo(precision));
    assertThat(time.day(), equalTo(LocalDate.of(2025, 3, 5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "2025-02-30", "2025-03-05 25:00", "20250305", "2025-03", "1"})
  void refusesTimesThatCannotBe(String text) {
    read("{\"title\": \"t\", \"date\": \"" + text + "\"}");

    assertThat(articles.get(0).getPublishedAt(), nullValue());
    assertThat(
        articles.get(0).getEvidence(), hasEntry("publishedAt", "refused: cannot be read: " + text));
  }

  private FileFacts read(String rows) {
    return read(rows.getBytes(StandardCharsets.UTF_8));
  }

  private FileFacts read(byte[] file) {
    return new RowReader(location -> new ByteArrayInputStream(file), ZONE)
        .read(
            new InputFileRef("rows.jsonl", "rows.jsonl"), new CollectedRows(articles, rejections));
  }
}
