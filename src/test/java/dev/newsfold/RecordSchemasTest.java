package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.newsfold.records.Article;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Avro contract: documented, defaulted, and never broken for files that are out there. */
class RecordSchemasTest {
  /** One folder a release, with the schemas that its files were written with. */
  private static final Path RELEASED = below("src/test/resources/released");

  private static final Path SCHEMAS = below("schemas");

  private static Path below(String folder) {
    return Path.of(System.getProperty("newsfold.basedir", "."), folder);
  }

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

  /** Else one class would write a field that another drops when it reads the same record. */
  @ParameterizedTest
  @MethodSource("records")
  void aRecordWithinAnotherIsWhatItIsByItself(Schema schema) throws ReflectiveOperationException {
    List<Schema> open = new ArrayList<>(List.of(schema));
    Set<String> known = new HashSet<>();
    while (!open.isEmpty()) {
      Schema next = open.remove(open.size() - 1);
      switch (next.getType()) {
        case UNION -> open.addAll(next.getTypes());
        case ARRAY -> open.add(next.getElementType());
        case MAP -> open.add(next.getValueType());
        case RECORD, ENUM -> {
          if (known.add(next.getFullName())) {
            assertThat(
                next.getName() + " within " + schema.getName(),
                next,
                equalTo(schemaOf(next.getName())));
            if (next.getType() == Schema.Type.RECORD) {
              next.getFields().forEach(field -> open.add(field.schema()));
            }
          }
        }
        default -> {} // holds no other
      }
    }
  }

  private static List<Schema> records() throws IOException, ReflectiveOperationException {
    List<Schema> records = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SCHEMAS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".avsc")).sorted().toList()) {
        records.add(schemaOf(file.getFileName().toString().replace(".avsc", "")));
      }
    }
    return records;
  }

  private static Schema schemaOf(String name) throws ReflectiveOperationException {
    Class<?> made = Class.forName(Article.class.getPackageName() + '.' + name);
    return (Schema) made.getMethod("getClassSchema").invoke(null);
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
