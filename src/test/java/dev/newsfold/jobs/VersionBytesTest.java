package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.records.Version;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionBytesTest {
  @TempDir Path folder;

  @Test
  void theBytesOfEachVersionOfAnAddressAreReachedFromARun() throws IOException {
    Path captures = Files.createDirectories(folder.resolve("captures"));
    new CapturedPages()
        .add("other", "2021-01-01 08:00", Instant.parse("2021-01-01T01:00:00Z"))
        .add("ferry", "2021-01-01 09:00", Instant.parse("2021-01-01T02:00:00Z"))
        .add("ferry", "2021-01-01 09:00", Instant.parse("2021-01-01T03:00:00Z"))
        .write(captures.resolve("first.warc"));
    new CapturedPages()
        .add("ferry", "2021-01-01 10:30", Instant.parse("2021-01-01T04:00:00Z"))
        .write(captures.resolve("second.warc"));
    Path output = folder.resolve("out");
    Started.well("local", "--input=" + captures, "--output=" + output);

    List<Version> versions =
        Started.records(output, Dataset.VERSIONS, Version.class).stream()
            .sorted(Comparator.comparing(Version::getNumber))
            .toList();
    assertThat(
        versions.stream().map(version -> version.getOrigin().getFile()).toList(),
        equalTo(List.of("first.warc", "second.warc")));
    assertThat(versions.get(0).getOrigin().getMember(), equalTo("<urn:page:2>"));
    String why = Started.well("why", output.toString(), versions.get(0).getUrl()).out();
    String json = Started.well("cat", output.resolve("versions").toString()).out();
    for (Version version : versions) {
      String payload = "--payload=" + version.getPayloadDigest();
      Path file = captures.resolve(version.getOrigin().getFile());
      String page = Started.well("inspect", file.toString(), payload).out();
      assertThat(page, containsString(version.getNumber() == 1 ? "09:00" : "10:30"));
      assertThat(why, containsString(payload));
      assertThat(json, containsString("\"payloadDigest\":\"" + version.getPayloadDigest() + '"'));
      Path article = output.resolve("report/article/" + version.getArticleId() + ".html");
      assertThat(Files.readString(article), containsString(payload));
    }
  }
}
