package dev.newsfold.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Knows pages of a report again, by what all of them begin with: no other page has its policy. */
public final class OwnReport {
  private static final byte[] START = start();

  /** How many of the first bytes of a page tell. */
  public static final int BYTES = START.length;

  private OwnReport() {}

  /** Whether a page that begins with {@code bytes} is one of a report. */
  public static boolean begins(byte[] bytes) {
    return bytes.length >= BYTES && Arrays.equals(bytes, 0, BYTES, START, 0, BYTES);
  }

  private static byte[] start() {
    String page = Shell.render(PageNames.INDEX, "", html -> {});
    return page.substring(0, page.indexOf("<meta name=")).getBytes(StandardCharsets.UTF_8);
  }
}
