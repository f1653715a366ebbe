package dev.newsfold.stores;

import dev.newsfold.captures.InputLister;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import software.amazon.awssdk.regions.Region;

/** Finds folders and files by their addresses: of this machine, or of a store. */
public final class Stores {
  /** Of two letters at least: {@code c:} is a drive. */
  private static final Pattern STORE = Pattern.compile("s3://.+");

  private static final Pattern SLASHES = Pattern.compile("//+");

  private final PipelineOptions options;

  private Stores(PipelineOptions options) {
    this.options = options;
  }

  /** Stores as the options say they are reached. */
  public static Stores of(PipelineOptions options) {
    return new Stores(options);
  }

  /** Stores as the environment says they are reached, by the variables of Amazon's own tools. */
  public static Stores ofEnvironment(Map<String, String> environment) {
    PipelineOptions options = PipelineOptionsFactory.create();
    setUp(options, Set.of(), environment);
    return new Stores(options);
  }

  /**
   * Fills in what flags leave open: an S3 server that is not Amazon's, by the variable that
   * Amazon's own tools read, and a client that suits it.
   *
   * @param given names of the flags that are given
   */
  public static void setUp(
      PipelineOptions options, Set<String> given, Map<String, String> environment) {
    S3Options s3 = options.as(S3Options.class);
    String endpoint =
        System.getProperty(
            "aws.endpointUrlS3",
            environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.get("AWS_ENDPOINT_URL")));
    if (!given.contains("endpoint") && endpoint != null) {
      s3.setEndpoint(URI.create(endpoint));
    }
    if (s3.getEndpoint() != null && !given.contains("awsRegion") && !knowsRegion(environment)) {
      // A server of one's own has no region; requests are signed for one all the same.
      s3.setAwsRegion(Region.US_EAST_1);
    }
    if (!given.contains("s3ClientFactoryClass")) {
      s3.setS3ClientFactoryClass(PathStyleS3.class);
    }
  }

  private static boolean knowsRegion(Map<String, String> environment) {
    return environment.containsKey("AWS_REGION") || System.getProperty("aws.region") != null;
  }

  /** Whether an address is one of a store. */
  public static boolean isStore(String address) {
    return STORE.matcher(address).matches();
  }

  /** The folder at an address, which ends with a slash or not. */
  public OutputFolder folder(String address) {
    if (!isStore(address)) {
      return new LocalFolder(Path.of(address));
    }
    int bucket = address.indexOf("//") + 2;
    int slash = address.indexOf('/', bucket);
    String prefix = slash < 0 ? "" : SLASHES.matcher(address.substring(slash)).replaceAll("/");
    String whole = prefix.endsWith("/") ? prefix : prefix + '/';
    String name = slash < 0 ? address.substring(bucket) : address.substring(bucket, slash);
    return new S3Folder(S3Clients.of(options), name, whole.substring(1));
  }

  /** Lists and opens input files. */
  public StoreInputs inputs() {
    FileSystems.setDefaultPipelineOptions(options);
    return new StoreInputs();
  }

  /** Lists input files. */
  public InputLister lister() {
    FileSystems.setDefaultPipelineOptions(options);
    return new StoreInputs();
  }

  /** Opens input files. */
  public InputOpener opener() {
    return new StoreInputs();
  }
}
