package dev.newsfold.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.captures.Addresses;
import dev.newsfold.captures.Digests;
import dev.newsfold.parse.text.Text;
import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON Lines as an article. Field names are those of Trafilatura and news-please, and
 * our own; the first of several that is filled counts.
 */
final class JsonRow {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Some programs write it ahead of a file's first line. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final List<String> ID = List.of("id");
  private static final List<String> HEADLINE = List.of("headline", "title");
  private static final List<String> BODY = List.of("body", "text", "maintext", "articleBody");
  private static final List<String> DATE =
      List.of("publishedAt", "date", "date_publish", "datePublished");
  private static final List<String> URL = List.of("canonicalUrl", "url");
  private static final List<String> SOURCE =
      List.of("source", "sitename", "source_domain", "hostname");
  private static final List<String> LANGUAGE = List.of("language", "lang", "inLanguage");
  private static final List<String> ORIGINAL = List.of("originalHeadline", "original_title");
  private static final List<String> SUMMARY = List.of("summary", "description", "excerpt");
  private static final List<String> AUTHORS = List.of("authors", "author");

  private final JsonNode row;
  private final Map<String, String> evidence = new HashMap<>();

  private JsonRow(JsonNode row) {
    this.row = row;
  }

  /**
   * The article that a line holds.
   *
   * @throws UnusableRowException if it is no JSON object and nothing else, or has neither headline
   *     nor text
   */
  static Article parse(String line, Origin origin, ZoneId zone) throws UnusableRowException {
    JsonNode root;
    try {
      root = JSON.readTree(line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
    } catch (JsonProcessingException e) {
      throw new UnusableRowException("not JSON: " + e.getOriginalMessage());
    }
    if (!root.isObject()) {
      throw new UnusableRowException("not a JSON object");
    }
    return new JsonRow(root).article(line, origin, zone);
  }

  private Article article(String line, Origin origin, ZoneId zone) throws UnusableRowException {
    String headline = text("headline", HEADLINE).orElse("");
    String body = text("body", BODY).orElse("");
    if (headline.isEmpty() && body.isEmpty()) {
      throw new UnusableRowException("neither headline nor text");
    }
    String source = text("source", SOURCE).orElse(null);
    // Trafilatura puts the page's address in "source".
    boolean sourceIsAddress = source != null && isAddress(source);
    String address =
        text("canonicalUrl", URL)
            .or(() -> sourceIsAddress ? Optional.ofNullable(source) : Optional.empty())
            .orElse(null);
    String normalized = address == null ? null : Addresses.normalize(address);
    String digest = Digests.sha256(line);
    String id =
        text("id", ID)
            .orElseGet(() -> normalized == null ? digest.substring(0, 32) : Digests.id(normalized));
    Article.Builder article =
        Article.newBuilder()
            .setId(id)
            .setUrl(address == null ? "" : address)
            .setCanonicalUrl(normalized == null ? "" : normalized)
            .setSite(normalized == null ? "" : Addresses.outlet(normalized))
            .setOrigin(origin)
            .setPayloadDigest(digest)
            .setHeadline(headline)
            .setOriginalHeadline(text("originalHeadline", ORIGINAL).orElse(null))
            .setBody(body)
            .setSummary(text("summary", SUMMARY).orElse(null))
            .setSource(sourceIsAddress ? null : source)
            .setAuthors(authors())
            .setLanguage(text("language", LANGUAGE).orElse(null))
            .setCharset("utf-8")
            .setCharsetEvidence("json");
    publishTime(article, zone);
    return article.setEvidence(evidence).build();
  }

  private void publishTime(Article.Builder article, ZoneId zone) {
    String stated = text("publishedAt", DATE).orElse(null);
    if (stated == null) {
      return;
    }
    Optional<RowTime> time = RowTime.parse(stated, zone);
    if (time.isEmpty()) {
      evidence.put("publishedAt", "refused: cannot be read: " + cut(stated));
      return;
    }
    article
        .setPublishedAt(time.get().instant())
        .setPublishDay(time.get().day())
        .setPublishedZone(time.get().zone().getId())
        .setPublishedPrecision(time.get().precision());
  }

  private List<String> authors() {
    List<String> authors = new ArrayList<>();
    for (String name : AUTHORS) {
      JsonNode value = row.path(name);
      if (authors.isEmpty() && value.isArray()) {
        // What is null is no author of that name.
        value.forEach(author -> authors.add(author.isNull() ? "" : author.asText().strip()));
      } else if (authors.isEmpty() && value.isTextual() && !value.asText().isBlank()) {
        for (String author : value.asText().split(";", -1)) {
          authors.add(author.strip());
        }
      }
      authors.removeIf(String::isBlank);
      if (!authors.isEmpty()) {
        evidence.put("authors", "row:" + name);
        break;
      }
    }
    return authors;
  }

  private Optional<String> text(String field, List<String> names) {
    for (String name : names) {
      JsonNode value = row.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        evidence.put(field, "row:" + name);
        return Optional.of(value.asText().strip());
      }
    }
    return Optional.empty();
  }

  private static boolean isAddress(@Nullable String text) {
    return text != null && (text.startsWith("http://") || text.startsWith("https://"));
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : Text.cut(text, 60) + "…";
  }
}
