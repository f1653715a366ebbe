package dev.newsfold.stores.gcs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.stores.OwnJvm;
import dev.newsfold.stores.StorePages;
import dev.newsfold.stores.StoreScenarios;
import dev.newsfold.stores.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a server of our own that speaks as Google Cloud Storage does. */
class GcsTest extends StoreScenarios {
  @TempDir static Path folder;
  private static GcsServer server;

  @BeforeAll
  static void start() throws IOException {
    server = GcsServer.start();
    server.makeBucket("news");
    for (String name : StorePages.write(folder.resolve("in"))) {
      server.put("news", "in/" + name, folder.resolve("in").resolve(name));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatIsNoBucketOrNotAllowedIsSaidInOneLine() {
    String local = "--output=" + folder.resolve("none");
    refused(66, "there is no such bucket", "--input=gs://nobucket/in", local);
    refused(70, "there is no such bucket", "--input=" + at("/in"), "--output=gs://nobucket/out");
    refused(74, "access denied", "--input=gs://closed/in", local);
    refused(70, "access denied", "--input=" + at("/in"), "--output=gs://closed/out");
  }

  @Test
  void withoutCredentialsGoogleIsNotAsked() throws Exception {
    String local = "--output=" + folder.resolve("none");
    Started refused =
        OwnJvm.start(
                Map.of("NO_GCE_CHECK", "true", "GOOGLE_APPLICATION_CREDENTIALS", "/absent"),
                List.of(List.of("local", "--input=gs://news/in", local)))
            .get(0);
    assertThat(refused.err(), refused.code(), equalTo(74));
    assertThat(refused.err(), containsString("gs://news/in: no credentials"));
    assertThat(refused.err().lines().count(), equalTo(1L));
  }

  @Test
  void namesMayHaveSignsOfGlobsAndAddresses() throws IOException {
    List<String> names =
        List.of("a b/100% [old] {1}.html", "a b/q?x=1&y=*.html", "a b/渡船#1.html", "c+d.html");
    Path pages = folder.resolve("named");
    for (String name : names) {
      Path page = pages.resolve(name);
      Files.createDirectories(page.resolveSibling(""));
      Files.copy(folder.resolve("in/2020/09/01/1-0.html"), page);
      server.put("news", "named/" + name, page);
    }
    run("local", "--input=" + at("/named"), "--output=" + at("/named-out"));
    run("local", "--input=" + pages, "--output=" + folder.resolve("named-out"));
    assertThat(
        manifest("/named-out").files(),
        equalTo(RunManifest.read(folder.resolve("named-out")).orElseThrow().files()));
    assertThat(server.requests.toString(), containsString("ifGenerationMatch=0"));
  }

  @Override
  protected TestStore store() {
    return new TestStore(
        folder,
        "gs://news",
        (file, path) -> server.put("news", path.substring(1), file),
        server.options(),
        List.of("--gcsEndpoint=" + server.address()));
  }

  /** By the variable that Google's own tools read. */
  @Override
  protected List<Started> commands(List<List<String>> all) throws Exception {
    String server = GcsTest.server.address().substring("http://".length());
    return OwnJvm.start(Map.of(GcsStore.SERVER, server), all);
  }
}
