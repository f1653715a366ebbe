package dev.newsfold.bench.runs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final BenchInput PAGES =
      new BenchInput("10 pages", 10, 1000, 1, List.of(Path.of("pages")));

  @Test
  void ofAnEvenNumberTheMedianLiesBetweenTheTwoInTheMiddle() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0)), equalTo(new Spread(2, 1, 4)));
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)), equalTo(new Spread(2.5, 1, 4)));
  }

  @Test
  void ratiosAreOfOneRound() {
    List<Summary> summaries =
        Summary.of(
            List.of(
                run(1, Subject.BASE, 10, 0),
                run(1, Subject.FLINK, 20, 0),
                run(2, Subject.FLINK, 60, 0),
                run(2, Subject.BASE, 20, 0)));
    assertThat(summaries.get(0).wallRatio(), equalTo(new Spread(1, 1, 1)));
    assertThat(summaries.get(1).wallRatio(), equalTo(new Spread(2.5, 2, 3)));
    assertThat(summaries.get(1).wall(), equalTo(new Spread(40, 20, 60)));
  }

  @Test
  void aRunThatHasFailedCountsForNothing() {
    List<Summary> summaries =
        Summary.of(List.of(run(1, Subject.BASE, 10, 70), run(1, Subject.FLINK, 20, 0)));
    assertThat(summaries.size(), is(1));
    assertThat(Objects.isNull(summaries.get(0).wallRatio()), is(true));
  }

  @Test
  void theTableAndThePlotHaveALineForEach() {
    List<Summary> summaries =
        Summary.of(List.of(run(1, Subject.BASE, 10, 0), run(1, Subject.FLINK, 20, 0)));
    assertThat(
        BenchTable.of(summaries),
        containsString("| 10 pages | embedded Flink | cold | 20.0 | 40.0 | 2.00 | 2.00 | 100 |"));
    String plot = BenchPlot.of(summaries);
    assertThat(plot, containsString("embedded Flink, cold"));
    assertThat(plot, not(containsString("NaN")));
  }

  private static Measured run(int round, Subject subject, double wall, int exit) {
    return new Measured(round, subject, PAGES, false, 0, wall, 2 * wall, 100, 0, exit);
  }
}
