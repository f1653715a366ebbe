package dev.newsfold.stores.gcs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.api.client.http.ByteArrayContent;
import com.google.auth.oauth2.GoogleCredentials;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.StoreFiles;
import dev.newsfold.stores.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on the way to a server, and who may ask it. */
class GcsClientTest {
  private GcsServer server;
  private GcsClient client;

  @BeforeEach
  void start() throws IOException {
    server = GcsServer.start();
    server.makeBucket("news");
    client = client(server.address(), null);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static GcsClient client(String address, @Nullable GoogleCredentials credentials)
      throws IOException {
    return new GcsClient(
        GcsClient.storage(GcsEndpoint.of(address), new GcsRequests(credentials, 1)));
  }

  private OutputFolder folder(String name) {
    return new GcsFolder(client, new GcsName("news", name));
  }

  @Test
  void whatPassesIsTriedAgain() throws IOException {
    OutputFolder folder = folder("out/");
    server.faults.addAll(List.of(GcsServer.Fault.UNAVAILABLE, GcsServer.Fault.TOO_MANY));
    folder.write("a", bytes("1"));
    server.faults.add(GcsServer.Fault.LOST_ANSWER);
    folder.write("a", bytes("2"));
    server.faults.add(GcsServer.Fault.UNAVAILABLE);
    assertThat(folder.read("a"), equalTo(bytes("2")));
    server.faults.add(GcsServer.Fault.LOST_ANSWER);
    assertThat(folder.list().size(), equalTo(1));
    server.faults.add(GcsServer.Fault.LOST_ANSWER);
    folder.delete("a");
    assertThat(folder.isFree(), is(true));
  }

  @Test
  void whatDoesNotPassIsSaidInTheEnd() {
    for (int i = 0; i < 20; i++) {
      server.faults.add(GcsServer.Fault.UNAVAILABLE);
    }
    IOException told = assertThrows(IOException.class, () -> folder("out/").write("a", bytes("1")));
    assertThat(told.getMessage(), containsString("gs://news/out/a: 503"));
    assertThat(server.requests.size(), greaterThan(3));
    server.faults.clear();
    server.close();
    IOException refused = assertThrows(IOException.class, () -> folder("out/").list());
    assertThat(refused.getMessage(), containsString("gs://news/out/: Connection refused"));
  }

  @Test
  void aManifestWhoseAnswerWasLostIsOnesOwn() throws IOException {
    server.faults.add(GcsServer.Fault.LOST_ANSWER);
    assertThat(folder("out/").createNew("runs/1.json", bytes("mine")), is(true));
    assertThat(folder("out/").createNew("runs/1.json", bytes("another")), is(false));
    assertThat(folder("out/").read("runs/1.json"), equalTo(bytes("mine")));
  }

  @Test
  void aReadGoesOnWhereTheConnectionBroke() throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(5).nextBytes(bytes);
    server.put("news", "dump", bytes, "");
    server.faults.addAll(List.of(GcsServer.Fault.CUT, GcsServer.Fault.CUT));
    assertThat(read("gs://news/dump", 0), equalTo(bytes));
    assertThat(server.requests.get(1), containsString("bytes=150000-"));
    assertThat(server.requests.get(1), containsString("generation="));
    for (int from : new int[] {1, 299_999, 300_000}) {
      assertThat(
          read("gs://news/dump", from), equalTo(Arrays.copyOfRange(bytes, from, bytes.length)));
    }
  }

  /** Else a read would go on with the bytes of another object. */
  @Test
  void anObjectThatIsReplacedWhileItIsReadIsAFailure() throws IOException {
    server.put("news", "dump", new byte[300_000], "");
    server.faults.add(GcsServer.Fault.CUT);
    try (InputStream in = client.open(GcsName.of("gs://news/dump"), 0)) {
      assertThat(in.read(), equalTo(0));
      server.put("news", "dump", new byte[300_001], "");
      assertThrows(NoSuchFileException.class, in::readAllBytes);
    }
  }

