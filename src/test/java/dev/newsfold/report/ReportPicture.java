package dev.newsfold.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the picture that the README shows: the report's first page of a run of the bundled sample,
 * as a browser shows it. It asserts nothing; {@code mvn test -Dtest=ReportPicture} writes {@code
 * pipelines/report.png}, or the file that {@code -Dnewsfold.picture=FILE} names.
 */
class ReportPicture {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 1190;

  @TempDir Path folder;

  @Test
  void writesThePicture() throws IOException {
    Path picture = Path.of(System.getProperty("newsfold.picture", "pipelines/report.png"));
    Path output = folder.resolve("out");
    Started.well("local", "--output=" + output);
    Optional<Browser> started = Browser.start(folder.resolve("profile"));
    assumeTrue(started.isPresent(), "skipped: no chromium and chromedriver on the PATH");
    try (Browser browser = started.get()) {
      browser.window(WIDTH, HEIGHT);
      browser.media("screen", "light");
      browser.open(output.resolve("report/index.html").toUri());
      Files.write(picture, browser.picture());
    }
  }
}
