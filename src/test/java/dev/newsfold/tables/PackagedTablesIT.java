package dev.newsfold.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, which lacks what is on the class path of tests: Hadoop's classes. */
class PackagedTablesIT {
  private static final Path JAR =
      Path.of(System.getProperty("newsfold.basedir", ""), "target/newsfold.jar").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void theJarReadsAndWritesParquet() throws IOException, InterruptedException, SQLException {
    try (Duck duck = new Duck()) {
      Path pages = folder.resolve("pages.parquet");
      duck.list(
          "COPY (SELECT 'http://www.cedar.example/' || i || '.html' AS url, '<html><head><meta"
              + " charset=\"utf-8\"><title>t</title></head><body><h1>青浦湾的渡船' || i || '号停航"
              + "</h1><p>2020-09-25 10:00 来源：青浦日报</p><p>' || repeat('渡船' || i ||"
              + " '号的乘客改乘临时班车，码头的茶馆照常开门。', 8) || '</p></body></html>' AS html"
              + " FROM range(3) t(i)) TO '"
              + pages
              + "' (FORMAT parquet, COMPRESSION zstd)");
      Path run = folder.resolve("run");
      Path export = folder.resolve("export");
      start("local", "--input=" + pages, "--output=" + run);
      start("export", run.toString(), "--to=" + export);
      assertThat(
          duck.list(
              "SELECT day::VARCHAR, count(*) FROM "
                  + Duck.table(export, "articles")
                  + " GROUP BY day"),
          equalTo(List.of("2020-09-25|3")));
    }
  }

  private static void start(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(JAR.toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said, process.waitFor(), equalTo(0));
  }
}
