package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class NamingsTest {
  private static final int NOBODY = Namings.NOBODY;

  @Test
  void theFirstOfACircleNamesNobody() {
    int[] named = {NOBODY, 3, 1, 2, 1};

    Namings.cutCircles(named);

    assertThat(named, is(new int[] {NOBODY, NOBODY, 1, 2, 1}));
  }

  @Test
  void twoCirclesAreCutEach() {
    int[] named = {1, 0, 3, 2};

    Namings.cutCircles(named);

    assertThat(named, is(new int[] {NOBODY, 0, NOBODY, 2}));
  }

  @Test
  void oneThatNamesItselfNamesNobody() {
    int[] named = {0};

    Namings.cutCircles(named);

    assertThat(named, is(new int[] {NOBODY}));
  }

  @Test
  void theNamedComeBeforeThoseThatNameThem() {
    assertThat(Namings.originalsFirst(new int[] {NOBODY, 3, 1, NOBODY}), contains(0, 3, 1, 2));
  }
}
