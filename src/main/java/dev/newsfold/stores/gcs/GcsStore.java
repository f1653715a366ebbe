package dev.newsfold.stores.gcs;

import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Store;
import dev.newsfold.stores.StoreFiles;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;

/** Google Cloud Storage, and servers that speak its JSON API: {@code gs://bucket/folder}. */
public final class GcsStore implements Store {
  /** The variable by which Google's own clients find a server that is not Google's. */
  static final String SERVER = "STORAGE_EMULATOR_HOST";

  private static final Pattern SLASHES = Pattern.compile("//+");

  @Override
  public String scheme() {
    return "gs";
  }

  @Override
  public OutputFolder folder(String address, PipelineOptions options) {
    GcsName given = GcsName.of(address);
    String name = SLASHES.matcher('/' + given.name()).replaceAll("/").substring(1);
    return new GcsFolder(GcsClient.of(options), new GcsName(given.bucket(), name).folder());
  }

  @Override
  public StoreFiles files(PipelineOptions options) {
    return new GcsFiles(GcsClient.of(options));
  }

  @Override
  public void setUp(PipelineOptions options, Map<String, String> environment) {
    GcsOptions gcs = options.as(GcsOptions.class);
    String server = environment.get(SERVER);
    if (gcs.getGcsEndpoint() == null && server != null && !server.isBlank()) {
      gcs.setGcsEndpoint(server);
    }
  }
}
