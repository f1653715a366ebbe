package dev.newsfold.stores;

import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A store that runs.
 *
 * @param folder of this machine; {@link StorePages} lie in {@code in} there, and in the store's
 * @param root the address of its root, without a slash at its end
 * @param put copies files there
 * @param options by which it is reached
 * @param flags by which jobs reach it
 */
public record TestStore(
    Path folder, String root, Put put, PipelineOptions options, List<String> flags) {

  /** Copies a file of this machine to a path from the root of the store. */
  public interface Put {
    /** Copies {@code file} to {@code path}. */
    void put(Path file, String path) throws IOException;
  }

  /** The address of a place in the store, by its path from the root. */
  String at(String path) {
    return root + path;
  }

  /** The folder at a path. */
  OutputFolder output(String path) {
    return Stores.of(options).folder(at(path));
  }

  /** Its input files. */
  StoreInputs inputs() {
    return Stores.of(options).inputs();
  }
}
