package dev.newsfold.sample;

import java.util.ArrayList;
import java.util.List;

/** How a copy's text comes to differ from the original's. */
final class BodyEdits {
  private BodyEdits() {}

  /** An abridged text keeps at least this share of the original's paragraphs. */
  private static final double KEPT = 0.35;

  /** Whole paragraphs of the text in their order, the first among them: a broadcast version. */
  static List<String> abridged(List<String> paragraphs, Dice dice) {
    int keep = Math.max(2, (int) Math.ceil(paragraphs.size() * (KEPT + 0.2 * dice.below(2))));
    List<String> kept = new ArrayList<>(paragraphs);
    while (kept.size() > keep) {
      kept.remove(dice.between(1, kept.size() - 1));
    }
    return kept;
  }

  /** One sentence less, where a paragraph after the first can spare one. */
  static List<String> sentenceDropped(List<String> paragraphs, Language language, Dice dice) {
    String end = language == Language.ENGLISH ? ". " : "。";
    List<String> edited = new ArrayList<>(paragraphs);
    int start = dice.below(edited.size());
    for (int i = 0; i < edited.size(); i++) {
      int at = (start + i) % edited.size();
      String paragraph = edited.get(at);
      int cut = paragraph.indexOf(end);
      boolean quoted = paragraph.indexOf('“') >= 0;
      if (at > 0 && cut > 0 && cut + end.length() < paragraph.length() && !quoted) {
        edited.set(at, paragraph.substring(cut + end.length()));
        break;
      }
    }
    return edited;
  }

  /** One more paragraph before the last, told with the same names. */
  static List<String> paragraphAdded(List<String> paragraphs, Language language, Telling telling) {
    List<String> edited = new ArrayList<>(paragraphs);
    edited.add(edited.size() - 1, Newsroom.polish(language, telling.tell("sentence.fact")));
    return edited;
  }
}
