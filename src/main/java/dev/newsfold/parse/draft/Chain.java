package dev.newsfold.parse.draft;

import dev.newsfold.records.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
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
  /**
   * A value with the rule that read it, for rules that come in families: one for each meta tag.
   *
   * @param rule what the rule is called in the evidence
   */
  public record Named<T>(String rule, T value) {}

  /** How a rule reads a draft. */
  private interface Rule<T> {
    List<Named<T>> read(Draft draft);
  }

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

  /** A chain for a field of several values: a rule offers all of them at once. */
  public static Chain<List<String>> ofList(String field) {
    return new Chain<>(field, List.of(), (draft, values) -> null);
  }

  /** Adds a rule that offers one value or none. */
  public Chain<T> rule(String name, Function<Draft, @Nullable T> read) {
    return family(
        draft -> {
          T value = read.apply(draft);
          return value == null ? List.of() : List.of(new Named<>(name, value));
        });
  }

  /** Adds a rule that offers any number of values, best first. */
  public Chain<T> rules(String name, Function<Draft, List<T>> read) {
    return family(
        draft -> read.apply(draft).stream().map(value -> new Named<>(name, value)).toList());
  }

  /** Adds rules that name themselves, and that only the page can tell how many they are. */
  public Chain<T> family(Function<Draft, List<Named<T>>> read) {
    List<Rule<T>> longer = new ArrayList<>(rules);
    longer.add(read::apply);
    return new Chain<>(field, List.copyOf(longer), check);
  }

  /** Says what cannot be a value of this field, and why; null accepts. */
  public Chain<T> refuse(BiFunction<Draft, T, @Nullable String> why) {
    return new Chain<>(field, rules, why);
  }

  /** The field that this chain decides, its value set in the record. */
  public Field<T> into(BiConsumer<Article, T> set) {
    return new Field<>(this, (draft, value) -> set.accept(draft.article(), value));
  }

  /** The field that this chain decides, where setting it takes more of the draft. */
  public Field<T> then(BiConsumer<Draft, T> set) {
    return new Field<>(this, set);
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
      for (Named<T> found : rule.read(draft)) {
        T value = found.value();
        String why = check.apply(draft, value);
        if (why != null) {
          evidence.refused(field, found.rule(), value, why);
        } else if (winner != null) {
          evidence.lost(field, found.rule(), value);
        } else {
          winner = value;
          evidence.won(field, found.rule(), value);
        }
      }
    }
    return winner;
  }
}
