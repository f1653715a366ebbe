package dev.newsfold.commands;

import dev.newsfold.jobs.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A command's arguments: what is named by position, and flags as {@code --name=value}. */
final class Arguments {
  private final List<String> positional = new ArrayList<>();
  private final Map<String, String> flags = new TreeMap<>();

  private Arguments() {}

  /**
   * Parses {@code args}; a flag without a value is {@code true}, and all after {@code --} is
   * positional.
   *
   * @param known names of the flags that the command knows
   */
  static Arguments parse(List<String> args, String... known) throws CommandFailure {
    Arguments parsed = new Arguments();
    boolean flags = true;
    for (String arg : args) {
      if (flags && arg.equals("--")) {
        flags = false;
      } else if (flags && arg.startsWith("--")) {
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
        if (!Arrays.asList(known).contains(name)) {
          throw CommandFailure.badUsage(
              "unknown flag --" + name + Spelling.hint(name, Arrays.asList(known), "--"));
        }
        parsed.flags.put(name, equals < 0 ? "true" : arg.substring(equals + 1));
      } else {
        parsed.positional.add(arg);
      }
    }
    return parsed;
  }

  List<String> positional() {
    return positional;
  }

  String text(String name, String otherwise) {
    return flags.getOrDefault(name, otherwise);
  }

  boolean has(String name) throws CommandFailure {
    String value = flags.getOrDefault(name, "false");
    if (!value.equals("true") && !value.equals("false")) {
      throw CommandFailure.badUsage("--" + name + " is true or false, not " + value);
    }
    return value.equals("true");
  }

  long number(String name, long otherwise) throws CommandFailure {
    String value = flags.get(name);
    try {
      long number = value == null ? otherwise : Long.parseLong(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, as a negative number is.
    }
    throw CommandFailure.badUsage("--" + name + " is a number from 0, not " + value);
  }

  /** The parts of a comma-separated flag, without blanks; empty if it is not given. */
  TreeSet<String> names(String name) {
    TreeSet<String> names = new TreeSet<>();
    for (String part : flags.getOrDefault(name, "").split(",", -1)) {
      if (!part.isBlank()) {
        names.add(part.strip());
      }
    }
    return names;
  }
}
