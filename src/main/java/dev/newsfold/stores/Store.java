package dev.newsfold.stores;

import dev.newsfold.sinks.OutputFolder;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A kind of store, by the scheme of its addresses. The kinds are found by {@link
 * java.util.ServiceLoader}, so that a jar beside ours brings another.
 */
public interface Store {
  /** What its addresses begin with, without the colon: {@code s3}. */
  String scheme();

  /** The folder at an address, which ends with a slash or not. */
  OutputFolder folder(String address, PipelineOptions options);

  /** Its input files; by Beam's file system of its scheme if it has no way of its own. */
  default StoreFiles files(PipelineOptions options) {
    return new BeamFiles();
  }

  /**
   * Puts into the options what this process knows of the store, so that workers know it, too.
   *
   * @param environment the variables that it was started with
   */
  default void setUp(PipelineOptions options, Map<String, String> environment) {}
}
