package dev.newsfold.sample;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes pages as one WARC/1.1 file (ISO 28500:2017), a gzip member a record; {@code
 * NAME.truth.jsonl} beside it. Some pages come with records that are no pages: the request, a
 * redirect that led to it, an image on it, a revisit that found it unchanged.
 */
final class WarcWriter implements SampleWriter {

  /** Of a hundred pages, how many come with such a record. */
  private static final int REQUESTS = 10;

  private static final int REDIRECTS = 3;
  private static final int IMAGES = 3;
  private static final int REVISITS = 3;

  private final GzipMembers out;
  private final TruthWriter truth;
  private final long seed;
  private final Buffer record = new Buffer();
  private boolean begun;

  WarcWriter(Path file, Path truthFile, long seed) throws IOException {
    this.out = new GzipMembers(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    this.truth = new TruthWriter(truthFile);
    this.seed = seed;
  }

  @Override
  public void write(SamplePage page) throws IOException {
    if (!begun) {
      begun = true;
      info(page.capturedAt());
    }
    Dice dice = Dice.of(seed, page.number(), Dice.Purpose.ARCHIVE);
    if (dice.below(100) < REDIRECTS) {
      redirect(page);
    }
    if (dice.below(100) < REQUESTS) {
      request(page);
    }
    String head = httpHead(page.status(), page.contentType(), page.body().length);
    response(page, page.url(), "page", head, page.body());
    truth.write(page, null);
    if (dice.below(100) < IMAGES) {
      String url = page.url() + ".png";
      byte[] image = Damage.PIXEL;
      response(page, url, "image", httpHead(200, "image/png", image.length), image);
      truth.writeSkip(url, "image");
    }
    if (dice.below(100) < REVISITS) {
      revisit(page);
    }
  }

  private void info(Instant date) throws IOException {
    byte[] fields = utf8("software: newsfold sample\r\nformat: WARC File Format 1.1\r\n");
    write("warcinfo", null, id("info", 0), date, "application/warc-fields", "", fields);
    truth.writeSkip("", "warcinfo");
  }

  private void request(SamplePage page) throws IOException {
    String host = page.truth().piece() == null ? "sample.example" : host(page.url());
    byte[] block = utf8("GET / HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\n\r\n");
    String id = id("request", page.number());
    write(
        "request",
        page.url(),
        id,
        page.capturedAt(),
        "application/http; msgtype=request",
        "",
        block);
    truth.writeSkip(page.url(), "request");
  }

  private void redirect(SamplePage page) throws IOException {
    String url = "http://go.example/" + page.number();
    String head =
        "HTTP/1.1 301 Moved Permanently\r\nLocation: "
            + page.url()
            + "\r\nContent-Length: 0\r\n\r\n";
    response(page, url, "redirect", head, new byte[0]);
    truth.writeSkip(url, "redirect");
  }

  private void revisit(SamplePage page) throws IOException {
    String extra =
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
            + "WARC-Refers-To-Target-URI: "
            + page.url()
            + "\r\nWARC-Refers-To-Date: "
            + page.capturedAt().truncatedTo(ChronoUnit.SECONDS)
            + "\r\n";
    String head = httpHead(page.status(), page.contentType(), page.body().length);
    Instant later = page.capturedAt().plus(1, ChronoUnit.DAYS);
    String id = id("revisit", page.number());
    write(
        "revisit", page.url(), id, later, "application/http; msgtype=response", extra, utf8(head));
    truth.writeSkip(page.url(), "revisit");
  }

  private void response(SamplePage page, String url, String kind, String head, byte[] body)
      throws IOException {
    byte[] http = utf8(head);
    byte[] block = new byte[http.length + body.length];
    System.arraycopy(http, 0, block, 0, http.length);
    System.arraycopy(body, 0, block, http.length, body.length);
    write(
        "response",
        url,
        id(kind, page.number()),
        page.capturedAt(),
        "application/http; msgtype=response",
        "",
        block);
  }

  private void write(
      String type,
      @Nullable String url,
      String id,
      Instant date,
      String contentType,
      String extra,
      byte[] block)
      throws IOException {
    StringBuilder head = new StringBuilder(512);
    head.append("WARC/1.1\r\nWARC-Type: ").append(type).append("\r\n");
    head.append("WARC-Record-ID: <urn:uuid:").append(id).append(">\r\n");
    head.append("WARC-Date: ").append(date.truncatedTo(ChronoUnit.SECONDS)).append("\r\n");
    if (url != null) {
      head.append("WARC-Target-URI: ").append(url).append("\r\n");
    }
    head.append(extra);
    head.append("Content-Type: ").append(contentType).append("\r\n");
    head.append("Content-Length: ").append(block.length).append("\r\n\r\n");
    record.reset();
    record.writeBytes(utf8(head.toString()));
    record.writeBytes(block);
    record.writeBytes(utf8("\r\n\r\n"));
    record.compressTo(out);
  }

  private static String httpHead(int status, String contentType, int length) {
    String reason = status == 200 ? "OK" : "Not Found";
    return String.format(
        Locale.ROOT,
        "HTTP/1.1 %d %s\r\nServer: sample\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n",
        status,
        reason,
        contentType,
        length);
  }

  private String id(String kind, long number) {
    return UUID.nameUUIDFromBytes(utf8(seed + "/" + kind + "/" + number)).toString();
  }

  private static String host(String url) {
    int start = url.indexOf("//") + 2;
    return url.substring(start, url.indexOf('/', start));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    out.close();
    truth.close();
  }

  /** A buffer whose bytes can be compressed without a copy. */
  private static final class Buffer extends ByteArrayOutputStream {
    void compressTo(GzipMembers members) throws IOException {
      members.write(buf, count);
    }
  }
}
