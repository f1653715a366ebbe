package dev.newsfold.bench.runs;

import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What a loop has written into a folder. */
record LoopOutputs(Path folder) {
  /** How many records of a dataset there are. */
  <T extends SpecificRecord> long count(Dataset dataset, Class<T> type) throws IOException {
    AtomicLong count = new AtomicLong();
    try (Stream<Path> files = Files.walk(folder.resolve(dataset.folder()))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        AvroFiles.read(file, type, item -> count.incrementAndGet());
      }
    }
    return count.get();
  }
}
