package dev.newsfold.commands;

import dev.newsfold.jobs.Spelling;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;

/**
 * The names of fields that flags give, held to the schemas of the files that they are meant for.
 */
final class FieldNames {
  private FieldNames() {}

  /**
   * Looks into files until each name is found in one. A file that cannot be read is passed over:
   * whoever reads its records tells that.
   *
   * @throws CommandFailure USAGE if no record there has a field of a name; it lists those there are
   */
  static void refuseUnknown(String flag, Set<String> names, List<RunFile> files)
      throws CommandFailure {
    Set<String> missing = new TreeSet<>(names);
    Set<String> known = new TreeSet<>();
    for (RunFile path : files) {
      if (missing.isEmpty()) {
        return;
      }
      try (AvroFile file = AvroFile.open(path)) {
        file.schema().getFields().stream().map(Schema.Field::name).forEach(known::add);
      } catch (CommandFailure unreadable) {
        continue;
      }
      missing.removeAll(known);
    }
    if (!missing.isEmpty() && !known.isEmpty()) {
      String name = missing.iterator().next();
      throw CommandFailure.badUsage(
          "--%s: no record there has a field named %s (there are %s)%s"
              .formatted(flag, name, String.join(", ", known), Spelling.hint(name, known, "")));
    }
  }
}
