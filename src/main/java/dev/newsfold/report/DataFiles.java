package dev.newsfold.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables as files: CSV as of RFC 4180 in UTF-8, and JSON as an array of objects. */
final class DataFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DataFiles() {}

  static String csv(DataTable table) {
    StringBuilder out = new StringBuilder();
    line(out, table.columns().stream().map(column -> (Object) column.name()).toList());
    for (List<Cell> row : table.rows()) {
      line(out, row.stream().map(DataFiles::value).toList());
    }
    return out.toString();
  }

  static String json(DataTable table) {
    StringBuilder out = new StringBuilder("[");
    String separator = "\n";
    for (List<Cell> row : table.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        object.put(table.columns().get(i).name(), row.get(i).value());
      }
      out.append(separator).append(json(object));
      separator = ",\n";
    }
    return out.append("\n]\n").toString();
  }

  /**
   * A value as JSON that can also stand in a script: no {@code <}, and no line separators, which
   * older scripts take for line ends.
   */
  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + value, e);
    }
  }

  private static Object value(Cell cell) {
    Object value = cell.value();
    return value == null ? "" : value;
  }

  private static void line(StringBuilder out, List<Object> values) {
    String separator = "";
    for (Object value : values) {
      out.append(separator).append(value instanceof String text ? field(text) : value);
      separator = ",";
    }
    out.append("\r\n");
  }

  /** Spreadsheets run what begins like a formula: an apostrophe in front makes it a text. */
  private static String field(@Nullable String text) {
    String safe = text == null ? "" : text;
    if (!safe.isEmpty() && "=+-@\t\r".indexOf(safe.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
