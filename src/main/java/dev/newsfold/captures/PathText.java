package dev.newsfold.captures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/**
 * File names as text. Names are bytes, of which any but NUL and the slash may occur: what is no
 * UTF-8 is written as {@code \xFF}, a control character as {@code \u000A}, and a backslash twice,
 * so that different files keep different texts and none breaks a line, a table or a log.
 */
final class PathText {
  private static final char BACKSLASH = '\\';

  private PathText() {}

  /** The address of a page that has no other: its file's path, with what a URL must escape. */
  static String address(String path) {
    StringBuilder address = new StringBuilder("file:");
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      switch (c) {
        case '%' -> address.append("%25");
        case '?' -> address.append("%3F");
        case '#' -> address.append("%23");
        case ' ' -> address.append("%20");
        case BACKSLASH -> address.append("%5C");
        default -> address.append(c);
      }
    }
    return address.toString();
  }

  /** The address of a record in an archive that has no other: its file and its place there. */
  static String address(String path, long offset) {
    return address(path) + "?offset=" + offset;
  }

  /** The path of a file below a folder, with {@code /} as separator; its name if it is that. */
  static String below(Path folder, Path file) {
    String prefix = uri(folder);
    String whole = uri(file);
    int start = prefix.endsWith("/") ? prefix.length() : prefix.length() + 1;
    boolean inside = whole.startsWith(prefix) && whole.length() > start;
    return text(percentDecoded(inside ? whole.substring(start) : whole));
  }

  /** The file's URI, without the slash that marks a folder. It holds the name's very bytes. */
  static String uri(Path file) {
    String uri = file.toUri().toString();
    return uri.endsWith("/") && !uri.equals("file:///") ? uri.substring(0, uri.length() - 1) : uri;
  }

  /** Bytes of a name as text. */
  static String text(byte[] name) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(name);
    CharBuffer out = CharBuffer.allocate(name.length);
    StringBuilder text = new StringBuilder(name.length);
    while (true) {
      CoderResult result = utf8.decode(in, out, true);
      escape(out.flip(), text);
      out.clear();
      if (!result.isError()) {
        return text.toString();
      }
      for (int i = 0; i < result.length(); i++) {
        text.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits(in.get()));
      }
    }
  }

  /** A name that is text already, with what breaks a line, a table or a log escaped. */
  static String printable(String name) {
    StringBuilder text = new StringBuilder(name.length());
    escape(name, text);
    return text.toString();
  }

  private static void escape(CharSequence name, StringBuilder text) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == BACKSLASH) {
        text.append("\\\\");
      } else if (isUnsafe(c)) {
        text.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        text.append(c);
      }
    }
  }

  /** Control characters, line separators, and marks that turn the direction of a text. */
  private static boolean isUnsafe(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069';
  }

  private static byte[] percentDecoded(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes.write(HexFormat.fromHexDigits(raw, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }
}
