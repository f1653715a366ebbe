package dev.newsfold.captures.containers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Builds archives record by record, right or wrong. */
final class Archive {
  private Archive() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A response of status 200 that holds this body. */
  static byte[] page(String body) {
    return response("HTTP/1.1 200 OK\r\nContent-Type: text/html", bytes(body));
  }

  static byte[] response(String head, byte[] body) {
    return record("response", join(bytes(head + "\r\n\r\n"), body));
  }

  static byte[] record(String type, byte[] block) {
    return record(type, Integer.toString(block.length), block);
  }

  /** A record that says it has this length, whatever it has. */
  static byte[] record(String type, String length, byte[] block) {
    return join(
        bytes(
            "WARC/1.0\r\nWARC-Type: "
                + type
                + "\r\nWARC-Target-URI: http://a.example/1\r\nWARC-Date: 2020-09-25T03:45:27Z\r\n"
                + "Content-Type: application/http\r\nContent-Length: "
                + length
                + "\r\n\r\n"),
        block,
        bytes("\r\n\r\n"));
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] deflate(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
