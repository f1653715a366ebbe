package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Archives of all sorts of records, damaged in many ways, the same for the same seed. */
public final class InventedArchive {
  /** How the records lie in the file. */
  public enum Kind {
    PLAIN("a.warc"),
    GZIP("a.warc.gz"),
    /** Some members hold several records, or parts of some. */
    MIXED("a.warc.gz"),
    ONE_MEMBER("a.warc.gz"),
    ARC("a.arc"),
    ARC_GZIP("a.arc.gz");

    private final String fileName;

    Kind(String fileName) {
      this.fileName = fileName;
    }

    public String fileName() {
      return fileName;
    }
  }

  private final Kind kind;
  private final Random random;
  private final List<byte[]> records = new ArrayList<>();

  private InventedArchive(Kind kind, long seed) {
    this.kind = kind;
    this.random = new Random(seed);
  }

  /** An archive of a few dozen records. */
  public static byte[] of(Kind kind, long seed) {
    InventedArchive archive = new InventedArchive(kind, seed);
    int count = 1 + archive.random.nextInt(40);
    for (int i = 0; i < count; i++) {
      boolean arc = kind == Kind.ARC || kind == Kind.ARC_GZIP;
      archive.records.add(arc ? archive.arcRecord(i) : archive.record(i));
    }
    byte[] file = archive.file();
    // A third is whole; the others are damaged once or more.
    for (int damage = archive.random.nextInt(4) - 1; damage > 0; damage--) {
      file = archive.damaged(file);
    }
    return file;
  }

  private byte[] record(int i) {
    byte[] page = page(i);
    String name = "<urn:x:" + random.nextInt(i + 1) + ">";
    String url = "http://a.example/" + random.nextInt(i + 1);
    return switch (random.nextInt(12)) {
      case 0 -> warc("warcinfo", "", bytes("software: x\r\n"));
      case 1 -> warc("request", "", bytes("GET / HTTP/1.1\r\n\r\n"));
      case 2 ->
          warc("revisit", i, "WARC-Refers-To: " + name + "\r\n", bytes("HTTP/1.1 200 OK\r\n\r\n"));
      case 3 ->
          warc(
              "revisit",
              i,
              "WARC-Profile: x/server-not-modified\r\nWARC-Target-URI: " + url + "\r\n",
              new byte[0]);
      case 4 -> warc("response", i, "WARC-Segment-Number: 1\r\n", page);
      case 5, 6 -> {
        String total = random.nextBoolean() ? "" : "WARC-Segment-Total-Length: " + 2 * page.length;
        String number = Integer.toString(2 + random.nextInt(2));
        yield warc(
            "continuation",
            i,
            ("WARC-Segment-Number: " + number + "\r\nWARC-Segment-Origin-ID: " + name + "\r\n")
                + (total.isEmpty() ? "" : total + "\r\n"),
            page);
      }
      case 7 -> warc("resource", i, "Content-Type: text/html\r\n", bytes("<html>x" + i));
      default -> warc("response", i, "", page);
    };
  }

  private byte[] page(int i) {
    String html = "<html><title>" + i + "</title>" + "text ".repeat(random.nextInt(4000));
    String tail =
        switch (random.nextInt(6)) {
          case 0 ->
              "\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
                  + "WARC-Target-URI: http://in.example/\r\nContent-Length: 9\r\n\r\n<html>in\n\r\n";
          case 1 -> "\n\nWARC/1.0 is a format\n\n";
          case 2 -> "\nhttp://b.example/ 1.2.3.4 20200101000000 text/html 12\n<html>";
          default -> "";
        };
    String type = random.nextInt(8) == 0 ? "image/png" : "text/html";
    String status = random.nextInt(8) == 0 ? "404 Gone" : "200 OK";
    byte[] head = bytes("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n");
    // What is compressed already is stored as it is, with the marks of gzip in it.
    byte[] nested = random.nextInt(6) == 0 ? gzip(warc("response", 99, "", head)) : new byte[0];
    return join(head, bytes(html + tail), nested);
  }

  private byte[] warc(String type, int i, String fields, byte[] block) {
    String uri =
        fields.contains("Target-URI") ? "" : "WARC-Target-URI: http://a.example/" + i + "\r\n";
    return warc(
        type,
        "WARC-Record-ID: <urn:x:"
            + i
            + ">\r\n"
            + uri
            + fields
            + "WARC-Date: 2020-01-01T00:00:00Z\r\n",
        block);
  }

  private byte[] warc(String type, String fields, byte[] block) {
    int length =
        switch (random.nextInt(20)) {
          case 0 -> block.length + random.nextInt(3000);
          case 1 -> Math.max(0, block.length - random.nextInt(3000));
          default -> block.length;
        };
    String ends = random.nextInt(20) == 0 ? "" : "\r\n\r\n";
    return join(
        bytes(
            "WARC/1.0\r\nWARC-Type: "
                + type
                + "\r\n"
                + fields
                + "Content-Length: "
                + length
                + "\r\n\r\n"),
        block,
        bytes(ends));
  }

  private byte[] arcRecord(int i) {
    byte[] page = page(i);
    int length = random.nextInt(12) == 0 ? random.nextInt(9000) : page.length;
    return join(
        bytes("http://a.example/" + i + " 1.2.3.4 20200101000000 text/html " + length + "\n"),
        page,
        bytes("\n"));
  }

  private byte[] file() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] pending = {};
    for (byte[] record : records) {
      boolean compressed = kind != Kind.PLAIN && kind != Kind.ARC;
      byte[] all = join(pending, record);
      int now = all.length;
      if (kind == Kind.ONE_MEMBER) {
        now = 0;
      } else if (kind == Kind.MIXED && random.nextInt(4) == 0) {
        now = random.nextInt(3) == 0 ? random.nextInt(all.length) : 0;
      }
      pending = Arrays.copyOfRange(all, now, all.length);
      if (now > 0) {
        byte[] written = Arrays.copyOf(all, now);
        file.writeBytes(compressed ? gzip(written) : written);
      }
      if (random.nextInt(15) == 0) {
        file.writeBytes(junk());
      }
    }
    if (pending.length > 0) {
      file.writeBytes(gzip(pending));
    }
    return file.toByteArray();
  }

  private byte[] junk() {
    byte[] junk = new byte[random.nextInt(200)];
    if (random.nextBoolean()) {
      random.nextBytes(junk);
    }
    return junk;
  }

  private byte[] damaged(byte[] file) {
    int at = random.nextInt(Math.max(1, file.length));
    byte[] before = Arrays.copyOf(file, at);
    byte[] after = Arrays.copyOfRange(file, at, file.length);
    return switch (random.nextInt(4)) {
      case 0 -> before;
      case 1 -> join(before, junk(), after);
      case 2 -> join(before, Arrays.copyOfRange(after, Math.min(after.length, 50), after.length));
      default -> {
        byte[] other = file.clone();
        if (other.length > 0) {
          other[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield other;
      }
    };
  }
}
