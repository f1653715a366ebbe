package dev.newsfold.captures.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with JSON, in words of files and not in those of the parser. */
final class JsonDamage {
  /** The parser names the limit by the method that tells it. */
  private static final Pattern LIMIT = Pattern.compile("`StreamReadConstraints\\.get(\\w+)\\(\\)`");

  /** Where what is not closed begins, and by which setting something would be read all the same. */
  private static final Pattern OF_THE_PARSER =
      Pattern.compile(
          "\\s*\\([^()]*\\[Source: .*?]\\)|\\s*\\[Source: .*?]|: enable `\\w+\\.\\w+` to allow");

  private JsonDamage() {}

  /**
   * Damage of a document or of a line.
   *
   * @param what which of both, and that it is broken: what is wrong follows behind a colon
   * @param limits that the parser was given
   */
  static Damaged of(String what, JsonProcessingException e, StreamReadConstraints limits) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return new Damaged(Reason.TOO_LARGE, passed(message, limits));
    }
    String why =
        e instanceof JsonEOFException
            ? "it ends too soon"
            : OF_THE_PARSER.matcher(message).replaceAll("");
    return new Damaged(Reason.CAPTURE_MALFORMED, what + ": " + why);
  }

  private static String passed(String message, StreamReadConstraints limits) {
    Map<String, String> words =
        Map.of(
            "MaxNestingDepth",
            "JSON is nested deeper than " + limits.getMaxNestingDepth() + " levels",
            "MaxStringLength",
            "a string in JSON is longer than "
                + limits.getMaxStringLength()
                + " characters, more than a page may have",
            "MaxNumberLength",
            "a number in JSON has more than " + limits.getMaxNumberLength() + " digits",
            "MaxNameLength",
            "a name in JSON is longer than " + limits.getMaxNameLength() + " characters");
    Matcher limit = LIMIT.matcher(message);
    String known = limit.find() ? words.get(limit.group(1)) : null;
    return known == null ? "JSON is larger than its reader takes" : known;
  }
}
