package dev.newsfold.stores.gcs;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Flags of Google Cloud Storage, named as Beam's own are. */
public interface GcsOptions extends PipelineOptions {
  @Description("Server that gs:// addresses are of, as http://HOST:PORT; Google's if not given.")
  @Nullable String getGcsEndpoint();

  void setGcsEndpoint(@Nullable String endpoint);
}
