package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Started;
import dev.newsfold.captures.Addresses;
import dev.newsfold.records.Article;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code local} makes without an input. */
class SampleRunTest {
  @TempDir static Path folder;
  private static Path output;

  @BeforeAll
  static void runOnce() {
    output = folder.resolve("out");
    Started.well("local", "--output=" + output, "--sightings");
  }

  @Test
  void theSampleLiesInTheOutputAndNothingBesideIt() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      assertThat(
          children.filter(child -> !child.endsWith("deeper")).toList(), equalTo(List.of(output)));
    }
    assertThat(Files.exists(output.resolve("sample/truth.jsonl")), equalTo(true));
  }

  @Test
  void everyPageHasTheAddressOfARealHostAndItsSite() throws IOException {
    List<Article> articles = Started.records(output, Dataset.ARTICLES, Article.class);
    assertThat(articles.size(), greaterThan(300));
    for (Article article : articles) {
      assertThat(article.getCanonicalUrl(), containsString(".example/"));
      assertThat(article.getSite(), equalTo(Addresses.outlet(article.getCanonicalUrl())));
      assertThat(article.getSite(), not(equalTo("")));
    }
  }

  @Test
  void aPageOfAnEditionForDevicesHasTheNameOfItsSite() throws IOException {
    List<Article> mobile =
        Started.records(output, Dataset.ARTICLES, Article.class).stream()
            .filter(article -> article.getCanonicalUrl().startsWith("http://m.brisk.example/"))
            .toList();
    assertThat(mobile.size(), greaterThan(0));
    mobile.forEach(article -> assertThat(article.getSite(), equalTo("brisk.example")));
  }

  @Test
  void sightingsJoinHeadlinesByTheirKey() throws IOException {
    Set<String> keys =
        Started.records(output, Dataset.HEADLINES, Headline.class).stream()
            .map(Headline::getHeadlineKey)
            .collect(Collectors.toCollection(TreeSet::new));
    List<HeadlineSighting> sightings =
        Started.records(output, Dataset.SIGHTINGS, HeadlineSighting.class);
    assertThat(sightings.size(), greaterThan(1000));
    sightings.forEach(sighting -> assertThat(sighting.getHeadlineKey(), in(keys)));
  }

  @Test
  void aRunThatWasKilledBehindTheSampleIsStartedAgain() throws IOException {
    Path again = folder.resolve("deeper/again");
    Files.createDirectories(again.resolve("sample.4711"));
    Started.well("local", "--output=" + again);
  }

  @Test
  void aFolderOfSomeoneElseStaysAsItIs() throws IOException {
    Path other = Files.createDirectories(folder.resolve("deeper/other"));
    Files.writeString(other.resolve("letter.txt"), "mine");
    assertThat(Started.with("local", "--output=" + other).code(), equalTo(64));
    assertThat(Files.exists(other.resolve("sample")), equalTo(false));
  }

  @Test
  void everyFileHasTheModeThatTheUmaskGives() throws IOException {
    Path plain = Files.createDirectories(folder.resolve("deeper")).resolve("plain");
    Files.writeString(plain, "");
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
            file.toString(),
            Files.getPosixFilePermissions(file),
            equalTo(Files.getPosixFilePermissions(plain)));
      }
    }
  }
}
