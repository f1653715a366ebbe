package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.captures.warc.Damaged;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cells of the first row of a text, and whether its quotes are broken. */
class CsvCellsTest {
  /** ~ is a line's end, / parts cells, and ! stands ahead of the cells of a broken row. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "DOUBLED | a,b~c | a/b",
        "DOUBLED | \"a,~b\",c~ | a,~b/c",
        "DOUBLED | \"a \"\"b\"\"\",c | a \"b\"/c",
        "DOUBLED | a\"b\",c | a\"b\"/c",
        "DOUBLED | a, \"b\" ~ | a/b ",
        "DOUBLED | a,\"\"~ | a/",
        "DOUBLED | \"a\\\",b~ | a\\/b",
        "ESCAPED | \"a \\\"b\\\\\",c~ | a \"b\\/c",
        "NONE | \"a\\nb,c~ | \"a~b/c",
        // Text behind a quote, where the row is a line and has its number of cells.
        "DOUBLED | \"a\" b,c~ | a b/c",
        "DOUBLED | \"a\" b~ | !a b",
        "DOUBLED | a,\"b~c,\"d\"~ | !a/b~c,d\"",
        "DOUBLED | a,\"b~c | !a/b~c",
        "DOUBLED | a,\"b~c\",d,\"e\"~ | !a/b~c/d",
        "DOUBLED | a,\"b~c\",,~ | a/b~c//",
        // Cells too few are no fault of quotes, and too many on a line are not.
        "DOUBLED | \"a\"~ | a",
        "DOUBLED | a,\"b\",c~ | a/b/c",
      })
  void aRowIsReadUpToWhereItsQuotesAreBroken(CsvCells.Quotes quotes, String text, String cells)
      throws IOException {
    CsvCells rows = cells(text, quotes, 100);
    List<String> row = rows.next(2);
    String found =
        (rows.fault() == null ? "" : "!") + String.join("/", row == null ? List.of() : row);
    assertThat(found.replace('\n', '~').strip(), equalTo(cells.strip()));
  }

  @Test
  void rowsAreCountedInCharactersAndLines() throws IOException {
    CsvCells rows = cells("a,\"b~c\"~d~", CsvCells.Quotes.DOUBLED, 100);
    assertThat(rows.next(2), equalTo(List.of("a", "b\nc")));
    assertThat(rows.position(), equalTo(8L));
    assertThat(rows.lines(), equalTo(2L));
    assertThat(rows.next(2), equalTo(List.of("d")));
    assertThat(rows.count(), equalTo(1));
    assertThat(rows.next(2), nullValue());
  }

  /** It ends with its line, so that what it has swallowed can be read again. */
  @Test
  void aQuoteThatHoldsMoreThanACellMayIsBroken() throws IOException {
    CsvCells rows = cells("a,\"" + "x".repeat(20) + "~y\"~", CsvCells.Quotes.DOUBLED, 10);
    assertThat(rows.next(2), equalTo(List.of("a", "x".repeat(11))));
    Damaged fault = rows.fault();
    assertThat(
        fault == null ? "" : fault.message(),
        equalTo("a cell is longer than 10 bytes, or its quote is never closed"));
    CsvCells one = cells("a,\"" + "x".repeat(20) + "\"~", CsvCells.Quotes.DOUBLED, 10);
    one.next(2);
    assertThat(one.fault(), nullValue());
  }

  @Test
  void ofAWideRowTheFirstCellsAreKeptAndAllAreCounted() throws IOException {
    CsvCells rows = cells(",".repeat(12_000), CsvCells.Quotes.DOUBLED, 10);
    List<String> row = rows.next(0);
    assertThat(row == null ? 0 : row.size(), equalTo(CsvCells.MAX_CELLS));
    assertThat(rows.count(), equalTo(12_001));
  }

  private static CsvCells cells(String text, CsvCells.Quotes quotes, int maxCell) {
    return new CsvCells(new StringReader(text.replace('~', '\n')), ',', quotes, false, maxCell);
  }
}
