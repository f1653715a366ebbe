package dev.newsfold.captures.containers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Rows of JSON that stand on lines of their own: a broken one costs only itself, and so does damage
 * of what the lines lie in, where that can be read on.
 */
final class JsonLines {
  private final Source source;
  private final FileBytes bytes;
  private final Charset charset;
  private final JsonFactory json;
  private final Rows rows;
  private final JsonRows walker;
  private final int maxLine;

  /** Whether the next line may be the end of one whose start is lost. */
  private boolean behindDamage;

  /** Whether some line was a row. */
  private boolean areRows;

  /**
   * @param maxLine so many bytes of a line are read at most
   */
  JsonLines(
      Source source, Charset charset, JsonFactory json, Rows rows, JsonRows walker, int maxLine) {
    this.source = source;
    this.bytes = source.bytes();
    this.charset = charset;
    this.json = json;
    this.rows = rows;
    this.walker = walker;
    this.maxLine = maxLine;
  }

  /** The first line, if it may be a row, or else nothing; null if it is damaged, which is told. */
  byte @Nullable [] first() throws IOException {
    if (bytes.peek(0) != '{') {
      return new byte[0];
    }
    long position = bytes.position();
    try {
      return line();
    } catch (Damaged.InStream e) {
      reject(position, e);
      return null;
    }
  }

  /** Whether the first line shows that each line is a row. */
  boolean areRows(byte[] first) throws IOException {
    return first.length > 0 && isRow(new String(first, charset), rowFollows());
  }

  /**
   * Reads to the end.
   *
   * @param first the line that was read; null if it was damaged
   * @param from where that lies
   */
  void read(byte @Nullable [] first, long from) throws IOException {
    areRows = first != null;
    boolean more = true;
    if (first != null) {
      take(first, from);
    }
    while (more && !rows.isHopeless()) {
      long position = bytes.position();
      try {
        byte[] line = line();
        more = line.length > 0;
        if (!behindDamage || isWholeRow(line)) {
          take(line, position);
          areRows = true;
        }
        // Of a document that is none of lines, no line is a row.
        behindDamage &= !areRows;
      } catch (Damaged.InStream e) {
        reject(position, e);
      }
    }
  }

  /** Tells that a line is lost, if what lies behind can be read. */
  private void reject(long position, Damaged.InStream damage) throws IOException {
    long offset = bytes.offset(position);
    Reading.resume(source, damage);
    rows.reject(offset, damage.damaged());
    behindDamage = true;
  }

  private void take(byte[] line, long position) throws IOException {
    boolean whole = line.length == 0 || line[line.length - 1] == '\n' || bytes.peek(0) < 0;
    int start = rowStart(line);
    int end = rowEnd(line, start);
    long offset = bytes.offset(position + (start < end ? start : 0));
    if (!whole) {
      rows.reject(
          offset, new Damaged(Reason.TOO_LARGE, "the line is longer than " + maxLine + " bytes"));
      Text.passLine(bytes);
    } else if (start < end) {
      InputStream row = new ByteArrayInputStream(line, start, end - start);
      PlacedText text = new PlacedText(row, charset, position + start, bytes::offset);
      try (JsonParser parser = json.createParser(text)) {
        walker.read(parser, text::offset);
      } catch (JsonProcessingException e) {
        rows.reject(offset, JsonDamage.of("the line is no JSON", e, json.streamReadConstraints()));
      }
    }
  }

  /** Where a line's row starts, behind blanks; files that were joined have their marks within. */
  private static int rowStart(byte[] line) {
    int start = 0;
    while (start < line.length && Text.isBlank(line[start] & 0xff)) {
      start++;
    }
    return start;
  }

  /** Where a line's row ends, ahead of the comma that some writers put behind it. */
  private static int rowEnd(byte[] line, int start) {
    int end = withoutBlanks(line, line.length, start);
    return end > start && line[end - 1] == ',' ? end - 1 : end;
  }

  private static int withoutBlanks(byte[] line, int from, int start) {
    int end = from;
    while (end > start && line[end - 1] >= 0 && line[end - 1] <= ' ') {
      end--;
    }
    return end;
  }

  /**
   * Whether a line is a row that ends with it; one that is broken otherwise is a row as well, and
   * one that is cut within a string, where another row follows.
   *
   * @param next whether the next line starts as a row does
   */
  private boolean isRow(String line, boolean next) throws IOException {
    try (JsonParser parser = json.createParser(new StringReader(line))) {
      parser.nextToken();
      parser.skipChildren();
      return true;
    } catch (JsonEOFException e) {
      return false;
    } catch (JsonProcessingException e) {
      return line.endsWith("\n") && (next || line.strip().endsWith("}"));
    }
  }

  /** Whether a line is a row and nothing else: no end of a row is that. */
  private boolean isWholeRow(byte[] line) throws IOException {
    int start = rowStart(line);
    String row = new String(line, start, rowEnd(line, start) - start, charset);
    try (JsonParser parser = json.createParser(new StringReader(row))) {
      boolean object = parser.nextToken() == JsonToken.START_OBJECT;
      parser.skipChildren();
      return object && parser.nextToken() == null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Whether the next line starts as a row does, as far as it can be read. */
  private boolean rowFollows() throws IOException {
    try {
      return bytes.peek(Text.skipBlanks(bytes, 0)) == '{';
    } catch (Damaged.InStream e) {
      return false;
    }
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    byte[] piece = new byte[8192];
    while (line.size() < maxLine && bytes.buffered() > 0) {
      int length = 0;
      int there = Math.min(Math.min(bytes.buffered(), piece.length), maxLine - line.size());
      boolean ended = false;
      while (length < there && !ended) {
        ended = bytes.peek(length++) == '\n';
      }
      line.write(piece, 0, bytes.read(piece, 0, length));
      if (ended) {
        break;
      }
    }
    return line.toByteArray();
  }
}
