package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Avro contract: documented, defaulted, and never broken for files that are out there. */
class RecordSchemasTest {
  /** One folder a release, with the schemas that its files were written with. */
  private static final Path RELEASED =
      Path.of(System.getProperty("newsfold.basedir", "."), "src/test/resources/released");

  @ParameterizedTest
  @EnumSource
  void everyFieldSaysWhatItIs(Dataset dataset) {
    checkFields(dataset.schema());
  }

  private static void checkFields(Schema schema) {
    for (Schema.Field field : schema.getFields()) {
      String name = schema.getName() + '.' + field.name();
      assertThat(name, String.valueOf(field.doc()), is(not(emptyString())));
      if (field.schema().isNullable()) {
        assertThat(name + " has a default", field.hasDefaultValue(), is(true));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void filesOfEveryReleaseCanStillBeRead(Dataset dataset) throws IOException {
    List<Path> releases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(RELEASED)) {
      folders.forEach(releases::add);
    }
    for (Path release : releases) {
      Path file = release.resolve(dataset.schema().getName() + ".avsc");
      if (!Files.exists(file)) {
        continue; // The dataset came with a later release.
      }
      Schema written = new Schema.Parser().parse(Files.readString(file));
      assertThat(
          release.getFileName() + " " + dataset,
          SchemaCompatibility.checkReaderWriterCompatibility(dataset.schema(), written).getType(),
          equalTo(SchemaCompatibilityType.COMPATIBLE));
    }
    assertThat(
        releases.stream().map(release -> release.getFileName().toString()).toList(),
        hasItem("0.1.0"));
  }
}
