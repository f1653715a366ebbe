package dev.newsfold.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.newsfold.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries that the README gives for DuckDB are run as they stand there. */
class ReadmeQueriesTest {
  private static final String START = "<!-- duckdb -->";

  @TempDir Path folder;

  @Test
  void eachQueryHasRows() throws Exception {
    Path run = folder.resolve("run");
    Path tables = folder.resolve("tables");
    Path sample = folder.resolve("sample");
    Started.well("sample", "--pages=60", "--output=" + sample);
    Started.well("local", "--input=" + sample.resolve("pages"), "--output=" + run);
    Started.well("export", run.toString(), "--to=" + tables);
    String readme =
        Files.readString(Path.of(System.getProperty("newsfold.basedir", "")).resolve("README.md"));
    String queries =
        readme.substring(
            readme.indexOf(START) + START.length(), readme.indexOf("<!-- /duckdb -->"));
    int count = 0;
    try (Duck duck = new Duck()) {
      for (String query : queries.split(";")) {
        if (!query.isBlank()) {
          assertThat(query, containsString("'out/tables/"));
          String here = query.strip().replace("'out/tables/", "'" + tables + "/");
          assertThat(here, duck.list(here).size(), greaterThan(0));
          count++;
        }
      }
    }
    assertThat(count, equalTo(2));
  }
}
