package dev.newsfold.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a value by its key in inline scripts, whether they are JSON or assignments: {@code
 * "source":"…"}, {@code var pubtime = '…'}, {@code publishTime: 1600999800}.
 */
final class ScriptData {
  private static final int LONGEST_VALUE = 200;
  private static final int MAX_HITS = 40;

  private ScriptData() {}

  /** The first value of any of the keys that is not empty, keys in order of preference. */
  static @Nullable String find(List<String> scripts, List<String> keys) {
    for (String key : keys) {
      for (String script : scripts) {
        String value = find(script, key);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  private static @Nullable String find(String script, String key) {
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
      String value = whole ? value(script, end) : null;
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
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
