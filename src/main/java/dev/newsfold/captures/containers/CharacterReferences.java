package dev.newsfold.captures.containers;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references to characters that programs write when they put text in markup: the five of XML,
 * the blank that does not break, and numbers. Others stay as they are.
 */
final class CharacterReferences {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:(lt|gt|amp|quot|apos|nbsp)|#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));");

  private final Matcher reference;

  /** The references in this markup, asked for place by place. */
  CharacterReferences(String markup) {
    this.reference = REFERENCE.matcher(markup);
  }

  /** Text or a value of markup, with its references undone. */
  static String undone(String markup) {
    return REFERENCE.matcher(markup).replaceAll(found -> Matcher.quoteReplacement(letter(found)));
  }

  /** Whether one starts at {@code from} and ends before {@code to}. */
  boolean startsAt(int from, int to) {
    return reference.region(from, to).lookingAt();
  }

  /** What the one that was found stands for. */
  String letter() {
    return letter(reference.toMatchResult());
  }

  /** Where the one that was found ends. */
  int end() {
    return reference.end();
  }

  private static String letter(MatchResult found) {
    String name = found.group(1);
    if (name != null) {
      return switch (name) {
        case "lt" -> "<";
        case "gt" -> ">";
        case "amp" -> "&";
        case "quot" -> "\"";
        case "apos" -> "'";
        default -> "\u00a0";
      };
    }
    String decimal = found.group(2);
    int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(found.group(3), 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : found.group();
  }
}
