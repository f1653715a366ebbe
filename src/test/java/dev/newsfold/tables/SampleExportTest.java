package dev.newsfold.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Started;
import dev.newsfold.records.Article;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled sample, exported, as DuckDB sees it. */
class SampleExportTest {
  @TempDir static Path folder;
  private static Path run = Path.of("");
  private static Path export = Path.of("");
  private static Duck duck;

  @BeforeAll
  static void exportTheSample() throws SQLException {
    run = folder.resolve("run");
    export = folder.resolve("export");
    Started.well("local", "--output=" + run, "--sightings");
    Started.well("export", run.toString(), "--to=" + export);
    duck = new Duck();
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  @Test
  void countsAreThoseOfTheRun() throws IOException, SQLException {
    for (Map.Entry<String, RunManifest.Count> dataset : manifest().datasets().entrySet()) {
      long records = dataset.getValue().records();
      if (records > 0) {
        assertThat(
            dataset.getKey(),
            duck.number("SELECT count(*) FROM " + Duck.table(export, dataset.getKey())),
            equalTo(records));
      }
    }
  }

  @Test
  void aDayIsADateAndNullForTheUndated() throws IOException, SQLException {
    String articles = Duck.table(export, "articles");
    assertThat(duck.value("SELECT DISTINCT typeof(day) FROM " + articles), equalTo("DATE"));
    long undated = articles().stream().filter(article -> article.getPublishDay() == null).count();
    assertThat(undated, greaterThan(0L));
    assertThat(
        duck.number("SELECT count(*) FROM " + articles + " WHERE day IS NULL"), equalTo(undated));
    assertThat(
        duck.number("SELECT count(*) FROM " + articles + " WHERE day IS DISTINCT FROM publishDay"),
        equalTo(0L));
  }

  @Test
  void aDayIsReadFromItsOwnFileAlone() throws IOException, SQLException {
    String day =
        articles().stream()
            .filter(article -> article.getPublishDay() != null)
            .map(article -> article.getPublishDay().toString())
            .findFirst()
            .orElseThrow();
    String plan =
        duck.value(
            "EXPLAIN ANALYZE SELECT headline FROM "
                + Duck.table(export, "articles")
                + " WHERE day = DATE '"
                + day
                + "'");
    assertThat(plan, containsString("Total Files Read: 1 "));
  }

  @Test
  void timesAreTheSameInstants() throws IOException, SQLException {
    String articles = Duck.table(export, "articles");
    assertThat(
        duck.value("SELECT DISTINCT typeof(publishedAt) FROM " + articles),
        equalTo("TIMESTAMP WITH TIME ZONE"));
    assertThat(
        new TreeSet<>(
            duck.list("SELECT id, epoch_us(publishedAt), publishDay::VARCHAR FROM " + articles)),
        equalTo(
            new TreeSet<>(
                articles().stream()
                    .map(
                        article ->
                            article.getId()
                                + "|"
                                + (article.getPublishedAt() == null
                                    ? null
                                    : article.getPublishedAt().toEpochMilli() * 1000)
                                + "|"
                                + article.getPublishDay())
                    .toList())));
  }

  @Test
  void whatIsNestedCanBeRead() throws IOException, SQLException {
    List<Story> stories = Started.records(run, Dataset.STORIES, Story.class);
    assertThat(
        new TreeSet<>(
            duck.list(
                "SELECT s.id, m.articleId, m.relation, epoch_ms(m.publishedAt) FROM (SELECT id,"
                    + " unnest(members) AS m FROM "
                    + Duck.table(export, "stories")
                    + ") s")),
        equalTo(
            new TreeSet<>(
                stories.stream()
                    .flatMap(
                        story ->
                            story.getMembers().stream()
                                .map(
                                    member ->
                                        String.join(
                                            "|",
                                            story.getId(),
                                            member.getArticleId(),
                                            member.getRelation().name(),
                                            member.getPublishedAt() == null
                                                ? "null"
                                                : "" + member.getPublishedAt().toEpochMilli())))
                    .toList())));
    assertThat(
        new TreeSet<>(
            duck.list(
                "SELECT id, evidence['headline'], origin.file, len(authors), octet_length(sketch)"
                    + " FROM "
                    + Duck.table(export, "articles"))),
        equalTo(
            new TreeSet<>(
                articles().stream()
                    .map(
                        article ->
                            String.join(
                                "|",
                                article.getId(),
                                article.getEvidence().get("headline"),
                                article.getOrigin().getFile(),
                                "" + article.getAuthors().size(),
                                "" + article.getSketch().remaining()))
                    .toList())));
  }

  @Test
  void whatFoldersNameIsNotInTheFiles() throws SQLException {
    String files = "'" + export + "/aggregates/**/*.parquet'";
    List<String> columns =
        duck.list("SELECT DISTINCT name FROM parquet_schema(" + files + ") ORDER BY name");
    assertThat(columns.contains("articles"), equalTo(true));
    assertThat(columns.contains("day") || columns.contains("window"), equalTo(false));
    assertThat(
        duck.list(
            "SELECT DISTINCT \"window\", typeof(day) FROM " + Duck.table(export, "aggregates")),
        equalTo(List.of("P1D|DATE")));
  }

  @Test
  void rowsAreInTheOrderOfTheirKeysAndADayIsOneFile() throws IOException, SQLException {
    String articles = Duck.table(export, "articles");
    assertThat(
        duck.number(
            "SELECT count(*) FROM (SELECT id, lag(id) OVER (PARTITION BY filename ORDER BY"
                + " file_row_number) AS before FROM "
                + articles.replace(")", ", filename = true, file_row_number = true)")
                + ") WHERE before > id"),
        equalTo(0L));
    long days = articles().stream().map(Article::getPublishDay).distinct().count();
    try (Stream<Path> files = Files.walk(export.resolve("articles"))) {
      assertThat(files.filter(Files::isRegularFile).count(), equalTo(days));
    }
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    Started.well("export", run.toString(), "--to=" + again);
    assertThat(
        Files.readString(again.resolve("export.json")),
        equalTo(Files.readString(export.resolve("export.json"))));
  }

  @Test
  void filesAreOfTheSizeThatIsAskedFor() throws IOException, SQLException {
    Path small = folder.resolve("small");
    Started.well(
        "export", run.toString(), "--to=" + small, "--dataset=headlines", "--targetBytes=20000");
    try (Stream<Path> files = Files.list(small.resolve("headlines"))) {
      assertThat(files.count(), greaterThan(3L));
    }
    assertThat(
        duck.number("SELECT count(*) FROM " + Duck.table(small, "headlines")),
        equalTo(manifest().datasets().getOrDefault("headlines", RunManifest.Count.NONE).records()));
    assertThat(Files.exists(small.resolve("articles")), equalTo(false));
  }

  @Test
  void theSmallestSizeIsARowAFile() throws IOException {
    long rows = manifest().datasets().getOrDefault("copies", RunManifest.Count.NONE).records();
    for (String format : List.of("parquet", "avro")) {
      Path each = folder.resolve("each-" + format);
      Started.well(
          "export",
          run.toString(),
          "--to=" + each,
          "--dataset=copies",
          "--targetBytes=1",
          "--format=" + format);
      try (Stream<Path> files = Files.walk(each.resolve("copies"))) {
        assertThat(format, files.filter(Files::isRegularFile).count(), equalTo(rows));
      }
    }
  }

  @Test
  void avroFilesAreOfTheSizeThatIsAskedFor() throws IOException {
    Path one = folder.resolve("one-avro");
    Path small = folder.resolve("small-avro");
    for (Path to : List.of(one, small)) {
      String size = to.equals(one) ? "" + (1 << 27) : "20000";
      Started.well(
          "export",
          run.toString(),
          "--to=" + to,
          "--dataset=headlines",
          "--format=avro",
          "--targetBytes=" + size);
    }
    try (Stream<Path> files = Files.list(one.resolve("headlines"))) {
      assertThat(files.count(), equalTo(1L));
    }
    try (Stream<Path> files = Files.list(small.resolve("headlines"))) {
      assertThat(files.count(), greaterThan(3L));
    }
  }

  @Test
  void avroIsTheSameInAnotherFormat() throws IOException {
    Path avro = folder.resolve("avro");
    Started.well("export", run.toString(), "--to=" + avro, "--format=avro");
    Started printed =
        Started.well("cat", avro.resolve("articles").toString(), "--field=id,publishedAt");
    Started ours =
        Started.well("cat", run.resolve("articles").toString(), "--field=id,publishedAt");
    assertThat(
        new TreeSet<>(printed.out().lines().map(SampleExportTest::id).toList()),
        equalTo(new TreeSet<>(ours.out().lines().map(SampleExportTest::id).toList())));
  }

  private static String id(String json) {
    return json.replaceFirst(",\"publishedAt.*", "");
  }

  @Test
  void anExportReplacesAnExportAndNothingElse() throws IOException {
    Path to = folder.resolve("to");
    Files.createDirectories(to);
    Started.well("export", run.toString(), "--to=" + to, "--dataset=stories");
    Started.well("export", run.toString(), "--to=" + to, "--dataset=copies");
    assertThat(Files.exists(to.resolve("stories")), equalTo(false));
    assertThat(Files.exists(to.resolve("copies")), equalTo(true));

    Started foreign = Started.with("export", run.toString(), "--to=" + run);
    assertThat(foreign.code(), equalTo(64));
    assertThat(foreign.err(), containsString("neither empty nor an earlier export"));
    assertThat(Started.with("export", run.toString(), "--to=s3://b/x").code(), equalTo(64));
    assertThat(Started.with("export", run.toString()).code(), equalTo(64));
    assertThat(
        Started.with("export", run.toString(), "--to=" + to, "--format=csv").code(), equalTo(64));
    assertThat(
        Started.with("export", folder.resolve("absent").toString(), "--to=" + to).code(),
        equalTo(66));
  }

  @Test
  void anExportThatFailsLeavesTheOneBefore() throws IOException {
    Path broken = folder.resolve("broken");
    Path to = folder.resolve("kept");
    Started.well("local", "--output=" + broken);
    Started.well("export", broken.toString(), "--to=" + to);
    String before = Files.readString(to.resolve("export.json"));
    Path file = broken.resolve(RunManifest.read(broken).orElseThrow().files().get(40).path());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 20));

    Started failed = Started.with("export", broken.toString(), "--to=" + to);
    assertThat(failed.code(), equalTo(74));
    assertThat(failed.err(), containsString(file.toString()));
    assertThat(Files.readString(to.resolve("export.json")), equalTo(before));
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(
          beside.map(path -> path.getFileName().toString()).toList().toString(),
          not(containsString(".writing-")));
    }
  }

  private static RunManifest manifest() throws IOException {
    return RunManifest.read(run).orElseThrow();
  }

  private static List<Article> articles() throws IOException {
    return Started.records(run, Dataset.ARTICLES, Article.class);
  }
}
