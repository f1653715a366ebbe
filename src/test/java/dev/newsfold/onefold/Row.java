package dev.newsfold.onefold;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An article as the {@code fold} job takes it.
 *
 * @param id the article's id
 * @param site the host of its address
 * @param headline the headline
 * @param sentences the text
 * @param publishedAt in Shanghai's time
 */
record Row(
    String id, String site, String headline, List<String> sentences, LocalDateTime publishedAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes rows as JSON Lines. */
  static Path write(Path file, List<Row> rows) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Row row : rows) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("id", row.id);
      fields.put("title", row.headline);
      fields.put("text", String.join("", row.sentences));
      fields.put("date", row.publishedAt + ":00+08:00");
      fields.put("url", "https://" + row.site + "/" + row.id + ".html");
      lines.append(JSON.writeValueAsString(fields)).append('\n');
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.writeString(file, lines);
  }
}
