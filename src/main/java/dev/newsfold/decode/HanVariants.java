package dev.newsfold.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Traditional Han characters and their simplified forms, one to one, from {@code han-variants.txt}.
 * The exchange serves comparison only: where one simplified form stands for several traditional
 * characters (发 for 發 and 髮) they all fold into it.
 */
public final class HanVariants {
  private static final String TABLE = "han-variants.txt";
  private static final char[] SIMPLIFIED = load();

  private HanVariants() {}

  /** The simplified form of a character; the character itself if it has none. */
  public static int simplified(int c) {
    if (c > 0xFFFF) {
      return c;
    }
    char to = SIMPLIFIED[c];
    return to == 0 ? c : to;
  }

  /** A text in simplified characters, position by position; the same object if it is already. */
  public static String simplified(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (SIMPLIFIED[text.charAt(i)] != 0) {
        return simplifiedFrom(text, i);
      }
    }
    return text;
  }

  private static String simplifiedFrom(String text, int first) {
    char[] chars = text.toCharArray();
    for (int i = first; i < chars.length; i++) {
      char to = SIMPLIFIED[chars[i]];
      chars[i] = to == 0 ? chars[i] : to;
    }
    return new String(chars);
  }

  private static char[] load() {
    char[] table = new char[0x10000];
    try (InputStream in =
            Objects.requireNonNull(HanVariants.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        for (String pair : line.split(" ", -1)) {
          if (pair.length() == 2) {
            table[pair.charAt(0)] = pair.charAt(1);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource " + TABLE, e);
    }
    return table;
  }
}
