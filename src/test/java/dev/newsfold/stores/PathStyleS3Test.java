package dev.newsfold.stores;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import dev.newsfold.Started;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Whom Amazon's client asks, and when. */
class PathStyleS3Test {
  private static final String METADATA = "aws.ec2MetadataServiceEndpoint";

  @TempDir Path folder;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer machine;

  /** What tells a machine of Amazon's of itself. */
  @BeforeEach
  void start() throws IOException {
    machine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    machine.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    machine.start();
    System.setProperty(METADATA, "http://127.0.0.1:" + machine.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    System.clearProperty(METADATA);
    machine.stop(0);
  }

  @Test
  void aRunWithoutS3AsksNobodyForARegion() throws IOException {
    Path pages = folder.resolve("pages");
    StorePages.write(pages);
    Started.well("local", "--input=" + pages, "--output=" + folder.resolve("out"));
    assertThat(asked, empty());
  }

  @Test
  void aClientIsMadeAsTheFlagsSay() {
    S3Options options = PipelineOptionsFactory.create().as(S3Options.class);
    options.setEndpoint(URI.create("http://127.0.0.1:9"));
    options.setAwsRegion(Region.EU_NORTH_1);
    try (S3Client client = new PathStyleS3().createBuilder(options).build()) {
      assertThat(client.serviceClientConfiguration().region(), equalTo(Region.EU_NORTH_1));
      assertThat(
          client.utilities().getUrl(get -> get.bucket("news").key("a")).toString(),
          equalTo("http://127.0.0.1:9/news/a"));
    }
  }
}
