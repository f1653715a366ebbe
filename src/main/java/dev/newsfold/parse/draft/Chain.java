package dev.newsfold.parse.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The policy of one field: named rules, best evidence first. The order of the lines is the policy;
 * what a rule does is its own affair.
 *
 * <pre>
 * Chain.of("section", String.class)
 *     .rule("text:breadcrumb", Breadcrumbs::last)
 *     .rule("json-ld:articleSection", draft -> draft.data().first("articleSection"))
 *     .refuse(Sections::why)
 * </pre>
 */
public final class Chain<T> {
  /** A rule: what it is called in the evidence, and how it reads a draft. */
  record Rule<T>(String name, Function<Draft, List<T>> read) {}

  private final String field;
  private final List<Rule<T>> rules;
  private final BiFunction<Draft, T, @Nullable String> check;

  private Chain(String field, List<Rule<T>> rules, BiFunction<Draft, T, @Nullable String> check) {
    this.field = field;
    this.rules = rules;
    this.check = check;
  }

  public static <T> Chain<T> of(String field, Class<T> type) {
    return new Chain<>(field, List.of(), (draft, value) -> null);
  }

  /** Adds a rule that offers one value or none. */
  public Chain<T> rule(String name, Function<Draft, @Nullable T> read) {
    return rules(
        name,
        draft -> {
          T value = read.apply(draft);
          return value == null ? List.of() : List.of(value);
        });
  }

  /** Adds a rule that offers any number of values, best first. */
  public Chain<T> rules(String name, Function<Draft, List<T>> read) {
    List<Rule<T>> longer = new ArrayList<>(rules);
    longer.add(new Rule<>(name, read));
    return new Chain<>(field, List.copyOf(longer), check);
  }

  /** Says what cannot be a value of this field, and why; null accepts. */
  public Chain<T> refuse(BiFunction<Draft, T, @Nullable String> why) {
    return new Chain<>(field, rules, why);
  }

  /**
   * The first acceptable value, noted in the draft's evidence; null if no rule has one. All rules
   * are heard if the evidence is to be complete.
   */
  public @Nullable T pick(Draft draft) {
    Evidence evidence = draft.evidence();
    T winner = null;
    for (Rule<T> rule : rules) {
      if (winner != null && !evidence.complete()) {
        break;
      }
      for (T value : rule.read().apply(draft)) {
        String why = check.apply(draft, value);
        if (why != null) {
          evidence.refused(field, rule.name(), value, why);
        } else if (winner != null) {
          evidence.lost(field, rule.name(), value);
        } else {
          winner = value;
          evidence.won(field, rule.name(), value);
        }
      }
    }
    return winner;
  }
}
