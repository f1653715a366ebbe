package dev.newsfold.report;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often one field of {@code Article} has a value, which rules gave it, and why a value was
 * refused where there is none.
 */
record FieldTotals(BoundedCounts rules, BoundedCounts refusals) {

  FieldTotals() {
    this(new BoundedCounts(), new BoundedCounts());
  }

  /** Counts an article; {@code rule} is the evidence without its details, empty if it has none. */
  void add(boolean filled, String rule) {
    if (filled) {
      rules.add(rule);
    } else if (!rule.isEmpty()) {
      refusals.add(rule);
    }
  }

  /** Articles in which the field has a value. */
  long filled() {
    return rules.total();
  }

  void merge(FieldTotals other) {
    rules.merge(other.rules);
    refusals.merge(other.refusals);
  }

  void write(DataOutput out) throws IOException {
    rules.write(out);
    refusals.write(out);
  }

  static FieldTotals read(DataInput in) throws IOException {
    return new FieldTotals(BoundedCounts.read(in), BoundedCounts.read(in));
  }
}
