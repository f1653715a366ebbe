package dev.newsfold.parse.time;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
import java.util.regex.Pattern;

/** Tells days of which a text tells from the day on which it was published. */
final class DaysOfStories {
  private static final Pattern FROM = Pattern.compile("(?:^|\\P{IsLatin})" + any("from") + "$");

  private static final Pattern ON = Pattern.compile("^\\s?" + any("on"));

  private DaysOfStories() {}

  private static String any(String kind) {
    return Lexicon.anyOf("time-words.tsv", 3, kind);
  }

  /** 自2024年3月1日起施行: a day from which on, or up to which, something is so. */
  static boolean isOne(String text, StatedTime time) {
    String before = Text.plain(text.substring(0, time.start())).stripTrailing();
    String behind = Text.plain(text.substring(Math.min(text.length(), time.end())));
    return FROM.matcher(before).find() || ON.matcher(behind).find();
  }

  /** At the very start, or in brackets after a place, with a dash or stop behind. */
  static boolean isSetOff(String text, StatedTime time) {
    char before = time.start() == 0 ? '(' : text.charAt(time.start() - 1);
    String rest = text.substring(Math.min(text.length(), time.end())).strip();
    boolean closed = !rest.isEmpty() && "-–—|:)".indexOf(rest.charAt(0)) >= 0;
    return time.complete() && before == '(' && closed;
  }
}
