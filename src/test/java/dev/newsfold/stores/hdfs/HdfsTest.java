package dev.newsfold.stores.hdfs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Started;
import dev.newsfold.captures.CollectedCaptures;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.captures.containers.FilePart;
import dev.newsfold.captures.warc.ArchivePart;
import dev.newsfold.captures.warc.RecordStart;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.stores.OwnJvm;
import dev.newsfold.stores.StorePages;
import dev.newsfold.stores.StoreScenarios;
import dev.newsfold.stores.Stores;
import dev.newsfold.stores.TestStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a real HDFS, its names, and its configuration. */
class HdfsTest extends StoreScenarios {
  @TempDir static Path folder;
  private static HdfsServer server;

  @BeforeAll
  static void start() throws IOException {
    server = HdfsServer.start(folder);
    for (String name : StorePages.write(folder.resolve("in"))) {
      server.put(folder.resolve("in").resolve(name), "/in/" + name);
    }
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    server.close();
  }

  /** Blocks are of 64 KiB, so the archive lies in many, and parts begin within them. */
  @Test
  void anArchiveIsReadInPartsFromAnyByte() throws IOException {
    Path archive = folder.resolve("large.warc.gz");
    Sample.write(new SampleOptions(60, 3, LocalDate.of(2025, 3, 3), 28, 20_000), archive);
    server.put(archive, "/large.warc.gz");
    InputOpener there = Stores.of(server.options()).inputs();
    byte[] bytes = Files.readAllBytes(archive);
    assertThat(there.size(at("/large.warc.gz")), equalTo((long) bytes.length));
    for (int from : new int[] {0, 1, 64 * 1024 - 1, 64 * 1024, 200_001, bytes.length}) {
      try (var in = there.open(at("/large.warc.gz"), from)) {
        assertThat(in.readAllBytes(), equalTo(Arrays.copyOfRange(bytes, from, bytes.length)));
      }
    }

    CaptureReader reader = new CaptureReader(ReadLimits.DEFAULT, there);
    InputFileRef file = new InputFileRef(at("/large.warc.gz"), "large.warc.gz");
    List<FilePart> parts = new ArrayList<>();
    CollectedCaptures inParts = new CollectedCaptures();
    reader.parts(file, bytes.length / 12, 64, false, parts::add, (format, clue) -> {}, inParts);
    assertThat(parts.size(), greaterThan(5));
    for (FilePart part : parts) {
      ArchivePart range = Objects.requireNonNull(part.archive());
      RecordStart start = range.start();
      reader.read(
          part,
          start,
          start.offset(),
          record -> record.offset() < range.end(),
          clue -> {},
          inParts);
    }
    CollectedCaptures whole = new CollectedCaptures();
    new CaptureReader(ReadLimits.DEFAULT, InputOpener.local())
        .read(new InputFileRef(archive.toUri().toString(), "large.warc.gz"), whole);
    assertThat(inParts.all(), equalTo(whole.all()));
    assertThat(whole.all().size(), greaterThan(60));
  }

