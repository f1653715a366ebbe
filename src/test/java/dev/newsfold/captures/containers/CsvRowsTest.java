package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.newsfold.captures.ReadLimits;
import dev.newsfold.records.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row of CSV that is broken costs itself alone, and its rejection says on which lines it is. */
class CsvRowsTest {
  private static final String BEHIND = "behind a quote that closes, its cell goes on";
  private static final String OPEN = "a quote is never closed";

  /** ~ is a line's end, # an address and @ the start of a page, with a number behind each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      value = {
        "the last quote is missing"
            + " ! url,html~#1,\"@1\"~#2,\"@2~#3,\"@3\"~#4,\"@4\"~"
            + " ! page 1, line 3: "
            + BEHIND
            + ", page 3, page 4",
        "it is missing from a page of several lines"
            + " ! url,html~#1,\"@1\"~#2,\"@2~, \"\"http\"\" a,b~<p>~#3,\"@3~ \"\"b\"\"\"~"
            + " ! page 1, lines 3 to 5: "
            + BEHIND
            + ", page 3~ \"b\"",
        "it is missing from two rows"
            + " ! url,html~#1,\"@1~#2,\"@2~#3,\"@3\"~"
            + " ! line 2: "
            + BEHIND
            + ", line 3: "
            + BEHIND
            + ", page 3",
        "it is missing from the last row"
            + " ! url,html~#1,\"@1\"~#2,\"@2~ ! page 1, line 3: "
            + OPEN,
        "one too many, and no other"
            + " ! url,html~#1,@1~#2,\"@2~#3,@3~#4,@4~ ! page 1, line 3: "
            + OPEN
            + ", page 3, page 4",
        "one too many, of three columns"
            + " ! url,html,n~#1,@1,\"1~#2,@2,2~#3,\"@3\",3~#4,@4,4~"
            + " ! line 2: "
            + BEHIND
            + ", page 2, page 3, page 4",
        "the row ends with cells of another row"
            + " ! url,n,html~#1,\"1,@1~#2,\"\"2\",x,@2~#3,3,@3~"
            + " ! lines 2 to 3: cells with line ends in them are more than the columns: a quote is amiss, page 3",
        "a quote within a cell, and a comma behind it"
            + " ! url,html~#1,\"@1 \"x\", y\"~#2,\"@2\"~ ! line 2: "
            + BEHIND
            + ", page 2",
        "a quote within a cell of one line, and no comma ! url,html~#1,\"@1 \"x\" y\"~ ! page 1 x\" y\"",
        "the line of names ! url,\"html~#1,\"@1\"~#2,@2~ ! line 1: " + BEHIND + ", page 1, page 2",
        "no line of names ! #1,@1~#2,\"@2~#3,\"@3\"~ ! page 1, line 2: " + BEHIND + ", page 3",
        "the first row of a table without names ! #1,\"@1~#2,\"@2\"~ ! line 1: "
            + BEHIND
            + ", page 2",
        "no column of addresses"
            + " ! id,html~1,\"@1~<p>a,b~2,\"@2\"~3,@3~ ! lines 2 to 3: "
            + BEHIND
            + ", page 2, page 3",
        "old line ends ! url,html^#1,\"@1^#2,\"@2\"^#3,@3^ ! line 2: "
            + BEHIND
            + ", page 2, page 3",
        "nothing behind is a row ! url,html~#1,@1~#2,\"@2~x~y~ ! page 1, lines 3 to 5: " + OPEN,
        "a line of a separator first ! sep=,~url,html~#1,\"@1~#2,@2~ ! line 3: "
            + OPEN
            + ", page 2",
        "more cells than columns"
            + " ! url,html~#1,@1,x,y~#2,@2~ ! line 2: the row has 4 cells, and the table 2 columns, page 2",
        "another page begins with quotes"
            + " ! url,html~#1,\"@1 a \"\"b\"\", c~d \"\"\"\"e\"\"\"\"\"~#2,@2~"
            + " ! page 1 a \"b\", c~d \"\"e\"\", page 2",
      })
  void whatIsBrokenIsTold(String what, String table, String expected) {
    String text = table.replace('~', '\n').replace('^', '\r');
    byte[] file = bytes(text.replace("#", "http://a.example/").replace("@", "<!doctype html>"));
    String words = expected.replace('~', '\n').replace("page ", "page <!doctype html>");
    for (byte[] stored : List.of(file, gzip(file))) {
      assertThat(what, told(Found.in("a.csv", stored)), equalTo(words));
    }
  }

  @Test
  void theRejectionLeadsToTheRow() {
    String before = "url,html\nhttp://a.example/1,<p>灯塔\n";
    Found found =
        Found.in("a.csv", bytes(before + "http://a.example/2,\"<p>2\nhttp://a.example/3,<p>3\n"));
    assertThat(
        found.rejections.get(0).getOrigin().getOffset(), equalTo((long) bytes(before).length));
    assertThat(
        found.captures.get(1).getOrigin().getOffset(),
        equalTo(bytes(before + "http://a.example/2,\"<p>2\n").length + 0L));
  }

  /** What is larger than a page may be is lost in any case, and no page lies within. */
  @Test
  void aQuoteThatClosesTooLateIsOneTooMany() {
    String large = "<p>" + "x".repeat(90) + "\n";
    String rows =
        "url,html\nhttp://a.example/1,\"" + large.repeat(20) + "\"\nhttp://a.example/2,\"<p>2\n";
    String behind =
        IntStream.range(3, 50)
            .mapToObj(i -> "http://a.example/" + i + ",<p>" + i + "x".repeat(80) + "\n")
            .collect(Collectors.joining());
    Found found = Found.in("a.csv", bytes(rows + behind), limits(1000));
    assertThat(
        found.rejections.stream().map(Rejection::getMessage).toList(),
        contains(
            "lines 2 to 22: a cell is longer than 1000 bytes, or its quote is never closed",
            "line 23: a cell is longer than 1000 bytes, or its quote is never closed"));
    assertThat(found.captures, hasSize(47));
  }

