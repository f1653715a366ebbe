package dev.newsfold.jobs;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.captures.InputStamp;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a dump was made from, written once it is done.
 *
 * @param inputs its files as they were
 */
record PartManifest(List<Input> inputs) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * A file that was read, or set aside.
   *
   * @param path {@code Origin.file}
   * @param size in bytes
   * @param modified milliseconds since 1970
   * @param sha256 of what was read; null of what was not read to its end
   */
  record Input(String path, long size, long modified, @Nullable String sha256) {
    boolean isAsAt(InputStamp stamp) {
      return size == stamp.size() && modified == stamp.modified();
    }
  }

  byte[] toJson() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  static PartManifest fromJson(byte[] json) throws IOException {
    return JSON.readValue(json, PartManifest.class);
  }
}
