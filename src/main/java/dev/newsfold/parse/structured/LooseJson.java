package dev.newsfold.parse.structured;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as pages write it: in comments or CDATA, with comments inside, raw line breaks, single
 * quotes, trailing commas, unescaped quotes inside strings. What follows a fault that cannot be
 * mended is lost; what stands before it is kept.
 */
final class LooseJson {
  private static final String CDATA = "CDATA[";
  private static final int MAX_LENGTH = 500_000;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_NUMBER = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private LooseJson() {}

  /**
   * The values of a text: objects as {@code Map<String, Object>}, arrays as {@code List<Object>},
   * everything else as {@code String}; null values are left out. Several values may follow each
   * other.
   */
  static List<Object> read(String text) {
    String json = unwrap(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
    List<Object> values = new ArrayList<>();
    if (!readInto(json, values)) {
      List<Object> mended = new ArrayList<>();
      boolean better = readInto(escapeInnerQuotes(json), mended);
      if (better || values.isEmpty()) {
        return mended;
      }
    }
    return values;
  }

  /** Strips HTML comments and CDATA marks around the text, with their own comment signs. */
  private static String unwrap(String text) {
    int mark = text.indexOf(CDATA);
    int brace = text.indexOf('{');
    int start = mark >= 0 && mark < brace ? mark + CDATA.length() : 0;
    int end = text.length();
    while (start < end && text.charAt(start) != '{' && text.charAt(start) != '[') {
      start++;
    }
    while (end > start && text.charAt(end - 1) != '}' && text.charAt(end - 1) != ']') {
      end--;
    }
    if (end == start) {
      // Cut before anything closed: what there is may still be read.
      end = text.length();
    }
    String body = text.substring(start, end);
    int cdata = body.endsWith("]]") ? body.lastIndexOf('}') : -1;
    return cdata > 0 && body.substring(cdata + 1).contains("//")
        ? body.substring(0, cdata + 1)
        : body;
  }

  /** True if the text was read to its end. */
  private static boolean readInto(String json, List<Object> values) {
    Deque<Object> open = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case FIELD_NAME -> name = parser.currentName();
          case START_OBJECT, START_ARRAY -> {
            Object container =
                token == JsonToken.START_OBJECT
                    ? new LinkedHashMap<String, Object>()
                    : new ArrayList<>();
            attach(container, name, open.peek(), values);
            open.push(container);
            names.push(name);
          }
          case END_OBJECT, END_ARRAY -> {
            open.pop();
            name = names.pop();
          }
          case VALUE_NULL -> {}
          default -> attach(parser.getText(), name, open.peek(), values);
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private static void attach(
      Object value, String name, @Nullable Object parent, List<Object> values) {
    if (parent == null) {
      values.add(value);
    } else if (parent instanceof List<?> list) {
      ((List<Object>) list).add(value);
    } else {
      ((Map<String, Object>) parent).putIfAbsent(name, value);
    }
  }

  /**
   * Escapes each quote inside a string that cannot be its end, because no comma, colon or bracket
   * follows.
   */
  private static String escapeInnerQuotes(String json) {
    StringBuilder out = new StringBuilder(json.length() + 16);
    boolean inside = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\' && i + 1 < json.length()) {
        out.append(c).append(json.charAt(++i));
        continue;
      }
      if (c == '"') {
        if (!inside) {
          inside = true;
        } else if (endsString(json, i + 1)) {
          inside = false;
        } else {
          out.append('\\');
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean endsString(String json, int at) {
    int i = at;
    while (i < json.length() && i < at + 200 && json.charAt(i) <= ' ') {
      i++;
    }
    return i >= json.length() || ",:}]".indexOf(json.charAt(i)) >= 0;
  }
}
