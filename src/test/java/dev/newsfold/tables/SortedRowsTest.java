package dev.newsfold.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.tables.SortedRows.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortedRowsTest {
  @Test
  void rowsInMemoryAndInManyFilesComeInOneOrder() throws IOException {
    // 64 bytes hold no row: each becomes a file of its own, and they are merged in rounds.
    assertThat(sorted(64), equalTo(sorted(1 << 20)));
  }

  @Test
  void keysAreComparedAsBytesAndThenTheContent() throws IOException {
    try (SortedRows rows = new SortedRows(64)) {
      rows.add(row("é", "1"));
      rows.add(row("z", "2"));
      rows.add(row("z", "1"));
      rows.add(row("", "3"));
      List<String> read = new ArrayList<>();
      rows.forEach(row -> read.add(text(row)));
      assertThat(read, equalTo(List.of(":3", "z:1", "z:2", "é:1")));
    }
  }

  private static List<String> sorted(int held) throws IOException {
    long before = temporaryFiles();
    List<String> read = new ArrayList<>();
    Random random = new Random(5);
    try (SortedRows rows = new SortedRows(held)) {
      for (int i = 0; i < 300; i++) {
        rows.add(row("key" + random.nextInt(50), "content" + random.nextInt()));
      }
      rows.forEach(row -> read.add(text(row)));
    }
    assertThat(read.size(), equalTo(300));
    assertThat("temporary files left", temporaryFiles(), equalTo(before));
    return read;
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("rows") && name.endsWith(".tmp"))
          .count();
    }
  }

  private static Row row(String key, String content) {
    return new Row(key.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Row row) {
    return new String(row.key(), StandardCharsets.UTF_8)
        + ':'
        + new String(row.content(), StandardCharsets.UTF_8);
  }
}
