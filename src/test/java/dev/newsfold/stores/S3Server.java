package dev.newsfold.stores;

import dev.newsfold.cluster.Loopback;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server on loopback, in a JVM of its own, that keeps its buckets in memory. */
final class S3Server implements AutoCloseable {
  static final String SECRET = "a-secret-that-nobody-may-see";

  private static final Path JARS =
      Path.of(System.getProperty("newsfold.basedir", "."), "target", "s3proxy");
  private static final String ID = "tester";
  private static final List<String> KEYS =
      List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region");

  private final Process process;
  private final int port;

  private S3Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether the build has put the server there. */
  static boolean isThere() {
    return Files.isDirectory(JARS);
  }

  /**
   * Starts one, and has this process's credentials be those that it knows.
   *
   * @throws IOException if none came to answer on three ports, with what the last one printed
   */
  static S3Server start(Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("s3proxy.log");
    // Another test may take the port before the server has it.
    for (int attempt = 0; attempt < 3; attempt++) {
      int port = Loopback.freePort();
      Process process = launch(folder, port, log);
      if (comesToAnswer(process, port)) {
        knowSecret(SECRET);
        return new S3Server(process, port);
      }
      process.destroyForcibly().waitFor();
    }
    throw new IOException("no S3 server started: " + Files.readString(log));
  }

  private static Process launch(Path folder, int port, Path log) throws IOException {
    Path properties =
        Files.writeString(
            folder.resolve("s3proxy.conf"),
            """
            s3proxy.endpoint=http://127.0.0.1:%d
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            jclouds.provider=transient-nio2
            """
                .formatted(port, ID, SECRET));
    String classPath;
    try (Stream<Path> jars = Files.list(JARS)) {
      // By name: the annotations that its own copy lacks come first.
      classPath = jars.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  private static boolean comesToAnswer(Process process, int port) throws InterruptedException {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      if (refusesStrangers(port)) {
        return process.isAlive();
      }
      Thread.sleep(100);
    }
    return false;
  }

  /** Has this process's credentials be these, by the properties that Amazon's clients read. */
  static void knowSecret(String secret) {
    System.setProperty(KEYS.get(0), ID);
    System.setProperty(KEYS.get(1), secret);
    System.setProperty(KEYS.get(2), "us-east-1");
  }

  /** The flag that names the server. */
  String flag() {
    return "--endpoint=http://127.0.0.1:" + port;
  }

  /** Options that name it. */
  PipelineOptions options() {
    PipelineOptions options = PipelineOptionsFactory.create();
    S3Options s3 = options.as(S3Options.class);
    s3.setEndpoint(URI.create("http://127.0.0.1:" + port));
    s3.setAwsRegion(Region.US_EAST_1);
    s3.setS3ClientFactoryClass(PathStyleS3.class);
    return options;
  }

  void makeBucket(String bucket) {
    S3Client client = S3Clients.of(options());
    client.createBucket(create -> create.bucket(bucket));
  }

  void put(String bucket, String key, Path file) {
    S3Client client = S3Clients.of(options());
    client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(file));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
    KEYS.forEach(System::clearProperty);
  }

  /**
   * Whether what listens there is an S3 server that takes requests: one without a signature is
   * refused. A connection alone says neither.
   */
  private static boolean refusesStrangers(int port) {
    try {
      HttpURLConnection request =
          (HttpURLConnection) new URL("http://127.0.0.1:" + port + "/").openConnection();
      request.setConnectTimeout(10_000);
      request.setReadTimeout(10_000);
      try {
        return request.getResponseCode() == HttpURLConnection.HTTP_FORBIDDEN;
      } finally {
        request.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
