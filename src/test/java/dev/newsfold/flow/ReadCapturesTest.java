package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.CollectedCaptures;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.WarcText;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.captures.containers.InventedArchive;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Capture;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.PageSightings;
import dev.newsfold.records.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Distinct;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files read in parts give what they give when each is read whole. */
class ReadCapturesTest {
  private static final Grouping GROUPING = Grouping.inShards(2);

  @Test
  void partsGiveWhatTheWholeGives(@TempDir Path folder) throws IOException {
    Whole whole = new Whole();
    List<InputFileRef> files = new ArrayList<>();
    for (InventedArchive.Kind kind : InventedArchive.Kind.values()) {
      for (int seed = 0; seed < 3; seed++) {
        files.add(
            write(folder, seed + "-" + kind + kind.fileName(), InventedArchive.of(kind, seed)));
      }
    }
    files.add(write(folder, "page.html", "<html><p>a page".getBytes("UTF-8")));
    // Pages from some size on are read in a bundle of their own.
    files.add(write(folder, "large.html", ("<html><p>" + "long".repeat(80_000)).getBytes("UTF-8")));
    byte[] packed = gzip("<html><p>a packed page".getBytes("UTF-8"));
    files.add(write(folder, "packed.html.gz", packed));
    files.add(write(folder, "cut.html.gz", Arrays.copyOf(packed, packed.length - 5)));
    files.add(
        write(
            folder,
            "rows.jsonl",
            "{\"url\":\"http://a.example/\",\"html\":\"<p>row\"}\n".getBytes("UTF-8")));
    files.add(write(folder, "notes.html", "no markup at all".getBytes("UTF-8")));
    files.add(write(folder, "feed.xml", "<rss><channel/></rss>".getBytes("UTF-8")));
    files.add(write(folder, "empty.warc", new byte[0]));
    files.add(write(folder, "blank.warc", "\n\n".getBytes("UTF-8")));
    files.add(new InputFileRef(folder.resolve("missing").toUri().toString(), "missing"));
    files.forEach(whole::read);
    // More records than the DirectRunner lets a bundle have.
    assertThat(whole.captures.size(), greaterThan(100));

    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    PCollection<RawUnionValue> read =
        pipeline
            .apply(Create.of(files).withCoder(new InputFileRefCoder()))
            .apply(ReadCaptures.within(ReadLimits.DEFAULT).inParts(GROUPING, 4096));
    PAssert.that(Readings.captures(read)).containsInAnyOrder(whole.captures);
    PAssert.that(Readings.rejections(read)).containsInAnyOrder(whole.rejections);
    PAssert.that(PCollectionList.of(Readings.ledger(read)).apply(SumLedger.with(GROUPING)))
        .containsInAnyOrder(whole.ledger);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aPageThatIsParsedWhereItIsReadGoesNoFurther(@TempDir Path folder) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    String page =
        "<title>The lake is full</title><h1>The lake is full again after long rain</h1>"
            + "<p>The water stood at the second step of the harbour wall on Monday morning, said"
            + " the keeper of the lock, and it is to rise for another two days at least.";
    String archive =
        WarcText.record("response", "1", "01", "", head + page)
            + WarcText.record("response", "2", "01", "", head);
    List<InputFileRef> files =
        List.of(
            write(folder, "pages.warc", archive.getBytes("UTF-8")),
            write(folder, "page.html", page.getBytes("UTF-8")));
    ParseSettings settings =
        new ParseSettings(ZoneOffset.UTC, Instant.parse("2026-11-01T00:00:00Z"), SiteRules.NONE);
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    PCollection<RawUnionValue> read =
        pipeline
            .apply(Create.of(files).withCoder(new InputFileRefCoder()))
            .apply(ReadCaptures.within(ReadLimits.DEFAULT).parsing(settings).inParts(GROUPING));
    PAssert.that(Readings.captures(read)).empty();
    PAssert.that(
            Readings.articles(read)
                .apply(
                    "Files",
                    MapElements.into(TypeDescriptors.strings())
                        .via(article -> article.getOrigin().getFile())))
        .containsInAnyOrder("pages.warc", "page.html");
    PAssert.thatSingleton(Readings.rejections(read).apply("Rejected", Count.globally()))
        .isEqualTo(1L);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void headlinesSeenAreTalliedWhereTheyAreReadAsSingleOnesAreLater(@TempDir Path folder)
      throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    StringBuilder archive = new StringBuilder();
    List<InputFileRef> files = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      archive.append(WarcText.record("response", "1/" + i, "01", "", head + pageWithList(i)));
      files.add(write(folder, i + ".html", pageWithList(100 + i).getBytes("UTF-8")));
    }
    files.add(write(folder, "pages.warc", archive.toString().getBytes("UTF-8")));
    ParseSettings settings =
        new ParseSettings(ZoneOffset.UTC, Instant.parse("2026-11-01T00:00:00Z"), SiteRules.NONE);
    ReadCaptures pages = ReadCaptures.within(ReadLimits.DEFAULT).parsing(settings);
    for (Grouping grouping : List.of(GROUPING, Grouping.BY_KEY)) {
      TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
      Coders.register(pipeline);
      PCollection<InputFileRef> refs =
          pipeline.apply(Create.of(files).withCoder(new InputFileRefCoder()));
      PCollection<HeadlineTally> single =
          Readings.sightings(refs.apply("Read", pages.inParts(grouping, 4096)))
              .apply("Each", Readings.eachSighting())
              .apply("OfEach", TallyHeadlines.ofSightings())
              .apply("Single", TallyHeadlines.with(grouping));
      PCollection<RawUnionValue> read =
          refs.apply("ReadTallying", pages.tallying().inParts(grouping, 4096));
      PAssert.that(
              read.apply(
                  "OfPages", Filter.by(reading -> reading.getValue() instanceof PageSightings)))
          .empty();
      PCollection<HeadlineTally> together =
          Readings.tallies(read).apply("Together", TallyHeadlines.with(grouping));
      PAssert.that(
              together.apply(
                  "Pages",
                  MapElements.into(TypeDescriptors.integers())
                      .via(tally -> tally.getPages().size())))
          .containsInAnyOrder(80, 80, 80);
      PAssert.that(
              PCollectionList.of(told(single, "Single"))
                  .and(told(together, "Together"))
                  .apply("Both", Flatten.pCollections())
                  .apply("Alike", Count.perElement())
                  .apply("Times", Values.create())
                  .apply("Different", Distinct.create()))
          .containsInAnyOrder(2L);
      pipeline.run().waitUntilFinish();
    }
  }

  private static PCollection<String> told(PCollection<HeadlineTally> tallies, String name) {
    return tallies.apply(
        "Tell" + name,
        MapElements.into(TypeDescriptors.strings())
            .via(
                tally -> {
                  String spellings = new TreeMap<>(tally.getSpellings()).toString();
                  return spellings + HeadlineTally.newBuilder(tally).setSpellings(Map.of()).build();
                }));
  }

  private static String pageWithList(int number) {
    return "<title>The lake is full</title><h1>The lake is full again after long rain</h1>"
        + "<p>The water stood at the second step of the harbour wall on day "
        + number
        + ", said the keeper of the lock, and it is to rise for another two days at least.</p>"
        + "<h3>Most read</h3><ul><li><a href='/1.html'>The harbour wall has a new crack</a>"
        + "<li><a href='/2.html'>The keeper of the lock retires in May</a>"
        + "<li><a href='/3.html'>Two boats for sale at the northern pier</a></ul>";
  }

  @Test
  void aPartIsABundleHoweverManyRecordsItHas(@TempDir Path folder) throws IOException {
    StringBuilder archive = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      archive.append(WarcText.record("resource", "page" + i, "01", "", "<html><p>a page"));
    }
    InputFileRef file = write(folder, "pages.warc", archive.toString().getBytes("UTF-8"));
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    PCollection<Capture> captures =
        Readings.captures(
            pipeline
                .apply(Create.of(file).withCoder(new InputFileRefCoder()))
                .apply(ReadCaptures.within(ReadLimits.DEFAULT).inParts(GROUPING)));
    captures.apply("Bundles", ParDo.of(new BundleCount<>())).setCoder(captures.getCoder());
    PAssert.thatSingleton(captures.apply("Count", Count.globally())).isEqualTo(500L);
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    assertThat(BundleCount.of(result), lessThan(5L));
  }

  @Test
  void smallFilesAreReadTogetherUntilABundleIsFull(@TempDir Path folder) throws IOException {
    Random random = new Random(1);
    List<InputFileRef> files = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder page = new StringBuilder("<html><p>");
      while (page.length() < 300_000) {
        page.append((char) ('a' + random.nextInt(16)));
      }
      byte[] packed = gzip(page.toString().getBytes("UTF-8"));
      assertThat(packed.length, lessThan(256 << 10));
      files.add(write(folder, i + ".html.gz", packed));
    }
    checkParts(files.subList(0, 50), true, 0);
    // 16 MB of pages, and one that goes beyond it.
    checkParts(files, true, 60 - (16 << 20) / 300_000 - 1);
    checkParts(files, false, 60);
  }

  /** Divides files of one bundle, and checks how many are left to be read as parts. */
  private static void checkParts(List<InputFileRef> files, boolean bundlesParts, long parts) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    PCollectionTuple divided =
        pipeline
            .apply(Create.of(List.of(files)).withCoder(ListCoder.of(new InputFileRefCoder())))
            .apply(Flatten.iterables())
            .apply(
                ParDo.of(
                        new DivideFiles(
                            ReaderSettings.of(ReadLimits.DEFAULT), 4096, 8, bundlesParts))
                    .withOutputTags(ReadCaptures.PARTS, TupleTagList.of(ReadCaptures.READINGS)));
    PCollection<Capture> captures =
        Readings.captures(divided.get(ReadCaptures.READINGS).setCoder(Readings.CODER));
    PAssert.thatSingleton(divided.get(ReadCaptures.PARTS).apply("Parts", Count.globally()))
        .isEqualTo(parts);
    PAssert.thatSingleton(captures.apply("Count", Count.globally()))
        .isEqualTo(files.size() - parts);
    pipeline.run().waitUntilFinish();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static InputFileRef write(Path folder, String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return new InputFileRef(file.toUri().toString(), name);
  }

  /** What files hold, each read by itself. */
  private static final class Whole {
    private final List<Capture> captures = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<InputFile> ledger = new ArrayList<>();

    private void read(InputFileRef file) {
      CollectedCaptures found = new CollectedCaptures();
      FileFacts facts =
          new CaptureReader(ReadLimits.DEFAULT, InputOpener.local()).read(file, found);
      captures.addAll(found.captures());
      rejections.addAll(found.rejections());
      ledger.add(
          Ledger.of(file.path())
              .setSize(facts.size())
              .setDigest(facts.sha256())
              .setCaptures(facts.captures())
              .setSkips(found.skips())
              .build());
    }
  }
}
