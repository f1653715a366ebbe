package dev.newsfold.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Makes pages as heavy as portals' are, most of whose bytes are script: nothing that a reader of
 * the page sees. A page without an end, as one that was cut, stays as it is.
 */
final class Padding {
  private Padding() {}

  /**
   * The page with a script at its end.
   *
   * @param bytes about how many the page shall have
   */
  static byte[] pad(byte[] page, int bytes, Dice dice) {
    // The tag stands so in any charset that has ASCII in it.
    int end = new String(page, StandardCharsets.ISO_8859_1).lastIndexOf("</body>");
    if (end < 0 || page.length >= bytes) {
      return page;
    }
    StringBuilder script = new StringBuilder("<script>\n");
    int wanted = bytes - page.length;
    while (script.length() < wanted) {
      script.append(
          String.format(
              Locale.ROOT,
              "stat.push({slot:\"%08x\",at:%d,weight:%d.%03d,src:\"/static/%x/%x.js\"});\n",
              dice.below(Integer.MAX_VALUE),
              dice.below(5000),
              dice.below(10),
              dice.below(1000),
              dice.below(4096),
              dice.below(Integer.MAX_VALUE)));
    }
    byte[] padding = script.append("</script>\n").toString().getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream padded = new ByteArrayOutputStream(page.length + padding.length);
    padded.write(page, 0, end);
    padded.writeBytes(padding);
    padded.write(page, end, page.length - end);
    return padded.toByteArray();
  }
}
