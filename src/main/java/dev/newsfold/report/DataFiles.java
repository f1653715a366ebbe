package dev.newsfold.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables as files: CSV as of RFC 4180 in UTF-8, and JSON as an array of objects. */
final class DataFiles {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          new JsonFactoryBuilder()
              .rootValueSeparator("")
              .characterEscapes(new ScriptEscapes())
              .build());

  /** OWASP, "CSV Injection"; the wide forms are what East Asian keyboards write for the others. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\0＝＋－＠";

  private DataFiles() {}

  static String csv(DataTable table) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < table.columns().size(); i++) {
      field(out, i, table.columns().get(i).name());
    }
    out.append("\r\n");
    for (List<Cell> row : table.rows()) {
      for (int i = 0; i < row.size(); i++) {
        field(out, i, row.get(i).value());
      }
      out.append("\r\n");
    }
    return out.toString();
  }

  static String json(DataTable table) {
    return array(
            table.rows(),
            (row, json) -> {
              json.writeStartObject();
              for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(table.columns().get(i).name());
                value(json, row.get(i).value());
              }
              json.writeEndObject();
            })
        + '\n';
  }

  /** What cells hold has few types: to ask for a serializer each time would take longer. */
  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeObject(value);
    }
  }

  /** Lists of texts as an array of arrays. */
  static String json(List<List<String>> rows) {
    return array(
        rows,
        (row, json) -> {
          json.writeStartArray();
          for (String text : row) {
            json.writeString(text);
          }
          json.writeEndArray();
        });
  }

  /** Writes one element of an array. */
  @FunctionalInterface
  private interface Element<T> {
    void write(T item, JsonGenerator json) throws IOException;
  }

  /** An array with a line for each element, which can also stand in a script. */
  private static <T> String array(List<T> items, Element<T> element) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      String separator = "[\n";
      for (T item : items) {
        json.writeRaw(separator);
        element.write(item, json);
        separator = ",\n";
      }
      json.writeRaw(items.isEmpty() ? "[\n]" : "\n]");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void field(StringBuilder out, int column, @Nullable Object value) {
    if (column > 0) {
      out.append(',');
    }
    if (value != null) {
      out.append(value instanceof String text ? field(text) : value);
    }
  }

  /** Spreadsheets run what begins like a formula: an apostrophe in front makes it a text. */
  private static String field(String text) {
    boolean runs = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    String safe = runs ? "'" + text : text;
    return isQuoted(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static boolean isQuoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == ',' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
