package dev.newsfold.supply;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The bill of materials that the build has just written. */
class VersionFloorsIT {
  @Test
  void nothingInTheJarIsOlderThanItsFloor() throws IOException {
    Path bill = Path.of(System.getProperty("newsfold.basedir", ""), "target/newsfold-sbom.json");
    assertThat(
        Floors.broken(Floors.committed(), Floors.versions(Files.readAllBytes(bill))), is(empty()));
  }
}