  @Test
  void aRowIsNoLongerThanTwoPages() {
    String cell = ",\"" + "x".repeat(900) + "\"";
    String row = "http://a.example/1,<p>1" + cell.repeat(3) + "\nhttp://a.example/2,<p>2,,,\n";
    Found found = Found.in("a.csv", bytes("url,html,a,b,c\n" + row), limits(1000));
    assertThat(told(found), equalTo("line 2: the row is longer than 2000, page <p>2"));
  }

  @Test
  void aTableWithoutPagesIsNoneHoweverItsQuotesAre() throws IOException {
    String table = "id,name\n1,\"x\n2,\"y\"\n";
    assertThat(
        told(Found.in("a.csv", bytes(table))),
        equalTo("the file is a table without a column of pages in HTML"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.write(bytes(table));
    }
    assertThat(Found.in("a.zip", out.toByteArray()).words, contains("skip data"));
  }

  @Test
  void aTableThatIsTooWideIsToldAsThat() {
    String names =
        IntStream.range(0, 12_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String cells = "v" + ",v".repeat(11_999);
    assertThat(
        told(Found.in("a.csv", bytes(names + ",html\n" + cells + ",<p>1\n"))),
        equalTo(
            "the file is a table without a column of pages in HTML, in the first 10,000 of its"
                + " 12,001 columns"));
    assertThat(
        told(Found.in("a.csv", bytes("html," + names + "\n<p>1," + cells + "\n"))),
        equalTo("page <p>1"));
  }

  /** Each row seems to go on to the end of the table. */
  @Test
  void rowsThatAreAllBrokenCostNoMoreThanReadingThemDoes() {
    String names = "url,html" + ",".repeat(9000);
    String table = names + "\n" + "http://a.example/x\",\"<html>foo\n".repeat(100_000);
    Found found =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Found.in("a.csv", bytes(table)));
    assertThat(found.captures, hasSize(0));
    assertThat(found.rejections.size(), lessThan(100_000));
    String last = found.rejections.get(found.rejections.size() - 1).getMessage();
    assertThat(last, containsString("and all that follows"));
  }

  private static ReadLimits limits(long maxPageBytes) {
    return ReadLimits.DEFAULT.withMaxPageBytes(maxPageBytes);
  }

  /** Pages, and the messages of rejections, in order. */
  private static String told(Found found) {
    var rejections = found.rejections.iterator();
    return found.words.stream()
        .map(word -> word.startsWith("reject") ? rejections.next().getMessage() : word)
        .collect(Collectors.joining(", "));
  }
}
