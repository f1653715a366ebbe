package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerFlagsTest {
  private static final Path HOME = Path.of(System.getProperty("newsfold.basedir", ""));

  @Test
  void runNamesEachOnce() throws IOException {
    assertThat(CompilerFlags.of(HOME), hasSize(3));
  }

  /** Schedulers start the JVM by themselves, and must start it as {@code run} does. */
  @ParameterizedTest
  @ValueSource(strings = {"cron/newsfold", "systemd/newsfold.service", "kubernetes/scheduled.yaml"})
  void schedulersGiveTheSame(String file) throws IOException {
    assertThat(
        CompilerFlags.in(HOME.resolve("pipelines").resolve(file)), equalTo(CompilerFlags.of(HOME)));
  }
}
