package dev.newsfold.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.newsfold.records.Precision;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code truth.jsonl}: one JSON object a page, absent values left out. */
final class TruthWriter implements Closeable {

  private final JsonGenerator json;

  TruthWriter(Path file) throws IOException {
    this.json =
        new JsonFactory().createGenerator(new BufferedOutputStream(Files.newOutputStream(file)));
    json.setRootValueSeparator(null);
  }

  /**
   * Writes the row of a page.
   *
   * @param path where its file lies, or null for a record of an archive
   */
  void write(SamplePage page, @Nullable String path) throws IOException {
    Truth truth = page.truth();
    json.writeStartObject();
    json.writeNumberField("page", page.number());
    string("path", path);
    string("url", page.url());
    string("capturedAt", page.capturedAt().toString());
    string("role", truth.role().label());
    boolean isError = path == null && page.status() != 200;
    string("expect", isError ? "skip:http-error" : truth.expect());
    strings("also", truth.also());
    string("design", truth.design());
    string("flaw", truth.flaw());
    string("charset", truth.charset());
    string("labelling", truth.labelling());
    if (truth.recaptureOf() != null) {
      json.writeNumberField("recaptureOf", truth.recaptureOf());
    }
    json.writeNumberField("sightings", truth.sightings());
    Piece piece = truth.piece();
    if (piece != null) {
      string("story", "s" + truth.story());
      string("relation", truth.relation().name());
      strings("edits", truth.edits());
      article(piece);
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Writes the row of a record that is no page. */
  void writeSkip(String url, String kind) throws IOException {
    json.writeStartObject();
    string("url", url);
    string("expect", "skip:" + kind);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void article(Piece piece) throws IOException {
    string("language", piece.outlet().language().tag());
    string("headline", piece.headline());
    string("body", piece.body());
    OffsetDateTime published = piece.published();
    if (published != null) {
      // A page that tells only the day tells no zone either.
      boolean dayOnly = piece.precision() == Precision.DAY;
      string(
          "publishedAt",
          dayOnly
              ? published.toLocalDate().toString()
              : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(published));
      string("zone", published.getOffset().toString());
      string("precision", piece.precision().name());
    }
    string("section", piece.section());
    string("source", piece.source());
    strings("authors", piece.authors());
    strings("editor", piece.editors());
    string("originalHeadline", piece.originalHeadline());
    strings("agencies", piece.agencies());
    string("topic", piece.topic());
    string("summary", piece.summary());
    Dateline dateline = piece.dateline();
    if (dateline != null) {
      json.writeObjectFieldStart("dateline");
      string("outlet", dateline.outlet());
      string("place", dateline.place());
      string("day", dateline.day());
      string("text", dateline.text());
      json.writeEndObject();
    }
  }

  private void string(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private void strings(String name, List<String> values) throws IOException {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
