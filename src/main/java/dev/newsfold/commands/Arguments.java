package dev.newsfold.commands;

import dev.newsfold.jobs.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A command's arguments: what is named by position, and flags as {@code --name=value}. */
final class Arguments {
  private final List<String> positional = new ArrayList<>();
  private final Map<String, String> flags = new TreeMap<>();

  private Arguments() {}

  /**
   * Parses {@code args}; all after {@code --} is positional.
   *
   * @param valued names of flags that have a value, which is not empty
   * @param switches names of flags that are true or false; one without a value is true
   */
  static Arguments parse(List<String> args, Set<String> valued, Set<String> switches)
      throws CommandFailure {
    Arguments parsed = new Arguments();
    Set<String> known = new TreeSet<>(valued);
    known.addAll(switches);
    boolean flags = true;
    for (String arg : args) {
      if (flags && arg.equals("--")) {
        flags = false;
      } else if (flags && arg.startsWith("--")) {
        parsed.addFlag(arg, known, switches);
      } else if (arg.isBlank()) {
        throw CommandFailure.badUsage("an argument is empty: is a variable unset?");
      } else {
        parsed.positional.add(arg);
      }
    }
    return parsed;
  }

  private void addFlag(String arg, Set<String> known, Set<String> switches) throws CommandFailure {
    int equals = arg.indexOf('=');
    String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
    if (!known.contains(name)) {
      throw CommandFailure.badUsage("unknown flag --" + name + Spelling.hint(name, known, "--"));
    }
    if (equals < 0 && !switches.contains(name)) {
      throw CommandFailure.badUsage(
          "--" + name + " has no value; give one as --" + name + "=VALUE");
    }
    String value = equals < 0 ? "true" : arg.substring(equals + 1);
    if (value.isBlank()) {
      throw CommandFailure.badUsage("--" + name + " is empty: is a variable unset?");
    }
    String before = flags.put(name, value);
    if (before != null && !before.equals(value)) {
      throw CommandFailure.badUsage("--" + name + " is given twice, with two values");
    }
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

  /** A number from 0 to {@code most}. */
  int number(String name, int otherwise, int most) throws CommandFailure {
    long number = number(name, otherwise);
    if (number > most) {
      throw CommandFailure.badUsage(
          "--" + name + " is a number from 0 to " + most + ", not " + number);
    }
    return (int) number;
  }

  /** The parts of a comma-separated flag, without blanks; empty if it is not given. */
  TreeSet<String> names(String name) throws CommandFailure {
    TreeSet<String> names = new TreeSet<>();
    String value = flags.get(name);
    if (value == null) {
      return names;
    }
    for (String part : value.split(",", -1)) {
      if (part.isBlank()) {
        throw CommandFailure.badUsage("--" + name + " has an empty part: is a variable unset?");
      }
      names.add(part.strip());
    }
    return names;
  }
}
