package dev.newsfold.jobs;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;

/**
 * Tells the embedded Flink of {@code s3://}. A cluster does not look for it in a job's jar, and its
 * own plugins win over what is on its class path.
 */
public final class StoreFileSystems implements FileSystemFactory {
  /** Flink makes file systems by their address alone. */
  private static final AtomicReference<PipelineOptions> OPTIONS = new AtomicReference<>();

  /** Found by {@link java.util.ServiceLoader}. */
  public StoreFileSystems() {}

  /** How stores are reached by the streams of this process that start from now on. */
  static void reachBy(PipelineOptions options) {
    OPTIONS.set(options);
  }

  private static PipelineOptions options() {
    PipelineOptions options = OPTIONS.get();
    return options == null ? PipelineOptionsFactory.create() : options;
  }

  @Override
  public String getScheme() {
    return "s3";
  }

  @Override
  public FileSystem create(URI address) {
    return new StoreFileSystem(address, StoreFileSystems::options);
  }
}
