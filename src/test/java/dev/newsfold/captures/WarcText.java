package dev.newsfold.captures;

import java.nio.charset.StandardCharsets;

/** WARC records of the pages of one site, in days of one month. */
public final class WarcText {
  private WarcText() {}

  /**
   * A record.
   *
   * @param type its WARC-Type
   * @param page the last part of its address
   * @param day of September 2020, in two digits
   * @param fields more fields of its header, each with its line end
   * @param block the HTTP response
   */
  public static String record(String type, String page, String day, String fields, String block) {
    return "WARC/1.0\r\nWARC-Type: "
        + type
        + "\r\nWARC-Target-URI: http://a.example/"
        + page
        + "\r\nWARC-Date: 2020-09-"
        + day
        + "T03:45:27Z\r\n"
        + fields
        + "Content-Type: application/http\r\nContent-Length: "
        + block.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + block
        + "\r\n\r\n";
  }
}
