package dev.newsfold.supply;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bill of materials, and the jars, that the build has just written. */
class VersionFloorsIT {
  private static final Path TARGET = Path.of(System.getProperty("newsfold.basedir", ""), "target");

  @Test
  void nothingInTheJarsIsOlderThanItsFloor() throws IOException {
    Path bill = TARGET.resolve("newsfold-sbom.json");
    assertThat(
        Floors.broken(Floors.committed(), Floors.versions(Files.readAllBytes(bill))), is(empty()));
  }

  /** Hadoop's client has libraries within it, under other names, which no bill of ours lists. */
  @Test
  void whatHadoopsClientHasWithinItIsNoOlderThanIsTolerated() throws IOException {
    Map<String, Collection<Version>> bundled = Floors.bundled(TARGET.resolve("newsfold-hdfs.jar"));
    assertThat(bundled.keySet(), hasItem("org.apache.avro:avro"));
    List<String[]> floors =
        Floors.committed().stream().filter(row -> bundled.containsKey(row[0])).toList();
    List<String> older =
        Floors.broken(floors, bundled).stream()
            .map(row -> row.replaceAll(" is older.*", ""))
            .toList();
    assertThat(
        older,
        containsInAnyOrder(
            Floors.tolerated().stream().map(row -> row[0] + ' ' + row[1]).toArray(String[]::new)));
  }
}
