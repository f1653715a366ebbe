package dev.newsfold.jobs;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;

/**
 * Tells the embedded Flink of {@code s3://} and {@code gs://}, each by a class that {@link
 * java.util.ServiceLoader} finds. A cluster does not look for them in a job's jar, and its own
 * plugins win over what is on its class path.
 */
public abstract class StoreFileSystems implements FileSystemFactory {
  /** Flink makes file systems by their address alone. */
  private static final AtomicReference<PipelineOptions> OPTIONS = new AtomicReference<>();

  private final String scheme;

  private StoreFileSystems(String scheme) {
    this.scheme = scheme;
  }

  /** Amazon's S3. */
  public static final class S3 extends StoreFileSystems {
    public S3() {
      super("s3");
    }
  }

  /** Google Cloud Storage. */
  public static final class Gcs extends StoreFileSystems {
    public Gcs() {
      super("gs");
    }
  }

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
    return scheme;
  }

  @Override
  public FileSystem create(URI address) {
    return new StoreFileSystem(address, StoreFileSystems::options);
  }
}
