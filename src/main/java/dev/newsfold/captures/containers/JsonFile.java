package dev.newsfold.captures.containers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.List;

/**
 * JSON: a row a line, an array of rows wherever it lies, or a browser's record of a visit (HAR).
 */
final class JsonFile implements Container {
  private static final String PAGELESS =
      "JSON without a column of pages in HTML; articles are read by the job fold";

  private static final List<String> LINES = List.of(".jsonl", ".ndjson", ".jl", ".jsonlines");

  /** Of a first row that is broken, so much is passed. */
  private static final int MAX_AHEAD = 1 << 20;

  private static final int MAX_DEPTH = 200;

  /** The record separator ahead of each text in a sequence; no string of JSON holds it bare. */
  private static final int SEQUENCE = 0x1e;

  @Override
  public boolean holds(Source source) throws IOException {
    FileBytes bytes = source.bytes();
    int at = start(bytes);
    int next = bytes.peek(Text.skipBlanks(bytes, at + 1));
    return switch (bytes.peek(at)) {
      case '{' -> next == '}' || next == '"' && !OtherFile.isJsonFeed(source);
      case '[' -> next >= 0 && "{[\"]-0123456789".indexOf(next) >= 0;
      default -> LINES.stream().anyMatch(source::nameEnds) && rowAhead(bytes) > 0;
    };
  }

  /** How many bytes ahead the first line starts that is a row, where one is cut; 0 if none does. */
  private static int rowAhead(FileBytes bytes) throws IOException {
    for (int at = 1; at < MAX_AHEAD && bytes.peek(at) >= 0; at++) {
      if (bytes.peek(at - 1) == '\n' && bytes.peek(at) == '{' && bytes.peek(at + 1) == '"') {
        return at;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    Rows rows = new Rows(source, reading);
    FileBytes bytes = source.bytes();
    Charset charset = Text.charset(bytes);
    int start = start(bytes);
    if ("{[".indexOf(bytes.peek(start)) < 0) {
      rows.reject(0, new Damaged(Reason.CAPTURE_MALFORMED, "the first line is no JSON"));
      start = rowAhead(bytes);
    }
    bytes.advance(start);
    JsonFactory json = factory(reading.limits().maxPageBytes());
    JsonRows walker = new JsonRows(rows, reading.fields());
    try {
      long from = bytes.position();
      byte[] first = bytes.peek(0) == '{' ? line(bytes, maxLine(reading)) : new byte[0];
      boolean next = bytes.peek(Text.skipBlanks(bytes, 0)) == '{';
      if (first.length > 0 && isRow(json, new String(first, charset), next)) {
        readLines(first, from, source, charset, json, walker, rows, reading);
      } else {
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), bytes.rest());
        PlacedText text = new PlacedText(whole, charset, from, bytes::offset);
        try (JsonParser parser = json.createParser(text)) {
          walker.read(parser, text::offset);
        }
      }
    } catch (JsonProcessingException e) {
      Damaged why = JsonDamage.of("JSON is broken", e, json.streamReadConstraints());
      rows.reject(walker.offset(), why);
    }
    rows.finish(PAGELESS);
  }

  /** Rows that stand on lines of their own: a broken one costs only itself. */
  private static void readLines(
      byte[] first,
      long from,
      Source source,
      Charset charset,
      JsonFactory json,
      JsonRows walker,
      Rows rows,
      Reading reading)
      throws IOException {
    FileBytes bytes = source.bytes();
    byte[] line = first;
    long position = from;
    while (line.length > 0 && !rows.isHopeless()) {
      boolean whole = line[line.length - 1] == '\n' || bytes.peek(0) < 0;
      int start = rowStart(line);
      int end = rowEnd(line, start);
      long offset = bytes.offset(position + (start < end ? start : 0));
      if (!whole) {
        rows.reject(offset, new Damaged(Reason.TOO_LARGE, "the line is too long"));
        toLineEnd(bytes);
      } else if (start < end) {
        InputStream row = new ByteArrayInputStream(line, start, end - start);
        PlacedText text = new PlacedText(row, charset, position + start, bytes::offset);
        try (JsonParser parser = json.createParser(text)) {
          walker.read(parser, text::offset);
        } catch (JsonProcessingException e) {
          Damaged why = JsonDamage.of("the line is no JSON", e, json.streamReadConstraints());
          rows.reject(offset, why);
        }
      }
      position = bytes.position();
      line = line(bytes, maxLine(reading));
    }
  }

  /** Where the first value starts, behind the mark of a sequence (RFC 7464) if there is one. */
  private static int start(FileBytes bytes) throws IOException {
    int at = Text.skipBlanks(bytes, 0);
    return bytes.peek(at) == SEQUENCE ? Text.skipBlanks(bytes, at + 1) : at;
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
  private static boolean isRow(JsonFactory json, String line, boolean next) throws IOException {
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

  private static JsonFactory factory(long maxPageBytes) {
    return JsonFactory.builder()
        .configure(JsonReadFeature.ALLOW_RS_CONTROL_CHAR, true)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength((int) maxPageBytes)
                .build())
        .build();
  }

  /** Escapes make a page longer; text of another script hardly more than twice. */
  private static int maxLine(Reading reading) {
    return (int) Math.min(Integer.MAX_VALUE / 4, 2 * reading.limits().maxPageBytes() + (1 << 20));
  }

  private static byte[] line(FileBytes bytes, int max) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    byte[] piece = new byte[8192];
    while (line.size() < max && bytes.buffered() > 0) {
      int length = 0;
      int there = Math.min(Math.min(bytes.buffered(), piece.length), max - line.size());
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

  private static void toLineEnd(FileBytes bytes) throws IOException {
    int next = 0;
    while (next >= 0 && next != '\n') {
      next = bytes.read();
    }
  }
}
