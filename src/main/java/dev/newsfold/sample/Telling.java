package dev.newsfold.sample;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One story being told: its dice, its section, and the names that stay the same throughout. */
final class Telling {

  private final Grammar grammar;
  private final String section;
  private final Dice dice;
  private final Map<String, String> names = new HashMap<>();

  Telling(Grammar grammar, String section, Dice dice) {
    this.grammar = grammar;
    this.section = section;
    this.dice = dice;
  }

  Dice dice() {
    return dice;
  }

  Telling bind(String name, String value) {
    names.put(name, value);
    return this;
  }

  @Nullable String recall(String name) {
    return names.get(name);
  }

  Grammar.Part rule(String name, boolean sectional) {
    return sectional ? grammar.rule(section, name) : grammar.rule(name);
  }

  /** Tells the section's rule of this name, else the common one. */
  String tell(String name) {
    StringBuilder out = new StringBuilder();
    grammar.rule(section, name).tell(this, out);
    return out.toString();
  }

  /** The same names told on with other dice: what a later hand makes of the story. */
  Telling goOn(Dice other) {
    Telling telling = new Telling(grammar, section, other);
    telling.names.putAll(names);
    return telling;
  }
}
