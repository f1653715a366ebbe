package dev.newsfold.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a body is right: four-token shingles as multisets, as the bench's scorer counts them.
 * A token is a run of word characters; every CJK character is one of its own.
 */
final class Shingles {
  private static final int LENGTH = 4;

  private double precision;
  private int precisionPages;
  private double recall;
  private int recallPages;

  /** Adds one page. */
  void add(String truth, String prediction) {
    Map<String, Integer> wanted = count(truth);
    Map<String, Integer> given = count(prediction);
    int right = 0;
    for (Map.Entry<String, Integer> e : wanted.entrySet()) {
      right += Math.min(e.getValue(), given.getOrDefault(e.getKey(), 0));
    }
    int all = sum(given);
    int needed = sum(wanted);
    if (all > 0) {
      precision += (double) right / all;
      precisionPages++;
    }
    if (needed > 0) {
      recall += (double) right / needed;
      recallPages++;
    }
  }

  /** Harmonic mean of the mean precision and the mean recall. */
  double f1() {
    double p = precisionPages == 0 ? 0 : precision / precisionPages;
    double r = recallPages == 0 ? 0 : recall / recallPages;
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> count(String text) {
    List<String> tokens = tokens(text);
    Map<String, Integer> counts = new HashMap<>();
    int last = Math.max(1, tokens.size() - LENGTH + 1);
    for (int i = 0; i < last && !tokens.isEmpty(); i++) {
      String shingle = String.join(" ", tokens.subList(i, Math.min(tokens.size(), i + LENGTH)));
      counts.merge(shingle, 1, Integer::sum);
    }
    return counts;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); ) {
      int c = i < text.length() ? text.codePointAt(i) : ' ';
      boolean cjk = isCjk(c);
      boolean word = !cjk && (Character.isLetterOrDigit(c) || c == '_');
      if (!word && start >= 0) {
        tokens.add(text.substring(start, i));
        start = -1;
      }
      if (cjk) {
        tokens.add(Character.toString(c));
      } else if (word && start < 0) {
        start = i;
      }
      i += Character.charCount(c);
    }
    return tokens;
  }

  private static boolean isCjk(int c) {
    return c >= 0x3400 && c <= 0x4dbf
        || c >= 0x4e00 && c <= 0x9fff
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0x3040 && c <= 0x30ff
        || c >= 0x31f0 && c <= 0x31ff
        || c >= 0xac00 && c <= 0xd7af
        || c >= 0x20000 && c <= 0x3134f;
  }
}
