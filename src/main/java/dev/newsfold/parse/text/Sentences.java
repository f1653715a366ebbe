package dev.newsfold.parse.text;

/** Tells sentences from labels. */
public final class Sentences {
  private static final String ENDS = ".!?。！？…؟۔।॥።။";
  private static final String CLOSERS = "\"'”’」』）)》]】»";
  private static final int MIN_WEIGHT = 30;

  private Sentences() {}

  /** True for a text that ends like a sentence and is long enough for one. */
  public static boolean isComplete(String text) {
    return ends(text) && Text.weight(text) >= MIN_WEIGHT;
  }

  /** True for a text, however short, that ends like a sentence. */
  public static boolean ends(String text) {
    int end = text.length();
    while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0;
  }
}
