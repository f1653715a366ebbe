package dev.newsfold.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParserScaleTest {
  @Test
  void theParserIsMeasuredAgainstJsoup() throws IOException {
    assumeTrue(
        Files.isDirectory(BenchSet.root()),
        "skipped: no bench at " + BenchSet.root() + "; set -Dnewsfold.shared");

    assertThat(
        ParserScale.figures(1, List.of("zh-163")),
        matchesPattern(
            "18 pages: parser \\d+\\.\\d{3} s, article \\d+\\.\\d{3} s, ratio [\\d.]+"
                + " \\([\\d.]+ to [\\d.]+\\); [1-9]\\d* letters"));
  }
}
