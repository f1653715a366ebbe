package dev.newsfold.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Archives and damaged files give what a careful person would recover. Each set prints its table of
 * differences; a difference that is right is listed, with its reason, beside the test.
 */
class ArchiveFloorsTest {
  private static final Path ARCHIVES =
      Path.of(System.getProperty("newsfold.shared", "../shared"), "bench", "archives");

  /**
   * Real archives that the independent reader counts otherwise: it takes version lines in lower
   * case for junk, and the pages of two ARC files without a mark of HTML for none.
   */
  private static final Set<String> BETTER_HERE =
      Set.of(
          "richardlehane+webarchive/examples/jhove/valid/valid-warcfile-upper-lower-case.warc",
          "richardlehane+webarchive/examples/hello-world.arc",
          "richardlehane+webarchive/examples/hello-world2.arc");

  @BeforeEach
  void theBenchIsThere() {
    assumeTrue(
        Files.isDirectory(ARCHIVES),
        "skipped: no bench at " + ARCHIVES + "; set -Dnewsfold.shared");
  }

  @Test
  void damagedArchivesGiveWhatCanBeRecovered() throws IOException {
    List<String> differences = new ArrayList<>();
    for (String[] row : rows(ARCHIVES.resolve("cases.tsv"))) {
      ReadThrough found = ReadThrough.of(ARCHIVES.resolve("cases"), row[0]);
      if (found.articles.size() != Integer.parseInt(row[1]) || !found.conserves()) {
        differences.add(row[0] + ": " + row[1] + " articles expected, got " + found);
      }
    }
    print("damaged archives", differences);
    assertThat(differences, is(empty()));
  }

  @Test
  void everyContainerGivesItsPagesAndNothingElseIsAnArticle() throws IOException {
    List<String> differences = new ArrayList<>();
    for (String[] row : rows(expectations("containers.tsv"))) {
      if (!Files.exists(ARCHIVES.resolve("containers").resolve(row[0]))) {
        continue;
      }
      ReadThrough found = ReadThrough.of(ARCHIVES.resolve("containers"), row[0]);
      String rejected = found.rejections.stream().map(r -> r.getMessage()).toList().toString();
      boolean named = row.length < 3 || rejected.contains(row[2]);
      if (found.articles.size() != Integer.parseInt(row[1]) || !found.conserves() || !named) {
        differences.add(String.join(" ", row) + " expected, got " + found);
      }
    }
    print("containers", differences);
    assertThat(differences, is(empty()));
  }

  @Test
  void realArchivesGiveAsManyRecordsAsAnIndependentReaderCounts() throws IOException {
    List<String> differences = new ArrayList<>();
    for (String[] row : rows(ARCHIVES.resolve("real.tsv"))) {
      if (row[6].equals("0") && row[7].equals("-")) {
        continue;
      }
      ReadThrough found = ReadThrough.of(ARCHIVES.resolve("real"), row[0]);
      // A revisit is a page again where its original is at hand.
      long revisits = found.skips.stream().filter("revisit"::equals).count();
      long pages = found.captures.size() + revisits - counted(row[8], "revisit");
      boolean right =
          found.records() == Integer.parseInt(row[6]) && pages == Integer.parseInt(row[7]);
      if (!right && !BETTER_HERE.contains(row[0]) || !found.conserves()) {
        differences.add(
            String.join(" ", row)
                + ": got "
                + found.records()
                + " records, "
                + found.captures.size()
                + " pages; "
                + found);
      }
    }
    print("real archives", differences);
    assertThat(differences, is(empty()));
  }

  /** How many records of a type a row counts. */
  private static int counted(String types, String type) {
    Matcher count = Pattern.compile('"' + type + "\": (\\d+)").matcher(types);
    return count.find() ? Integer.parseInt(count.group(1)) : 0;
  }

  private static Path expectations(String name) throws IOException {
    try {
      return Path.of(ArchiveFloorsTest.class.getResource(name).toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<String[]> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith("file\t"))
        .map(line -> line.split("\t"))
        .toList();
  }

  private static void print(String set, List<String> differences) {
    System.out.println(set + ": " + differences.size() + " differences");
    differences.forEach(line -> System.out.println("  " + line));
  }
}
