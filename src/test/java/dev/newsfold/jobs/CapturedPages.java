package dev.newsfold.jobs;

import dev.newsfold.sample.SamplePage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Captures of pages, to be written as one WARC file. */
final class CapturedPages {
  private final ByteArrayOutputStream warc = new ByteArrayOutputStream();
  private int records;

  /** Adds captures of an invented portal. */
  CapturedPages add(List<SamplePage> pages) {
    for (SamplePage page : pages) {
      add(page.url(), page.capturedAt(), page.status() + " OK", page.contentType(), page.body());
    }
    return this;
  }

  /**
   * Adds the capture of an article of its own.
   *
   * @param name goes into the address, the headline and the text
   * @param publishedAt as the page shows it, in Shanghai's time; null for a page that shows none
   */
  CapturedPages add(String name, @Nullable String publishedAt, Instant capturedAt) {
    return add(name, publishedAt, capturedAt, 6);
  }

  /** The same with so many sentences of text. */
  CapturedPages add(String name, @Nullable String publishedAt, Instant capturedAt, int sentences) {
    String headline = "青浦湾的渡船" + name + "号停航";
    String page =
        """
        <html><head><meta charset="utf-8"><title>%1$s</title></head><body><h1>%1$s</h1>
        <p>%2$s 来源：青浦日报</p><p>%3$s</p></body></html>
        """
            .formatted(
                headline,
                publishedAt == null ? "" : publishedAt,
                (headline + "，" + name + "号的乘客改乘临时班车，码头的茶馆照常开门。").repeat(sentences));
    return add(
        "http://www.cedar.example/" + name + ".html",
        capturedAt.toString(),
        "200 OK",
        "text/html",
        page.getBytes(StandardCharsets.UTF_8));
  }

  private CapturedPages add(
      String url, Object capturedAt, String status, String contentType, byte[] body) {
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
    warc.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    warc.writeBytes(http);
    warc.writeBytes(body);
    warc.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes them to a file that is there at once and whole, as whoever feeds a folder should. */
  Path write(Path file) throws IOException {
    Path hidden = file.resolveSibling('.' + String.valueOf(file.getFileName()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(hidden, warc.toByteArray());
    return Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
