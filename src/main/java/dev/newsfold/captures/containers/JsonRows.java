package dev.newsfold.captures.containers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows in JSON: the outermost objects, and those in arrays. What is nested in a row by
 * name is part of it.
 */
final class JsonRows {
  private static final int NOWHERE = -1;

  private final Rows rows;
  private final Set<String> wanted;
  private long offset;

  JsonRows(Rows rows, RowFields fields) {
    this.rows = rows;
    this.wanted = new HashSet<>(fields.names());
    wanted.addAll(HarEntry.NAMES);
  }

  /** Where the row that was read last starts. */
  long offset() {
    return offset;
  }

  /** Reads one line, that lies at an offset. */
  void read(JsonParser parser, long at) throws IOException {
    offset = at;
    readValues(parser, false);
  }

  /** Reads to the end. */
  void readAll(JsonParser parser) throws IOException {
    readValues(parser, true);
  }

  private void readValues(JsonParser parser, boolean moves) throws IOException {
    Deque<Frame> open = new ArrayDeque<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (rows.isHopeless()) {
        return;
      }
      Frame top = open.peek();
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          open.push(frame(parser, top, token == JsonToken.START_OBJECT));
        }
        case END_OBJECT, END_ARRAY -> {
          Frame closed = open.pop();
          if (closed.row) {
            offset = moves ? closed.offset : offset;
            take(closed, open.size());
          }
        }
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          if (top != null && top.object && isAddress(parser)) {
            offset = moves ? parser.currentTokenLocation().getCharOffset() : offset;
            rows.take(
                offset, open.size(), Map.of("url", parser.currentName(), "html", parser.getText()));
          } else if (top != null) {
            top.take(parser, wanted);
          }
        }
        default -> {
          // Names are asked for with their values; nothing else is told.
        }
      }
    }
  }

  private static Frame frame(JsonParser parser, @Nullable Frame top, boolean object)
      throws IOException {
    long at = parser.currentTokenLocation().getCharOffset();
    if (top == null || !top.object) {
      return new Frame(object, object, "", new LinkedHashMap<>(), at);
    }
    if (object && isAddress(parser)) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("url", parser.currentName());
      return new Frame(true, true, "", fields, at);
    }
    String name = name(parser);
    return new Frame(object, false, object ? top.below(name) : top.column(name), top.fields, at);
  }

  /** Whether rows stand under their addresses, in an object instead of an array. */
  private static boolean isAddress(JsonParser parser) throws IOException {
    return name(parser).matches("https?://\\S+");
  }

  private void take(Frame row, int level) {
    if (HarEntry.is(row.fields)) {
      // A file of HAR holds other objects beside and around its entries, a line holds an entry.
      rows.lieAt(level == 0 ? 0 : NOWHERE);
      HarEntry.read(row.fields, offset, rows);
    } else {
      rows.take(offset, level, row.fields);
    }
  }

  private static String name(JsonParser parser) throws IOException {
    @Nullable String name = parser.currentName();
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }

  /**
   * An object or array that is not read to its end.
   *
   * @param path the names that lead here from the row it is part of, each with a dot behind it; of
   *     an array its column
   * @param fields those of that row
   */
  private record Frame(
      boolean object, boolean row, String path, Map<String, String> fields, long offset) {

    /** Takes a value; of a list of values, as crawlers write them, that which is alone in it. */
    void take(JsonParser parser, Set<String> wanted) throws IOException {
      String column = object ? column(name(parser)) : path;
      if (!wanted.contains(RowFields.lastPart(column))) {
        return;
      }
      if (object) {
        fields.putIfAbsent(column, parser.getText());
      } else {
        fields.merge(column, parser.getText(), (one, other) -> "");
      }
    }

    /** The path of what is nested here under a name. */
    String below(String name) {
      return isType(name) ? path : path + name + ".";
    }

    /** The column of a value that stands here under a name. */
    String column(String name) {
      return isType(name) ? path.substring(0, path.length() - 1) : path + name;
    }

    /** MongoDB writes a time as <code>{"$date": …}</code>: the name tells what type a value has. */
    private boolean isType(String name) {
      return name.startsWith("$") && !path.isEmpty();
    }
  }
}
