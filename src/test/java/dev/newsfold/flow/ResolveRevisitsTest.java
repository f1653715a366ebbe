package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.WarcText;
import dev.newsfold.records.Capture;
import dev.newsfold.records.InputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisit records whose pages lie in other files. */
class ResolveRevisitsTest {
  private static final String NOT_MODIFIED =
      "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified\r\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, true, 2", "4096, true, 2", "100000000, true, 0", "1, false, 2"})
  void aRevisitIsThePageThatItRepeatsWhereverThatLies(long partBytes, boolean gzip, int shards)
      throws IOException {
    List<InputFileRef> files = new ArrayList<>();
    files.add(
        write(
            "a",
            gzip,
            revisit("20", "1", "WARC-Refers-To: <urn:x:new>\r\n"),
            revisit("20", "2", "WARC-Payload-Digest: sha1:TWO\r\n"),
            revisit("20", "3", NOT_MODIFIED),
            // Its page was there two times before, and once later.
            revisit("20", "4", NOT_MODIFIED),
            // Nobody has its page.
            revisit("20", "5", "WARC-Payload-Digest: sha1:MISSING\r\n"),
            // What was captured later than this may have changed.
            revisit("10", "6", NOT_MODIFIED),
            revisit("20", "7", "WARC-Refers-To: <urn:x:image>\r\n")));
    files.add(
        write(
            "b",
            gzip,
            page("18", "9", "WARC-Record-ID: <urn:x:new>\r\n", "one"),
            page("18", "9", "WARC-Payload-Digest: sha1:TWO\r\n", "two"),
            page("18", "3", "", "three"),
            page("11", "4", "", "four, old"),
            page("15", "4", "", "four"),
            page("11", "6", "", "six")));
    files.add(
        write(
            "c",
            gzip,
            page("21", "4", "", "four, later"),
            image("WARC-Record-ID: <urn:x:image>\r\n"),
            // Its page comes after it, in its own file.
            revisit("22", "8", "WARC-Refers-To: <urn:x:late>\r\n"),
            page("23", "9", "WARC-Record-ID: <urn:x:late>\r\n", "eight")));

    Grouping grouping = shards == 0 ? Grouping.BY_KEY : Grouping.inShards(shards);
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    PCollection<RawUnionValue> read =
        pipeline
            .apply(Create.of(files).withCoder(new InputFileRefCoder()))
            .apply(ReadCaptures.within(ReadLimits.DEFAULT).inParts(grouping, partBytes));
    PCollection<RawUnionValue> resolved =
        Readings.clues(read).apply(ResolveRevisits.with(ReadLimits.DEFAULT, grouping));
    PAssert.that(Readings.captures(resolved))
        .satisfies(
            captures -> {
              Map<String, String> texts = new TreeMap<>();
              for (Capture capture : captures) {
                String text =
                    StandardCharsets.UTF_8.decode(capture.getPayload().duplicate()).toString();
                texts.put(capture.getOrigin().getFile() + ' ' + capture.getUrl(), text);
              }
              String a = "a http://a.example/";
              assertThat(
                  texts,
                  equalTo(
                      new TreeMap<>(
                          Map.of(
                              a + "1",
                              "<p>one",
                              a + "2",
                              "<p>two",
                              a + "3",
                              "<p>three",
                              a + "4",
                              "<p>four",
                              "c http://a.example/8",
                              "<p>eight"))));
              return null;
            });
    PAssert.that(
            PCollectionList.of(
                    Readings.ledger(
                        PCollectionList.of(read)
                            .and(resolved)
                            .apply("All", Flatten.pCollections())))
                .apply(SumLedger.with(grouping)))
        .satisfies(
            rows -> {
              Map<String, Map<String, Long>> skips = new TreeMap<>();
              for (InputFile row : rows) {
                skips.put(row.getPath(), row.getSkips());
                // What is no skip is a capture that has not been parsed yet.
                assertThat(row.getPath(), Ledger.unexplained(row), equalTo(pagesIn(row.getPath())));
              }
              assertThat(skips.get("a"), equalTo(Map.of("revisit", 3L)));
              assertThat(skips.get("b"), equalTo(Map.of()));
              assertThat(skips.get("c"), equalTo(Map.of("image", 1L)));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static long pagesIn(String file) {
    return switch (file) {
      case "a" -> 4;
      case "b" -> 6;
      default -> 3;
    };
  }

  private InputFileRef write(String name, boolean gzip, String... records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String record : records) {
      byte[] plain = record.getBytes(StandardCharsets.UTF_8);
      if (gzip) {
        try (GZIPOutputStream member = new GZIPOutputStream(bytes)) {
          member.write(plain);
        }
      } else {
        bytes.write(plain);
      }
    }
    Path file = Files.write(folder.resolve(name), bytes.toByteArray());
    return new InputFileRef(file.toUri().toString(), name);
  }

  private static String revisit(String day, String page, String fields) {
    return WarcText.record("revisit", page, day, fields, "HTTP/1.1 200 OK\r\n\r\n");
  }

  private static String page(String day, String page, String fields, String text) {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    return WarcText.record("response", page, day, fields, head + "<p>" + text);
  }

  private static String image(String fields) {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n";
    return WarcText.record("response", "image", "18", fields, head + "png");
  }
}
