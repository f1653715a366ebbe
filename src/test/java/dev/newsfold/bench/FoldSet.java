package dev.newsfold.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.records.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Articles of one set of the bench, as members of the fold. */
final class FoldSet {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern DATE =
      Pattern.compile("^(\\d{4})[-年](\\d{1,2})[-月](\\d{1,2})日?(?:[T ]?(\\d{1,2}):(\\d{2}))?");
  private static final ObjectMapper JSON = new ObjectMapper();

  private FoldSet() {}

  static List<FoldMember> read(Path articles) throws IOException {
    List<FoldMember> members = new ArrayList<>();
    for (JsonNode row : rows(articles)) {
      members.add(member(row));
    }
    return members;
  }

  static List<JsonNode> rows(Path file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        rows.add(JSON.readTree(line));
      }
    }
    return rows;
  }

  /** The same article at another address. */
  static FoldMember at(FoldMember member, String site, String url) {
    return new FoldMember(
        member.id(),
        url,
        site,
        member.source(),
        member.headline(),
        member.originalHeadline(),
        member.publishedAt(),
        member.publishDay(),
        member.precision(),
        member.sketch());
  }

  private static FoldMember member(JsonNode row) {
    String url = row.path("url").asText("");
    LocalDateTime at = date(row.path("date").asText(""));
    boolean timed = row.path("date").asText("").contains(":");
    Instant instant = at == null ? null : at.atZone(ZONE).toInstant();
    LocalDate day = at == null ? null : at.toLocalDate();
    return new FoldMember(
        row.path("id").asText(),
        url,
        site(url),
        row.path("source").asText(null),
        row.path("title").asText(""),
        null,
        instant,
        day,
        at == null ? null : timed ? Precision.MINUTE : Precision.DAY,
        Sketch.of(row.path("text").asText("")));
  }

  private static String site(String url) {
    Matcher m = Pattern.compile("^https?://(?:www\\.)?([^/:]+)").matcher(url);
    return m.find() ? m.group(1) : "";
  }

  private static @Nullable LocalDateTime date(String text) {
    Matcher m = DATE.matcher(text);
    if (!m.find()) {
      return null;
    }
    try {
      return LocalDate.of(number(m, 1), number(m, 2), number(m, 3))
          .atTime(m.group(4) == null ? 0 : number(m, 4), m.group(5) == null ? 0 : number(m, 5));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
