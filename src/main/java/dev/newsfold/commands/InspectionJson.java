package dev.newsfold.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.Inspection;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.parse.draft.Candidate;
import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.Page;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** An inspection as JSON. */
final class InspectionJson {
  /** What tells a reader of one page nothing: bytes, and what only a fold fills in. */
  private static final Set<String> OMITTED =
      Set.of("sketch", "evidence", "storyId", "crossPostRelation", "payloadDigest");

  private InspectionJson() {}

  static void write(Inspection inspection, Page page, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", page.getOrigin().getFile());
    json.writeFieldName("url");
    RecordJson.write(page.getUrl(), json);
    json.writeStringField("charset", page.getCharset());
    json.writeStringField("charsetEvidence", page.getCharsetEvidence());
    Article article = null;
    if (inspection.verdict() instanceof Verdict.Accepted<ParsedPage> accepted) {
      article = accepted.value().article();
    } else if (inspection.verdict() instanceof Verdict.Rejected<ParsedPage> rejected) {
      json.writeFieldName("rejected");
      writeReason(rejected.rejection(), json);
    }
    json.writeObjectFieldStart("fields");
    writeFields(article, inspection.candidates(), json);
    json.writeEndObject();
    json.writeArrayFieldStart("dropped");
    for (Inspection.Dropped dropped : inspection.dropped()) {
      json.writeStartObject();
      json.writeStringField("text", RecordJson.wellFormed(dropped.text()));
      json.writeStringField("why", RecordJson.wellFormed(dropped.why()));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (inspection.verdict() instanceof Verdict.Accepted<ParsedPage> accepted) {
      writeSightings(accepted.value().sightings(), json);
    }
    json.writeEndObject();
  }

  static void write(Rejection rejection, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", rejection.getOrigin().getFile());
    json.writeFieldName("url");
    RecordJson.write(rejection.getUrl(), json);
    json.writeFieldName("rejected");
    writeReason(rejection, json);
    json.writeEndObject();
  }

  private static void writeReason(Rejection rejection, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("stage", rejection.getStage().name());
    json.writeStringField("reason", rejection.getReason().name());
    json.writeStringField("message", RecordJson.wellFormed(rejection.getMessage()));
    json.writeEndObject();
  }

  /** The article's fields in the order of its schema, then what candidates speak of besides. */
  private static void writeFields(
      @Nullable Article article, List<Candidate> candidates, JsonGenerator json)
      throws IOException {
    Map<String, List<Candidate>> byField = new LinkedHashMap<>();
    for (Schema.Field field : Article.getClassSchema().getFields()) {
      if (!OMITTED.contains(field.name())) {
        byField.put(field.name(), candidatesFor(field.name(), candidates));
      }
    }
    for (Candidate candidate : candidates) {
      byField.putIfAbsent(candidate.field(), candidatesFor(candidate.field(), candidates));
    }
    for (Map.Entry<String, List<Candidate>> field : byField.entrySet()) {
      if (article != null || !field.getValue().isEmpty()) {
        json.writeObjectFieldStart(field.getKey());
        writeField(article, field.getKey(), field.getValue(), json);
        json.writeEndObject();
      }
    }
  }

  private static void writeField(
      @Nullable Article article, String name, List<Candidate> candidates, JsonGenerator json)
      throws IOException {
    Schema.Field field = Article.getClassSchema().getField(name);
    if (article != null && field != null) {
      json.writeFieldName("value");
      RecordJson.write(RecordJson.fieldValue(article, field), json);
      String rule = article.getEvidence().get(name);
      if (rule != null) {
        json.writeStringField("rule", rule);
      }
    }
    List<Candidate> told =
        candidates.stream().filter(candidate -> article == null || !candidate.won()).toList();
    if (!told.isEmpty()) {
      json.writeArrayFieldStart(article == null ? "candidates" : "lost");
      for (Candidate candidate : told) {
        writeCandidate(candidate, json);
      }
      json.writeEndArray();
    }
  }

  private static void writeCandidate(Candidate candidate, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", candidate.rule());
    json.writeStringField("value", RecordJson.wellFormed(candidate.value()));
    if (candidate.refusal() != null) {
      json.writeStringField("why", RecordJson.wellFormed(candidate.refusal()));
    }
    json.writeEndObject();
  }

  private static List<Candidate> candidatesFor(String field, List<Candidate> candidates) {
    return candidates.stream().filter(candidate -> candidate.field().equals(field)).toList();
  }

  private static void writeSightings(List<HeadlineSighting> sightings, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("sightings");
    for (HeadlineSighting sighting : sightings) {
      json.writeStartObject();
      json.writeStringField("headline", RecordJson.wellFormed(sighting.getHeadline()));
      json.writeFieldName("href");
      RecordJson.write(sighting.getHref(), json);
      json.writeStringField("list", sighting.getList());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
