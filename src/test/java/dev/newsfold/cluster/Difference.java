package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

/**
 * How an output differs from that of an undisturbed run.
 *
 * @param lost records that it lacks
 * @param doubled records that it has more often, or besides
 * @param text some of them
 */
record Difference(int lost, int doubled, String text) {
  static final Difference NONE = new Difference(0, 0, "");

  static Difference between(Output wanted, Output found) {
    return new Difference(wanted.lostIn(found), found.lostIn(wanted), wanted.differenceTo(found));
  }

  Difference plus(Difference other) {
    return new Difference(
        lost + other.lost, doubled + other.doubled, text.isEmpty() ? other.text : text);
  }

  void expectNone(String when) {
    assertThat(when, this, equalTo(NONE));
  }
}
