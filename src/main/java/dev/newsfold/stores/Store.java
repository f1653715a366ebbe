package dev.newsfold.stores;

import dev.newsfold.sinks.OutputFolder;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A kind of store, by the scheme of its addresses. The kinds are found by {@link
 * java.util.ServiceLoader}, so that a jar beside ours brings another. Input files are listed and
 * opened by Beam's file system of that scheme.
 */
public interface Store {
  /** What its addresses begin with, without the colon: {@code s3}. */
  String scheme();

  /** The folder at an address, which ends with a slash or not. */
  OutputFolder folder(String address, PipelineOptions options);
}
