package dev.newsfold.captures.containers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
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

  /** How deep the row lay that held the last page. */
  private int rowLevel = NOWHERE;

  /** Where the page starts that is read at the moment, as the value of its address. */
  private long underWay = NOWHERE;

  JsonRows(Rows rows, RowFields fields) {
    this.rows = rows;
    this.wanted = new HashSet<>(fields.names());
    wanted.addAll(HarEntry.NAMES);
  }

  /** Where the row starts that was read last, or that is broken. */
  long offset() {
    return offset;
  }

  /**
   * Reads to the end.
   *
   * @param places says where a character lies in the file, by its number in what is parsed; it is
   *     asked for those alone that were read last
   */
  void read(JsonParser parser, LongUnaryOperator places) throws IOException {
    Deque<Frame> open = new ArrayDeque<>();
    try {
      readValues(parser, places, open);
    } catch (JsonProcessingException e) {
      Frame broken = brokenRow(open);
      if (underWay >= 0) {
        offset = underWay;
      } else if (broken != null) {
        offset = broken.offset;
      } else {
        offset = places.applyAsLong(parser.currentLocation().getCharOffset());
      }
      throw e;
    }
  }

  private void readValues(JsonParser parser, LongUnaryOperator places, Deque<Frame> open)
      throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (rows.isHopeless()) {
        return;
      }
      Frame top = open.peek();
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          open.push(frame(parser, places, top, token == JsonToken.START_OBJECT));
        }
        case END_OBJECT, END_ARRAY -> {
          Frame closed = open.pop();
          if (closed.row) {
            offset = closed.offset;
            take(closed, open.size());
          }
        }
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          if (top != null && top.object && isAddress(parser)) {
            takeAddressed(parser, start(parser, places), open.size());
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

  private static Frame frame(
      JsonParser parser, LongUnaryOperator places, @Nullable Frame top, boolean object)
      throws IOException {
    if (top == null || !top.object) {
      long at = object ? start(parser, places) : NOWHERE;
      return new Frame(object, object, "", new LinkedHashMap<>(), at);
    }
    if (object && isAddress(parser)) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("url", parser.currentName());
      return new Frame(true, true, "", fields, start(parser, places));
    }
    String path = object ? top.below(name(parser)) : top.column(name(parser));
    return new Frame(object, false, path, top.fields, NOWHERE);
  }

  private static long start(JsonParser parser, LongUnaryOperator places) {
    return places.applyAsLong(parser.currentTokenLocation().getCharOffset());
  }

  /**
   * The row that is not read to its end: the one that lies as deep as the pages before it; where
   * none was met, the outermost one but the whole file. Null if what is broken lies between rows.
   */
  private @Nullable Frame brokenRow(Deque<Frame> open) {
    Frame row = null;
    int rowAt = 0;
    int level = 0;
    for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); level++) {
      Frame frame = frames.next();
      if (frame.row && (level == rowLevel || rowLevel < 0 && rowAt == 0)) {
        row = frame;
        rowAt = level;
      }
    }
    return row;
  }

  /** Whether rows stand under their addresses, in an object instead of an array. */
  private static boolean isAddress(JsonParser parser) throws IOException {
    return name(parser).matches("https?://\\S+");
  }

  /** Takes a page that is the value of its address. */
  private void takeAddressed(JsonParser parser, long at, int level) throws IOException {
    underWay = at;
    String page = parser.getText();
    underWay = NOWHERE;
    offset = at;
    if (rows.take(at, level, Map.of("url", parser.currentName(), "html", page))) {
      rowLevel = level;
    }
  }

  private void take(Frame row, int level) {
    if (HarEntry.is(row.fields)) {
      // A file of HAR holds other objects beside and around its entries, a line holds an entry.
      rows.lieAt(level == 0 ? 0 : NOWHERE);
      rowLevel = level;
      HarEntry.read(row.fields, offset, rows);
    } else if (rows.take(offset, level, row.fields)) {
      rowLevel = level;
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
