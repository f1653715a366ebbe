package dev.newsfold.onefold;

import dev.newsfold.sample.SamplePage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WARC file of pages, in the order in which they are added. */
final class Warc {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int records;

  Warc add(InventedPage page, byte[] html) {
    return add(page.url(), page.capturedAt(), "200 OK", "text/html", html);
  }

  /** Adds a page of the sample. */
  Warc add(SamplePage page) {
    return add(
        page.url(), page.capturedAt(), page.status() + " OK", page.contentType(), page.body());
  }

  private Warc add(String url, Object capturedAt, String status, String contentType, byte[] body) {
    byte[] http =
        ("HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:page:"
            + ++records
            + ">\r\nWARC-Target-URI: "
            + url
            + "\r\nWARC-Date: "
            + capturedAt
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + (http.length + body.length)
            + "\r\n\r\n";
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(http);
    bytes.writeBytes(body);
    bytes.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes it, and the folder it is in. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, bytes.toByteArray());
  }
}
