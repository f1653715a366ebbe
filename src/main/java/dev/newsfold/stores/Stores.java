package dev.newsfold.stores;

import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/** Finds folders and files by their addresses: of this machine, or of a store. */
public final class Stores {
  private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z0-9]+)://.+");

  /** A scheme, known or not; of two letters at least: {@code c:} is a drive. */
  private static final Pattern SCHEMED = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,15}:/.*");

  private static final SortedMap<String, Store> STORES =
      new TreeMap<>(
          ServiceLoader.load(Store.class, Store.class.getClassLoader()).stream()
              .map(ServiceLoader.Provider::get)
              .collect(Collectors.toMap(Store::scheme, Function.identity())));

  private final PipelineOptions options;

  private Stores(PipelineOptions options) {
    this.options = options;
  }

  /** Stores as the options say they are reached. */
  public static Stores of(PipelineOptions options) {
    return new Stores(options);
  }

  /** Stores as the environment says they are reached, by the variables of the stores' own tools. */
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
    STORES.values().forEach(store -> store.setUp(options, environment));
  }

  private static boolean knowsRegion(Map<String, String> environment) {
    return environment.containsKey("AWS_REGION") || System.getProperty("aws.region") != null;
  }

  /** Whether a name begins with a scheme, so that a path of this machine is not meant. */
  public static boolean hasScheme(String name) {
    return SCHEMED.matcher(name).matches();
  }

  /** Whether an address is one of a store. */
  public static boolean isStore(String address) {
    return find(address) != null;
  }

  /**
   * Why an address with a scheme cannot be reached, in half a sentence; nothing if it can, or has
   * no scheme.
   */
  public static Optional<String> unreachable(String address) {
    if (!hasScheme(address) || address.startsWith("file:/") || isStore(address)) {
      return Optional.empty();
    }
    if (address.startsWith("hdfs://") && !STORES.containsKey("hdfs")) {
      return Optional.of(
          "takes newsfold-hdfs.jar on the class path, where pipelines/run puts it; it is not there");
    }
    return Optional.of(
        "is no path of this machine, nor of a store that is known: these are "
            + STORES.keySet().stream()
                .map(scheme -> scheme + "://")
                .collect(Collectors.joining(", ")));
  }

  private static @Nullable Store find(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    return matcher.matches() ? STORES.get(matcher.group(1)) : null;
  }

  /** The folder at an address, which ends with a slash or not. */
  public OutputFolder folder(String address) {
    Store store = find(address);
    return store == null ? new LocalFolder(Path.of(address)) : store.folder(address, options);
  }

  /** Lists and opens input files. */
  public StoreInputs inputs() {
    FileSystems.setDefaultPipelineOptions(options);
    return new StoreInputs(this);
  }

  /** The input files of the store that an address is of. */
  StoreFiles files(String address) {
    return Objects.requireNonNull(find(address), address).files(options);
  }
}
