package dev.newsfold.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.interchange.CollectedRows;
import dev.newsfold.interchange.RowReader;
import dev.newsfold.records.Article;
import dev.newsfold.records.Content;
import dev.newsfold.records.Dateline;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Relation;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that were exported as Parquet, read again as those of someone else. */
class ArticleTablesTest {
  @TempDir Path folder;

  private final Random dice = new Random(7);
  private final List<Article> articles = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  @Test
  void everyFieldIsAsItWas() throws IOException {
    List<Article> written = invented(700);
    for (Path file : export(written)) {
      read(file);
    }

    assertThat(rejections, empty());
    expect(articles, written);
    Schema schema = Article.getClassSchema();
    for (Schema.Field field : schema.getFields()) {
      // Or a field that is never filled, or always, would pass unread.
      assertThat(
          field.name(),
          written.stream().map(article -> article.get(field.pos())).distinct().limit(2).count(),
          greaterThan(field.name().equals("origin") ? 0L : 1L));
    }
  }

  @Test
  void whatAnotherProgramMadeOfAnExportIsRead() throws IOException, SQLException {
    List<Article> written = invented(300);
    export(written);
    Path theirs = folder.resolve("theirs.parquet");
    try (Duck duck = new Duck()) {
      duck.list(
          "COPY (SELECT * FROM "
              + Duck.table(folder, "articles")
              + " WHERE captures > 500) TO '"
              + theirs
              + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
    }
    read(theirs);

    assertThat(rejections, empty());
    expect(articles, written.stream().filter(article -> article.getCaptures() > 500).toList());
  }

  @Test
  void rowsThatLackWhatEveryArticleHasAreRejected() throws IOException, SQLException {
    Path file = folder.resolve("some.parquet");
    try (Duck duck = new Duck()) {
      duck.list(
          "COPY (SELECT 'n' || i AS id, 'http://a.example/' || i AS url, url AS canonicalUrl,"
              + " 'a.example' AS site, '' AS payloadDigest,"
              + " CASE WHEN i <> 1 THEN '渡船停航' END AS headline,"
              + " CASE WHEN i = 2 THEN 'WEEK' ELSE 'DAY' END AS publishedPrecision"
              + " FROM range(4) t(i)) TO '"
              + file
              + "' (FORMAT parquet)");
    }
    read(file);

    assertThat(articles.stream().map(Article::getId).toList(), equalTo(List.of("n0", "n3")));
    assertThat(articles.get(0).getCaptures(), equalTo(1));
    assertThat(articles.get(0).getAuthors(), empty());
    assertThat(rejections.get(0).getMessage(), equalTo("no headline"));
    assertThat(rejections.get(0).getOrigin().getOffset(), equalTo(1L));
    assertThat(rejections.get(1).getMessage(), containsString("publishedPrecision is none of"));
  }

  @Test
  void anotherTableIsOneRejectionThatSaysSo() throws IOException, SQLException {
    Path file = folder.resolve("other.parquet");
    try (Duck duck = new Duck()) {
      duck.list("COPY (SELECT 1 AS id, 'x' AS html) TO '" + file + "' (FORMAT parquet)");
    }
    read(file);

    assertThat(rejections, hasSize(1));
    assertThat(rejections.get(0).getReason(), equalTo(Reason.ROW_UNUSABLE));
    assertThat(rejections.get(0).getMessage(), containsString("no url among id, html"));
  }

  @Test
  void damageIsOneRejectionAndKeepsTheRowsBefore() throws IOException {
    byte[] whole = Files.readAllBytes(export(invented(50)).get(0));
    Path file = folder.resolve("broken.parquet");
    for (int i = 0; i < 400; i++) {
      byte[] broken = i % 2 == 0 ? whole.clone() : Arrays.copyOf(whole, dice.nextInt(whole.length));
      for (int j = 0; j < 3 && broken.length > 4; j++) {
        broken[4 + dice.nextInt(broken.length - 4)] = (byte) dice.nextInt();
      }
      if (broken.length < 4) {
        continue;
      }
      Files.write(file, broken);
      articles.clear();
      rejections.clear();
      read(file);
      assertThat(
          rejections.stream().filter(r -> r.getReason() != Reason.ROW_UNUSABLE).toList().size()
              <= 1,
          equalTo(true));
    }
  }

  /** A row whose list never ends takes hardly a byte of a file. */
  @Test
  void aRowThatIsABombIsOneRejection() throws IOException, SQLException {
    Path file = folder.resolve("bomb.parquet");
    try (Duck duck = new Duck()) {
      duck.list(
          "COPY (SELECT 'n' AS id, 'u' AS url, url AS canonicalUrl, 's' AS site,"
              + " '' AS payloadDigest, 'h' AS headline,"
              + " list_transform(range(5000000), x -> NULL::VARCHAR) AS authors) TO '"
              + file
              + "' (FORMAT parquet)");
    }
    assertThat(Files.size(file) < 1_000_000, equalTo(true));
    read(file);

    assertThat(articles, empty());
    assertThat(rejections.get(0).getReason(), equalTo(Reason.TOO_LARGE));
  }

  private void read(Path file) {
    new RowReader(location -> Files.newInputStream(Path.of(location)), ZoneOffset.UTC)
        .read(
            new InputFileRef(file.toString(), "articles.parquet"),
            new CollectedRows(articles, rejections));
  }

  private static void expect(List<Article> read, List<Article> written) {
    Comparator<Article> byId = Comparator.comparing(Article::getId);
    List<Article> sorted = written.stream().sorted(byId).toList();
    List<Article> found = read.stream().sorted(byId).toList();
    assertThat(found.size(), equalTo(sorted.size()));
    for (int i = 0; i < sorted.size(); i++) {
      Article article = found.get(i);
      // Where they lie now is another place.
      article.setOrigin(sorted.get(i).getOrigin());
      assertThat(article, equalTo(sorted.get(i)));
    }
  }

  private List<Path> export(List<Article> written) throws IOException {
    Set<String> days = Set.of("day=undated", "day=2020-09-25");
    try (TableWriter writer =
        new TableWriter(folder, Dataset.ARTICLES, days, TableFormat.PARQUET, 200_000)) {
      for (Article article : written) {
        String day = article.getPublishDay() == null ? "undated" : "2020-09-25";
        writer.add("day=" + day, article);
      }
      return writer.finish().stream().map(file -> folder.resolve(file.path())).toList();
    }
  }

  private List<Article> invented(int count) {
    List<Article> invented = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Article article = new Article();
      for (Schema.Field field : article.getSchema().getFields()) {
        article.put(field.pos(), value(field.schema()));
      }
      article.setId("n" + i);
      article.setOrigin(new Origin("a.warc", (long) i, null));
      invented.add(article);
    }
    return invented;
  }

