package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.report.DataTable.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFilesTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@A1", "\t=1", "\0=1", "＝1", "＋1", "－1", "＠A1"})
  void whatASpreadsheetWouldRunIsAText(String text) {
    DataTable table = new DataTable("t", "t", Column.text("a", "a"));
    table.add(Cell.text(text));
    table.add(Cell.text("a" + text));
    assertThat(DataFiles.csv(table), equalTo("a\r\n'" + text + "\r\na" + text + "\r\n"));
  }
}
