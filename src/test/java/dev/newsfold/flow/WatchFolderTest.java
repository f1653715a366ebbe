package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.beam.sdk.io.UnboundedSource.UnboundedReader;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  @TempDir Path folder;

  @Test
  void aClockThatIsSetBackSetsNoWatermarkBack() throws IOException {
    for (String name : List.of("a", "b")) {
      Path file = Files.writeString(folder.resolve(name + ".html"), name);
      Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
    }
    SetClock clock = new SetClock(NOW);
    WatchFolder.FilesSource source =
        new WatchFolder.FilesSource(List.of(folder.toString()), Duration.ZERO, 0, 1, clock);
    try (UnboundedReader<?> reader = source.createReader(PipelineOptionsFactory.create(), null)) {
      reader.start();
      boolean found = false;
      for (int i = 0; i < 5 && !found; i++) {
        clock.at = clock.at.plusSeconds(1);
        found = reader.advance();
      }
      assertThat(found, equalTo(true));
      org.joda.time.Instant told = reader.getWatermark();
      clock.at = clock.at.minusSeconds(3);
      assertThat("the other file", reader.advance(), equalTo(true));
      assertThat(reader.getWatermark(), greaterThanOrEqualTo(told));
      assertThat(reader.getCurrentTimestamp(), greaterThanOrEqualTo(told));
    }
  }

  private static final class SetClock extends Clock {
    private Instant at;

    private SetClock(Instant at) {
      this.at = at;
    }

    @Override
    public Instant instant() {
      return at;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
