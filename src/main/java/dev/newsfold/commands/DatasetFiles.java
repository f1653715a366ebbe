package dev.newsfold.commands;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** The files of one dataset of a run, of whose records those count that no later one replaces. */
record DatasetFiles(List<RunFile> files, LatestRevisions latest) {
  static DatasetFiles of(RunFolder run, String dataset) throws CommandFailure {
    return new DatasetFiles(run.files(dataset), run.latest(dataset));
  }

  /** Takes a record with its key. */
  interface Visitor {
    void visit(GenericRecord record, long key);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** Reads all records that count. */
  void read(DatasetShape shape, Visitor visitor) throws CommandFailure {
    for (RunFile path : files) {
      try (AvroFile file = AvroFile.open(path)) {
        while (file.hasNext()) {
          GenericRecord record = file.next();
          if (latest.has(record)) {
            visitor.visit(record, shape.key(record));
          }
        }
      }
    }
  }

  /** The names of all fields in any of the files. */
  Set<String> fieldNames() throws CommandFailure {
    Set<String> names = new TreeSet<>();
    for (RunFile path : files) {
      try (AvroFile file = AvroFile.open(path)) {
        file.schema().getFields().stream().map(Schema.Field::name).forEach(names::add);
      }
    }
    return names;
  }
}