  @Test
  void filesMayHaveNamesThatGlobsAndAddressesAreMadeOf() throws IOException {
    List<String> names =
        List.of("a b/100% [old] {1}.html", "a b/q?x=1&y=*.html", "a b/渡船#1.html", "c+d.html");
    Path pages = folder.resolve("named");
    for (String name : names) {
      Path page = pages.resolve(name);
      Files.createDirectories(page.resolveSibling(""));
      Files.copy(folder.resolve("in/2020/09/01/1-0.html"), page);
      server.put(page, "/named/" + name);
    }
    assertThat(listed("/named"), equalTo(names));
    assertThat(listed("/named/"), equalTo(names));
    assertThat(listed("/named/**.html"), equalTo(names));
    assertThat(listed("/named/*.html"), equalTo(List.of("c+d.html")));
    assertThat(listed("/named/a*"), equalTo(names.subList(0, 3)));
    assertThat(listed("/named/c+d.html"), equalTo(List.of("c+d.html")));
    run("local", "--input=" + at("/named"), "--output=" + at("/named-out"));
    run("local", "--input=" + pages, "--output=" + folder.resolve("named-out"));
    assertThat(
        manifest("/named-out").files(),
        equalTo(RunManifest.read(folder.resolve("named-out")).orElseThrow().files()));
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidInOneLine() {
    String local = "--output=" + folder.resolve("none");
    refused(74, "refused", "--input=hdfs://127.0.0.1:9/in", local);
  }

  @Test
  void whoMayNotReadOrWriteIsTold() throws Exception {
    server.put(folder.resolve("in/2020/09/01/1-0.html"), "/closed/page.html");
    server.files().setPermission(HdfsClient.path(at("/closed")), new FsPermission((short) 0700));
    String here = "--output=" + folder.resolve("closed");
    String there = "--output=" + at("/closed/out");
    List<Started> refused =
        OwnJvm.start(
            Map.of("HADOOP_USER_NAME", "nobody"),
            List.of(
                List.of("local", "--input=" + at("/closed"), here),
                List.of("local", "--input=" + at("/in"), there)));
    Started read = refused.get(0);
    assertThat(read.err(), read.code(), equalTo(74));
    assertThat(read.err(), containsString("access denied"));
    Started write = refused.get(1);
    assertThat(write.err(), write.code(), equalTo(70));
    assertThat(write.err(), containsString("access denied"));
  }

  @Test
  void theHostAndTheUserComeFromHadoopsOwnConfiguration() throws Exception {
    Path configuration = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        configuration.resolve("core-site.xml"),
        "<configuration><property><name>fs.defaultFS</name><value>"
            + server.address()
            + "</value></property></configuration>");
    HdfsClient root = new HdfsClient(server.options());
    org.apache.hadoop.fs.Path home = HdfsClient.path(at("/editor"));
    root.ask(home, files -> files.mkdirs(home));
    root.ask(
        home,
        files -> {
          files.setOwner(home, "editor", "editor");
          return home;
        });
    Started started =
        OwnJvm.start(
                Map.of("HADOOP_CONF_DIR", configuration.toString(), "HADOOP_USER_NAME", "editor"),
                List.of(List.of("local", "--input=hdfs:///in", "--output=hdfs:///editor/out")))
            .get(0);
    assertThat(started.err(), started.code(), equalTo(0));
    assertThat(manifest("/editor/out").totals().get("articles"), equalTo(8L));
    org.apache.hadoop.fs.Path manifest = HdfsClient.path(at("/editor/out/run.json"));
    assertThat(
        root.<String>ask(manifest, files -> files.getFileStatus(manifest).getOwner()),
        equalTo("editor"));
  }

  @Test
  void withoutItsJarAnAddressSaysWhatIsMissing() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("hadoop") && !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    for (List<String> arguments :
        List.of(
            List.of("local", "--input=hdfs://127.0.0.1:9/in"),
            List.of("local", "--output=hdfs://127.0.0.1:9/out"),
            List.of("cat", "hdfs://127.0.0.1:9/out"))) {
      Started process = OwnJvm.start(classPath, arguments);
      String said = process.err();
      assertThat(said, process.code(), equalTo(64));
      assertThat(said, containsString("newsfold-hdfs.jar"));
      assertThat(said.lines().count(), equalTo(1L));
    }
  }

  @Test
  void aStoreThatNobodyKnowsIsSaid() {
    Started refused = Started.with("local", "--input=ftp://host/in");
    assertThat(refused.err(), refused.code(), equalTo(64));
    assertThat(refused.err(), containsString("gs://, hdfs://, s3://"));
    Started cat = Started.with("cat", "ftp://host/in");
    assertThat(cat.err(), cat.code(), equalTo(64));
  }

  @Test
  void optionsCarryTheConfigurationButNoPasswords() {
    Configuration found = new Configuration(false);
    found.set("dfs.nameservices", "news");
    found.set("fs.s3a.secret.key", "hush");
    found.set("ssl.server.keystore.password", "hush");
    PipelineOptions options = PipelineOptionsFactory.create();
    HadoopFileSystemOptions hadoop = options.as(HadoopFileSystemOptions.class);
    hadoop.setHdfsConfiguration(List.of(found));
    HdfsClient.setUp(options);
    Configuration carried = hadoop.getHdfsConfiguration().get(0);
    assertThat(carried.get("dfs.nameservices"), equalTo("news"));
    assertThat(carried.get("fs.defaultFS"), equalTo("hdfs:///"));
    assertThat(options.toString() + carried.getValByRegex(".*"), not(containsString("hush")));
  }

  private List<String> listed(String input) throws IOException {
    String root = at("/named/");
    try (Stream<dev.newsfold.captures.InputEntry> entries =
        Stores.of(server.options()).inputs().list(List.of(at(input)))) {
      return entries.map(entry -> entry.file().location().substring(root.length())).toList();
    }
  }

  @Override
  protected TestStore store() {
    return new TestStore(folder, server.address(), server::put, server.options(), List.of());
  }
}
