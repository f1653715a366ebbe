package dev.newsfold.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts by rule: how often it won, on how many sites, and the share that agrees with what was
 * asked. A rule that wins on one site only is fitted to it, whatever its share.
 */
final class RuleTable {
  /** One field of one page: what was asked, on which site, which rule won, and if it agrees. */
  record Asked(String set, String site, String field, String rule, boolean agrees) {}

  private static final class Count {
    private final Set<String> sites = new HashSet<>();
    private int wins;
    private int agree;

    void add(Asked one) {
      sites.add(one.site());
      wins++;
      agree += one.agrees() ? 1 : 0;
    }
  }

  private RuleTable() {}

  /** A row a rule; behind it, a row a set. */
  static String of(List<Asked> asked) {
    Map<String, Count> rules = new TreeMap<>();
    Map<String, Count> sets = new TreeMap<>();
    for (Asked one : asked) {
      rules.computeIfAbsent(one.field() + "\t" + one.rule(), k -> new Count()).add(one);
      sets.computeIfAbsent(one.field() + "\t" + one.set(), k -> new Count()).add(one);
    }
    return "field\trule\twins\tsites\tagree\n"
        + rows(rules)
        + "\nfield\tset\tasked\tsites\tagree\n"
        + rows(sets);
  }

  private static String rows(Map<String, Count> counts) {
    List<Map.Entry<String, Count>> entries = new ArrayList<>(counts.entrySet());
    Comparator<Map.Entry<String, Count>> byField =
        Comparator.comparing(entry -> entry.getKey().split("\t", 2)[0]);
    entries.sort(byField.thenComparing(entry -> -entry.getValue().wins));
    StringBuilder rows = new StringBuilder();
    for (Map.Entry<String, Count> entry : entries) {
      Count count = entry.getValue();
      rows.append(
          String.format(
              Locale.ROOT,
              "%s\t%d\t%d\t%.2f%n",
              entry.getKey(),
              count.wins,
              count.sites.size(),
              (double) count.agree / count.wins));
    }
    return rows.toString();
  }
}
