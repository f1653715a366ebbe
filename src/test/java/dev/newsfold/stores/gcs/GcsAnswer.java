package dev.newsfold.stores.gcs;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a server answers. */
record GcsAnswer(int status, Map<String, String> headers, byte[] body) {
  static GcsAnswer json(String json) {
    return json(200, json);
  }

  /** An error as Google writes them. */
  static GcsAnswer error(int status, String reason, String message) {
    return json(
        status,
        """
        {"error": {"code": %d, "message": "%s",
          "errors": [{"message": "%2$s", "domain": "global", "reason": "%s"}]}}
        """
            .formatted(status, message, reason));
  }

  private static GcsAnswer json(int status, String json) {
    return new GcsAnswer(
        status,
        Map.of("Content-Type", "application/json; charset=UTF-8"),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
