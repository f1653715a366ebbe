package dev.newsfold.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.UrlEvidence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** One set of pages with their truth, read in place from the shared folder. */
final class BenchSet {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final List<JsonNode> truth = new ArrayList<>();

  private BenchSet(Path folder) throws IOException {
    this.folder = folder;
    try (BufferedReader rows = Files.newBufferedReader(folder.resolve("truth.jsonl"))) {
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        if (!row.isBlank()) {
          truth.add(JSON.readTree(row));
        }
      }
    }
  }

  /** The folder {@code bench/extract} below the shared folder; it need not exist. */
  static Path root() {
    return Path.of(System.getProperty("newsfold.shared", "../shared"), "bench", "extract");
  }

  static BenchSet read(String name) throws IOException {
    return new BenchSet(root().resolve(name));
  }

  /** The rows of the truth, in order. */
  List<JsonNode> truth() {
    return truth;
  }

  /** The page of a row, as the reader of files would hand it on. */
  Capture capture(JsonNode row) throws IOException {
    String file = row.get("id").asText() + ".html.gz";
    byte[] payload;
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("pages").resolve(file)))) {
      payload = in.readAllBytes();
    }
    return Capture.newBuilder()
        .setUrl("file:" + file)
        .setUrlEvidence(UrlEvidence.FILE_PATH)
        .setPayload(ByteBuffer.wrap(payload))
        .setOrigin(Origin.newBuilder().setFile(file).build())
        .build();
  }
}