  private Content content() {
    Content content = new Content();
    for (Schema.Field field : content.getSchema().getFields()) {
      content.put(field.pos(), value(field.schema()));
    }
    return content;
  }

  private @Nullable Object value(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> dice.nextInt(3) == 0 ? null : value(schema.getTypes().get(1));
      case RECORD ->
          switch (schema.getName()) {
            case "Dateline" ->
                new Dateline(text(), dice.nextBoolean() ? null : text(), null, text());
            case "Content" -> content();
            default -> new Origin("a.warc", null, null);
          };
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        for (int i = dice.nextInt(4); i > 0; i--) {
          list.add(value(schema.getElementType()));
        }
        yield list;
      }
      case MAP -> {
        Map<String, Object> map = new HashMap<>();
        for (int i = dice.nextInt(4); i > 0; i--) {
          map.put(text(), text());
        }
        yield map;
      }
      case STRING -> text();
      case BYTES -> {
        byte[] bytes = new byte[dice.nextInt(90)];
        dice.nextBytes(bytes);
        yield ByteBuffer.wrap(bytes);
      }
      case BOOLEAN -> dice.nextBoolean();
      case INT ->
          schema.getLogicalType() == null
              ? (Object) dice.nextInt(1000)
              : LocalDate.of(2020, 9, 1).minusDays(dice.nextInt(9999));
      case LONG ->
          schema.getLogicalType() == null
              ? (Object) dice.nextLong()
              : Instant.ofEpochMilli(1_600_000_000_000L - dice.nextInt());
      case ENUM ->
          schema.getName().equals("Precision")
              ? Precision.values()[dice.nextInt(Precision.values().length)]
              : Relation.values()[dice.nextInt(Relation.values().length)];
      default -> throw new AssertionError(schema);
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = dice.nextInt(30); i > 0; i--) {
      text.appendCodePoint(
          dice.nextInt(9) == 0 ? 0x1f600 + dice.nextInt(40) : 0x4e00 + dice.nextInt(400));
    }
    return text.toString();
  }
}
