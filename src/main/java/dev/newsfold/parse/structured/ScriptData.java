package dev.newsfold.parse.structured;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a value by its key in inline scripts, whether they are JSON or assignments: {@code
 * "source":"…"}, {@code var pubtime = '…'}, {@code publishTime: 1600999800}.
 */
public final class ScriptData {
  private static final int LONGEST_VALUE = 200;
  private static final int MAX_HITS = 60;
  private static final int HEADLINE_START = 12;

  private ScriptData() {}

  /**
   * A value of one of the keys that is not empty, keys in order of preference. Page data holds
   * other articles too: if a script has the headline, the value nearest to it counts, and no other
   * script.
   */
  public static @Nullable String find(List<String> scripts, List<String> keys, String headline) {
    String start =
        headline.length() > HEADLINE_START ? headline.substring(0, HEADLINE_START) : headline;
    boolean named = false;
    for (String script : scripts) {
      int at = start.length() < 4 ? -1 : script.indexOf(start);
      if (at >= 0) {
        named = true;
        for (String key : keys) {
          String value = nearest(script, key, at);
          if (value != null) {
            return value;
          }
        }
      }
    }
    for (String key : named ? List.<String>of() : keys) {
      for (String script : scripts) {
        String value = nearest(script, key, 0);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  private static @Nullable String nearest(String script, String key, int to) {
    String best = null;
    int distance = Integer.MAX_VALUE;
    int hits = 0;
    for (int at = script.indexOf(key);
        at >= 0 && hits < MAX_HITS;
        at = script.indexOf(key, at + 1)) {
      hits++;
      int end = at + key.length();
      boolean whole =
          (at == 0 || !isNamePart(script.charAt(at - 1)))
              && end < script.length()
              && !isNamePart(script.charAt(end));
      String value = whole && Math.abs(at - to) < distance ? value(script, end) : null;
      if (value != null && !value.isBlank()) {
        best = value;
        distance = Math.abs(at - to);
      }
    }
    return best;
  }

  /** The quoted text or number behind a colon or equals sign. */
  private static @Nullable String value(String script, int from) {
    int i = skip(script, from, " \\\"'");
    if (i >= script.length() || (script.charAt(i) != ':' && script.charAt(i) != '=')) {
      return null;
    }
    i = skip(script, i + 1, " \\");
    if (i >= script.length()) {
      return null;
    }
    char quote = script.charAt(i);
    if (quote >= '0' && quote <= '9') {
      int end = i;
      while (end < script.length() && script.charAt(end) >= '0' && script.charAt(end) <= '9') {
        end++;
      }
      return end - i > LONGEST_VALUE ? null : script.substring(i, end);
    }
    return quote == '"' || quote == '\'' ? quoted(script, i + 1, quote) : null;
  }

  private static @Nullable String quoted(String script, int from, char quote) {
    StringBuilder value = new StringBuilder();
    for (int i = from; i < script.length() && value.length() <= LONGEST_VALUE; i++) {
      char c = script.charAt(i);
      if (c == quote) {
        return value.toString().strip();
      }
      if (c == '\n') {
        return null;
      }
      if (c != '\\' || i + 1 >= script.length()) {
        value.append(c);
        continue;
      }
      char escaped = script.charAt(++i);
      if (escaped == quote && quote == '"') {
        // "a":\"b\" inside a string of JSON: the escaped quote ends the inner value.
        return value.toString().strip();
      }
      if (escaped == 'u' && i + 4 < script.length() && isHex(script, i + 1)) {
        value.append((char) Integer.parseInt(script, i + 1, i + 5, 16));
        i += 4;
      } else {
        value.append(escaped == '/' || escaped == quote ? escaped : ' ');
      }
    }
    return null;
  }

  private static int skip(String script, int from, String chars) {
    int i = from;
    while (i < script.length() && i < from + 12 && chars.indexOf(script.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean isHex(String text, int from) {
    for (int i = from; i < from + 4; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
