package dev.newsfold.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;

/** The characters that make up most of a news text, by language: {@code common-characters.txt}. */
final class CommonCharacters {
  private static final String TABLE = "common-characters.txt";

  /** Simplified and traditional: GB18030 holds both. */
  static final BitSet ANY_CHINESE = new BitSet();

  static final BitSet TRADITIONAL_CHINESE = new BitSet();
  static final BitSet JAPANESE = new BitSet();
  static final BitSet KOREAN = new BitSet();

  static {
    load();
    ANY_CHINESE.or(TRADITIONAL_CHINESE);
    JAPANESE.set('\u3041', '\u3097');
    JAPANESE.set('\u30a1', '\u30fd');
  }

  private CommonCharacters() {}

  private static void load() {
    try (InputStream in =
            Objects.requireNonNull(CommonCharacters.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int space = line.indexOf(' ');
          BitSet set = byLanguage(line.substring(0, space));
          line.chars().skip(space + 1L).forEach(set::set);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource " + TABLE, e);
    }
  }

  private static BitSet byLanguage(String language) {
    return switch (language) {
      case "zh-hans" -> ANY_CHINESE;
      case "zh-hant", "yue" -> TRADITIONAL_CHINESE;
      case "ja" -> JAPANESE;
      case "ko" -> KOREAN;
      default -> throw new IllegalStateException(TABLE + " has a language unknown: " + language);
    };
  }
}
