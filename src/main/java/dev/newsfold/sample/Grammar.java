package dev.newsfold.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A grammar of sentences, read from a text file of rules {@code name = alternative|alternative}.
 *
 * <p>Inside an alternative:
 *
 * <ul>
 *   <li>{@code {name}} is a fresh expansion of the rule {@code name};
 *   <li>{@code {Name}} is one expansion of it that stays the same throughout a {@link Telling}, and
 *       {@code {Name2}} another such;
 *   <li>{@code {.name}} is the rule of the telling's section where there is one ({@code
 *       sport.name}), else {@code name}; {@code {.Name}} its lasting form;
 *   <li>{@code {this/that}} is a choice on the spot, and may hold more braces;
 *   <li>{@code {#3-90}} is a whole number in that range, {@code {#0.1-4.9}} one with a decimal.
 * </ul>
 */
final class Grammar {

  private final Map<String, Part> rules = new HashMap<>();

  /** Reads a grammar that lies beside this class. */
  static Grammar resource(String name) {
    Grammar grammar = new Grammar();
    try (InputStream in = Grammar.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      grammar.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return grammar;
  }

  /** The rule of this name; an unknown name is an error in the grammar. */
  Part rule(String name) {
    Part part = rules.get(name);
    if (part == null) {
      throw new IllegalArgumentException("no rule \"" + name + "\"");
    }
    return part;
  }

  /** The section's own rule of this name, else the common one. */
  Part rule(String section, String name) {
    Part own = rules.get(section + "." + name);
    return own == null ? rule(name) : own;
  }

  /** What readers call a section: a rule of plain words. */
  String label(String section) {
    if (rule(section + ".label") instanceof Words words) {
      return words.text();
    }
    throw new IllegalArgumentException("not plain words: " + section + ".label");
  }

  private void read(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf(" = ");
      if (equals < 0) {
        throw new IllegalArgumentException("not a rule: " + line);
      }
      rules.put(line.substring(0, equals), choice(line.substring(equals + 3), '|'));
    }
  }

  private static Part choice(String text, char separator) {
    List<Part> options = new ArrayList<>();
    for (String option : split(text, separator)) {
      options.add(sequence(option));
    }
    return options.size() == 1 ? options.get(0) : new Choice(List.copyOf(options));
  }

  private static Part sequence(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      if (open < 0) {
        open = text.length();
      }
      if (open > from) {
        parts.add(new Words(text.substring(from, open)));
      }
      if (open == text.length()) {
        break;
      }
      int close = closing(text, open);
      parts.add(braces(text.substring(open + 1, close)));
      from = close + 1;
    }
    return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts));
  }

  private static Part braces(String inner) {
    if (split(inner, '/').size() > 1) {
      return choice(inner, '/');
    }
    if (inner.startsWith("#")) {
      return Figure.of(inner.substring(1));
    }
    boolean sectional = inner.startsWith(".");
    String name = sectional ? inner.substring(1) : inner;
    if (!Character.isUpperCase(name.charAt(0))) {
      return new Fresh(name, sectional);
    }
    int end = name.length();
    while (end > 1 && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    String rule = Character.toLowerCase(name.charAt(0)) + name.substring(1, end);
    return new Lasting(inner, rule, sectional);
  }

  /** Splits at the separators that stand outside any braces. */
  private static List<String> split(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == separator && depth == 0) {
        pieces.add(text.substring(from, i));
        from = i + 1;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("brace not closed: " + text);
  }

  /** A part of a sentence, ready to be told. */
  sealed interface Part permits Words, Choice, Sequence, Figure, Fresh, Lasting {
    void tell(Telling telling, StringBuilder out);
  }

  private record Words(String text) implements Part {
    @Override
    public void tell(Telling telling, StringBuilder out) {
      out.append(text);
    }
  }

  private record Choice(List<Part> options) implements Part {
    @Override
    public void tell(Telling telling, StringBuilder out) {
      telling.dice().pick(options).tell(telling, out);
    }
  }

  private record Sequence(List<Part> parts) implements Part {
    @Override
    public void tell(Telling telling, StringBuilder out) {
      for (Part part : parts) {
        part.tell(telling, out);
      }
    }
  }

  /** A number; {@code low} and {@code high} are tenths where it has a decimal. */
  private record Figure(int low, int high, boolean decimal) implements Part {
    static Figure of(String range) {
      int dash = range.indexOf('-');
      String low = range.substring(0, dash);
      String high = range.substring(dash + 1);
      boolean decimal = low.indexOf('.') >= 0;
      return new Figure(
          Integer.parseInt(low.replace(".", "")), Integer.parseInt(high.replace(".", "")), decimal);
    }

    @Override
    public void tell(Telling telling, StringBuilder out) {
      int value = telling.dice().between(low, high);
      if (decimal) {
        out.append(value / 10).append('.').append(value % 10);
      } else {
        out.append(value);
      }
    }
  }

  private record Fresh(String rule, boolean sectional) implements Part {
    @Override
    public void tell(Telling telling, StringBuilder out) {
      telling.rule(rule, sectional).tell(telling, out);
    }
  }

  private record Lasting(String name, String rule, boolean sectional) implements Part {
    @Override
    public void tell(Telling telling, StringBuilder out) {
      @Nullable String known = telling.recall(name);
      if (known == null) {
        StringBuilder fresh = new StringBuilder();
        telling.rule(rule, sectional).tell(telling, fresh);
        known = fresh.toString();
        telling.bind(name, known);
      }
      out.append(known);
    }
  }
}
