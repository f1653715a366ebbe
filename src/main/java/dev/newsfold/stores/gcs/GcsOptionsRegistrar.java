package dev.newsfold.stores.gcs;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/** Tells Beam of the flags; found by {@link java.util.ServiceLoader}. */
public final class GcsOptionsRegistrar implements PipelineOptionsRegistrar {
  @Override
  public Iterable<Class<? extends PipelineOptions>> getPipelineOptions() {
    return List.of(GcsOptions.class);
  }
}
