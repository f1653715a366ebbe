package dev.newsfold.stores;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.Started;
import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a real S3 server, and whom it lets in. */
class S3Test extends StoreScenarios {
  private static final String ENDPOINT = "aws.endpointUrlS3";

  @TempDir static Path folder;
  private static @Nullable S3Server server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(S3Server.isThere(), "no S3 server in target/s3proxy: mvn generate-test-resources");
    server = S3Server.start(folder);
    server.makeBucket("news");
    // Commands take no flags for it.
    System.setProperty(ENDPOINT, server.flag().substring("--endpoint=".length()));
    for (String name : StorePages.write(folder.resolve("in"))) {
      server.put("news", "in/" + name, folder.resolve("in").resolve(name));
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    System.clearProperty(ENDPOINT);
    if (server != null) {
      server.close();
    }
  }

  @Test
  void whatIsNoBucketOrNotAllowedIsSaidInOneLine() {
    String local = "--output=" + folder.resolve("none");
    refused(66, "there is no such bucket", "--input=s3://nobucket/in", local);
    refused(70, "there is no such bucket", "--input=" + at("/in"), "--output=s3://nobucket/out");
    Started stream = Started.with("stream", "--input=s3://nobucket/in", local, flags().get(0));
    assertThat(stream.err(), stream.code(), equalTo(66));
    assertThat(stream.err(), containsString("there is no such bucket"));
    Started denied =
        refused(74, "access denied", "--input=" + at("/in"), local, provider("another-secret"));
    assertThat(denied.err(), not(containsString("another-secret")));
    AccessDeniedException told =
        assertThrows(
            AccessDeniedException.class,
            () -> {
              throw StoreErrors.of("s3://news/x", new AccessDeniedException("x"));
            });
    assertThat(told.getMessage(), containsString("s3://news/x"));
  }

  @Test
  void credentialsAreKeptNowhere() throws IOException {
    Started done =
        run(
            "local",
            "--input=" + at("/in"),
            "--output=" + at("/secret"),
            provider(S3Server.SECRET));
    assertThat(manifest("/secret").options().get("awsCredentialsProvider"), equalTo("(not shown)"));
    saysNoSecret(done, "/secret");
    saysNoSecret(run("local", "--input=" + at("/in"), "--output=" + at("/usual")), "/usual");
  }

  private static String provider(String secret) {
    return "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
        + "\"accessKeyId\":\"tester\",\"secretAccessKey\":\""
        + secret
        + "\"}";
  }

  private void saysNoSecret(Started done, String path) throws IOException {
    assertThat(done.out() + done.err(), not(containsString(S3Server.SECRET)));
    OutputFolder output = output(path);
    for (OutputFolder.Entry file : output.list()) {
      String text = new String(output.read(file.name()), StandardCharsets.ISO_8859_1);
      assertThat(file.name(), text, not(containsString(S3Server.SECRET)));
    }
  }

  /** Flink's workers read from it, too. */
  @Override
  protected List<String> ontoHistory() {
    return List.of("--runner=FlinkRunner", "--parallelism=1");
  }

  @Override
  protected TestStore store() {
    S3Server s3 = server();
    return new TestStore(
        folder,
        "s3://news",
        (file, path) -> s3.put("news", path.substring(1), file),
        s3.options(),
        List.of(s3.flag()));
  }

  private static S3Server server() {
    return Objects.requireNonNull(server, "started");
  }
}
