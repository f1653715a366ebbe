package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.PageBytes;
import java.util.Arrays;

/**
 * The content of a part of a mail message as it was before it was encoded for its way: base64,
 * quoted-printable, or as it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045#section-6">RFC 2045, 6</a>
 */
final class TransferDecoder {
  private final String encoding;
  private final PageBytes page;
  private byte[] held = {};
  private int bits;
  private int bitCount;

  TransferDecoder(String encoding, PageBytes page) {
    this.encoding = encoding;
    this.page = page;
  }

  /** Takes a line, with what ends it. The last line's end belongs to the boundary behind it. */
  void line(byte[] line) throws Damaged {
    switch (encoding) {
      case "base64" -> base64(line);
      case "quoted-printable" -> quotedPrintable(line);
      default -> {
        page.append(held, held.length);
        held = lineEnd(line);
        page.append(line, line.length - held.length);
      }
    }
  }

  private static byte[] lineEnd(byte[] line) {
    int end = line.length;
    while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOfRange(line, end, line.length);
  }

  private void base64(byte[] line) throws Damaged {
    byte[] out = new byte[line.length];
    int length = 0;
    for (byte b : line) {
      int digit = digit(b);
      if (b == '=') {
        bitCount = 0;
      } else if (digit >= 0) {
        bits = bits << 6 | digit;
        bitCount += 6;
        if (bitCount >= 8) {
          bitCount -= 8;
          out[length++] = (byte) (bits >> bitCount);
        }
      }
    }
    page.append(out, length);
  }

  private static int digit(byte b) {
    if (b >= 'A' && b <= 'Z') {
      return b - 'A';
    }
    if (b >= 'a' && b <= 'z') {
      return b - 'a' + 26;
    }
    if (b >= '0' && b <= '9') {
      return b - '0' + 52;
    }
    return b == '+' || b == '-' ? 62 : b == '/' || b == '_' ? 63 : -1;
  }

  private void quotedPrintable(byte[] line) throws Damaged {
    byte[] out = new byte[line.length];
    int length = 0;
    int end = line.length - lineEnd(line).length;
    int text = end;
    while (text > 0 && (line[text - 1] == ' ' || line[text - 1] == '\t')) {
      text--;
    }
    boolean soft = text > 0 && line[text - 1] == '=';
    int to = soft ? text - 1 : end;
    for (int i = 0; i < to; i++) {
      int high = line[i] == '=' && i + 2 < to ? Character.digit(line[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(line[i + 2], 16) : -1;
      if (high >= 0 && low >= 0) {
        out[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[length++] = line[i];
      }
    }
    page.append(held, held.length);
    held = soft ? new byte[0] : Arrays.copyOfRange(line, end, line.length);
    page.append(out, length);
  }
}
