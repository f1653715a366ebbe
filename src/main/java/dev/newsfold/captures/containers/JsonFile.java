package dev.newsfold.captures.containers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
      default ->
          LINES.stream().anyMatch(source::nameEnds)
              && (rowAhead(bytes) > 0 || bytes.isDamagedAhead());
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
      if (!reading.hasTold()) {
        rows.reject(0, new Damaged(Reason.CAPTURE_MALFORMED, "the first line is no JSON"));
      }
      start = rowAhead(bytes);
    }
    bytes.advance(start);
    JsonFactory json = factory(reading.limits().maxPageBytes());
    JsonRows walker = new JsonRows(rows, reading.fields());
    JsonLines lines = new JsonLines(source, charset, json, rows, walker, maxLine(reading));
    try {
      long from = bytes.position();
      byte[] first = lines.first();
      if (first == null || lines.areRows(first)) {
        lines.read(first, from);
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

  /** Where the first value starts, behind the mark of a sequence (RFC 7464) if there is one. */
  private static int start(FileBytes bytes) throws IOException {
    int at = Text.skipBlanks(bytes, 0);
    return bytes.peek(at) == SEQUENCE ? Text.skipBlanks(bytes, at + 1) : at;
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
}
