package dev.newsfold.parse.people;

import dev.newsfold.decode.HanVariants;
import dev.newsfold.parse.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The surnames of China, of one character and of two: {@code lexicon/surnames.txt}. */
final class Surnames {
  private static final String TABLE = "/dev/newsfold/parse/lexicon/surnames.txt";
  private static final Set<Character> SINGLE = new HashSet<>();
  private static final Set<String> DOUBLE = new HashSet<>();

  static {
    try (InputStream in = Surnames.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing");
      }
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
      for (char c : lines[1].toCharArray()) {
        SINGLE.add((char) HanVariants.simplified(c));
      }
      DOUBLE.addAll(List.of(Text.plain(lines[2]).strip().split(" ", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Surnames() {}

  /** True for a text that begins with a surname of one character. */
  static boolean begin(String text) {
    return !text.isEmpty() && SINGLE.contains((char) HanVariants.simplified(text.charAt(0)));
  }

  /** True for a surname of two characters, and nothing else. */
  static boolean isDouble(String text) {
    return DOUBLE.contains(Text.plain(text));
  }
}
