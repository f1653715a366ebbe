package dev.newsfold.report;

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
}
