package dev.newsfold.dedupe;

import java.time.LocalDate;
import java.util.TreeSet;

/**
 * On how many days, and with how many bodies, a headline recurs. Counts only to a small bound, by
 * keeping the smallest values, so that sums come out the same in any order and grouping.
 */
public record Recurrence(TreeSet<Long> days, TreeSet<Long> bodies) {
  private static final int BOUND = 8;

  /** What one article adds. */
  public static Recurrence of(FoldMember member) {
    Recurrence one = new Recurrence(new TreeSet<>(), new TreeSet<>());
    LocalDate day = member.publishDay();
    if (day != null) {
      one.days.add(day.toEpochDay());
    }
    if (!member.sketch().isEmpty()) {
      one.bodies.add(member.sketch().digest());
    }
    return one;
  }

  /** Both together. */
  public Recurrence plus(Recurrence other) {
    Recurrence sum = new Recurrence(new TreeSet<>(days), new TreeSet<>(bodies));
    sum.days.addAll(other.days);
    sum.bodies.addAll(other.bodies);
    while (sum.days.size() > BOUND) {
      sum.days.pollLast();
    }
    while (sum.bodies.size() > BOUND) {
      sum.bodies.pollLast();
    }
    return sum;
  }

  /** Whether that is a column's or an error page's headline, and no story's. */
  public boolean generic() {
    return days.size() >= GenericHeadlines.RECURRENCES
        && bodies.size() >= GenericHeadlines.RECURRENCES;
  }
}