  /**
   * As {@code gsutil cp -z} leaves them; Google unpacks those for whoever does not say otherwise.
   */
  @Test
  void whatIsKeptCompressedIsReadAsItIsKept() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes("page ".repeat(1000)));
    }
    byte[] kept = packed.toByteArray();
    server.put("news", "page.html", kept, "gzip");
    assertThat(read("gs://news/page.html", 0), equalTo(kept));
    assertThat(read("gs://news/page.html", 10), equalTo(Arrays.copyOfRange(kept, 10, kept.length)));
    assertThat(files().size("gs://news/page.html"), equalTo((long) kept.length));
  }

  @Test
  void whatIsWrittenIsKeptAsItIs(@TempDir Path local) throws IOException {
    byte[] text = bytes("text ".repeat(10_000));
    folder("out/").write("small", text);
    folder("out/").fill("large", Files.write(local.resolve("large"), text));
    assertThat(read("gs://news/out/small", 0), equalTo(text));
    assertThat(read("gs://news/out/large", 0), equalTo(text));
    assertThat(files().size("gs://news/out/small"), equalTo((long) text.length));
  }

  @Test
  void aListHasAllPagesAndNoFolders() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 10; i < 23; i++) {
      server.put("news", "in/" + i + ".html", new byte[i], "");
      expected.add("gs://news/in/" + i + ".html");
    }
    server.put("news", "in/", new byte[0], "");
    server.put("news", "in/below/", new byte[0], "");
    server.put("news", "inner.html", new byte[1], "");
    List<StoredFile> found = files().list("gs://news/in");
    assertThat(found.stream().map(StoredFile::location).toList(), equalTo(expected));
    assertThat(found.get(0).bytes(), equalTo(10L));
    assertThat(files().list("gs://news").size(), equalTo(14));
    assertThat(files().list("gs://news/in/1*").size(), equalTo(10));
    assertThat(files().list("gs://news/in/12.html").size(), equalTo(1));
    assertThat(files().list("gs://news/*/12.html").size(), equalTo(1));
    assertThrows(NoSuchFileException.class, () -> files().list("gs://news/in/12.html/"));
    assertThat(folder("in/").list().size(), equalTo(13));
    assertThat(folder("in/").isFree(), is(false));
    assertThat(folder("i/").isFree(), is(true));
  }

  /** The first token is refused, as if it had expired. */
  @Test
  void credentialsAreShownAndMadeAnew() throws Exception {
    server.makeBucket("private");
    server.put("private", "a", bytes("1"), "");
    GcsClient known = client(server.address(), account("token"));
    assertThat(known.find(new GcsName("private", "a")).isPresent(), is(true));
    known.put(new GcsName("private", "b"), new ByteArrayContent(null, bytes("2")), null);
    try (InputStream in = known.open(new GcsName("private", "b"), 0)) {
      assertThat(in.readAllBytes(), equalTo(bytes("2")));
    }
    AccessDeniedException told =
        assertThrows(AccessDeniedException.class, () -> client.find(new GcsName("private", "a")));
    assertThat(told.getMessage(), containsString("gs://private/a: access denied"));
    assertThat(server.requests.toString(), not(containsString(GcsServer.TOKEN)));
  }

  @Test
  void credentialsForWhichNoTokenComesAreSaidInOneLine() throws Exception {
    GcsClient known = client(server.address(), account("absent"));
    IOException told =
        assertThrows(IOException.class, () -> known.find(new GcsName("private", "a")));
    assertThat(told.getMessage(), containsString("gs://private/a: no credentials: "));
    assertThat(String.valueOf(told.getMessage()).lines().count(), equalTo(1L));
  }

  /** A service account's, as the file has it that GOOGLE_APPLICATION_CREDENTIALS names. */
  private GoogleCredentials account(String token) throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    String key =
        Base64.getEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
    String json =
        """
        {"type": "service_account", "client_id": "1", "client_email": "tester@example.org",
         "private_key_id": "1", "token_uri": "%1$s/%2$s",
         "private_key": "-----BEGIN %4$s-----\\n%3$s\\n-----END %4$s-----\\n"}
        """
            .formatted(server.address(), token, key, "PRIVATE KEY");
    return GoogleCredentials.fromStream(new ByteArrayInputStream(bytes(json)))
        .createScoped("https://www.googleapis.com/auth/devstorage.read_write");
  }

  @Test
  void aServerIsNamedInAnyOfTheUsualWays() throws IOException {
    assertThat(
        GcsEndpoint.of(null),
        equalTo(new GcsEndpoint("https://storage.googleapis.com/", "storage/v1/", true)));
    GcsEndpoint own = new GcsEndpoint("http://127.0.0.1:9000/", "storage/v1/", false);
    for (String given :
        List.of(
            "127.0.0.1:9000",
            "http://127.0.0.1:9000",
            "http://127.0.0.1:9000/",
            "http://127.0.0.1:9000/storage/v1/")) {
      assertThat(given, GcsEndpoint.of(given), equalTo(own));
    }
    assertThat(GcsEndpoint.of("https://storage-a.p.googleapis.com").ofGoogle(), is(true));
    assertThat(GcsEndpoint.of("http://storage.googleapis.com").ofGoogle(), is(false));
    assertThat(GcsEndpoint.of("https://googleapis.com.example.org").ofGoogle(), is(false));
    for (String given : List.of("", "http://", "ftp://host", "a b")) {
      assertThrows(IOException.class, () -> GcsEndpoint.of(given), given);
    }
  }

  @Test
  void theFlagWinsOverTheVariable() {
    Map<String, String> environment = Map.of("STORAGE_EMULATOR_HOST", "one:1");
    PipelineOptions options = PipelineOptionsFactory.create();
    new GcsStore().setUp(options, environment);
    assertThat(options.as(GcsOptions.class).getGcsEndpoint(), equalTo("one:1"));
    PipelineOptions given = PipelineOptionsFactory.fromArgs("--gcsEndpoint=two:2").create();
    new GcsStore().setUp(given, environment);
    assertThat(given.as(GcsOptions.class).getGcsEndpoint(), equalTo("two:2"));
  }

  @Test
  void aFoldersAddressEndsInNoSlash() {
    GcsStore store = new GcsStore();
    for (String given : List.of("gs://news", "gs://news/", "gs://news//")) {
      assertThat(store.folder(given, server.options()).address(), equalTo("gs://news"));
    }
    for (String given : List.of("gs://news/a/b", "gs://news/a/b/", "gs://news//a//b//")) {
      assertThat(store.folder(given, server.options()).address(), equalTo("gs://news/a/b"));
    }
    assertThat(
        store.folder("gs://news", server.options()).below("a").address(), equalTo("gs://news/a"));
  }

  private StoreFiles files() {
    return new GcsFiles(client);
  }

  private byte[] read(String location, long from) throws IOException {
    try (InputStream in = files().open(location, from)) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
