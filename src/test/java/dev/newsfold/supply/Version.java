package dev.newsfold.supply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version by its numbers: {@code 2.13.4.2}, {@code 1.5.6-4}; words in it do not count. */
record Version(String text) implements Comparable<Version> {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  @Override
  public int compareTo(Version other) {
    Matcher mine = NUMBER.matcher(text);
    Matcher others = NUMBER.matcher(other.text);
    while (true) {
      boolean more = mine.find();
      boolean othersMore = others.find();
      if (!more && !othersMore) {
        return 0;
      }
      int number = more ? Integer.parseInt(mine.group()) : 0;
      int othersNumber = othersMore ? Integer.parseInt(others.group()) : 0;
      if (number != othersNumber) {
        return Integer.compare(number, othersNumber);
      }
    }
  }
}
