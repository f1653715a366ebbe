package dev.newsfold.supply;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloorsTest {
  private static final String BILL =
      "{\"components\":[{\"group\":\"g\",\"name\":\"a\",\"version\":\"1.9.10\"}]}";

  @Test
  void versionsAreComparedByTheirNumbers() {
    assertThat(new Version("1.9.10"), greaterThan(new Version("1.9.9")));
    assertThat(new Version("2.13.4.2"), greaterThan(new Version("2.13.4")));
    assertThat(new Version("1.5.6-4"), lessThan(new Version("1.5.7-1")));
    assertThat(new Version("4.0").compareTo(new Version("4")), equalTo(0));
  }

  @Test
  void whatIsTooOldIsTold() throws IOException {
    assertThat(broken("g:a", "1.9.10"), empty());
    assertThat(broken("g:a", "1.10"), contains("g:a 1.9.10 is older than 1.10: CVE-1"));
    assertThat(broken("g:b", "1"), contains("g:b is not in the jar; its floor can go"));
  }

  @Test
  void everyFloorHasAReason() throws IOException {
    assertThat(Floors.committed().stream().filter(row -> row.length != 3).toList(), empty());
    assertThat(Floors.committed().size(), greaterThan(5));
  }

  private static List<String> broken(String artifact, String floor) throws IOException {
    return Floors.broken(
        List.<String[]>of(new String[] {artifact, floor, "CVE-1"}),
        Floors.versions(BILL.getBytes(StandardCharsets.UTF_8)));
  }
}
