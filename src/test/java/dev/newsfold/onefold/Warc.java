package dev.newsfold.onefold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WARC file of pages, in the order in which they are added. */
final class Warc {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int records;

  void add(InventedPage page, byte[] html) {
    byte[] http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:page:"
            + ++records
            + ">\r\nWARC-Target-URI: "
            + page.url()
            + "\r\nWARC-Date: "
            + page.capturedAt()
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + (http.length + html.length)
            + "\r\n\r\n";
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(http);
    bytes.writeBytes(html);
    bytes.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  void write(Path file) throws IOException {
    Files.write(file, bytes.toByteArray());
  }
}
