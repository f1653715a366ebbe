package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rejection passes once; each further delivery is an entry of the ledger, and nothing else. */
class SetAsideRepeatsTest {
  private static final Duration RETENTION = Duration.ofHours(1);

  private static final Rejection BROKEN = rejection("a.warc.gz", 0, Reason.WARC_MALFORMED, "<ht");
  private static final Rejection BESIDE = rejection("a.warc.gz", 9, Reason.WARC_MALFORMED, "<ht");
  private static final Rejection IN_OTHER = rejection("b.warc.gz", 0, Reason.NOT_HTML, "%PDF");

  @Test
  void aDeliveryThatIsRepeatedCountsAsSkippedInItsFile() {
    check(
        of(List.of(BROKEN, IN_OTHER, BROKEN, BROKEN)),
        List.of(BROKEN, IN_OTHER),
        List.of(repeatIn("a.warc.gz"), repeatIn("a.warc.gz")));
  }

  @Test
  void whatDiffersInOneFieldIsNoRepetition() {
    Rejection otherReason = Rejection.newBuilder(BROKEN).setReason(Reason.EMPTY).build();
    Rejection otherBytes = rejection("a.warc.gz", 0, Reason.WARC_MALFORMED, "<hr");
    Rejection otherUrl = Rejection.newBuilder(BROKEN).setUrl("http://a.example/").build();
    List<Rejection> all = List.of(BROKEN, BESIDE, IN_OTHER, otherReason, otherBytes, otherUrl);
    check(of(all), all, List.of());
  }

  @ParameterizedTest(name = "shuffled by {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void orderAndBatchesOfArrivalDoNotMatter(int seed) {
    Random random = new Random(seed);
    List<Rejection> once = new ArrayList<>(List.of(BROKEN, BESIDE, IN_OTHER));
    for (int i = 1; i < 20; i++) {
      once.add(rejection("c" + i % 4 + ".warc.gz", i, Reason.NOT_ARTICLE, "<p>" + i % 3));
    }
    List<Rejection> deliveries = new ArrayList<>(once);
    List<InputFile> repeats = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      // Of the same few every time, so that no seed has other repetitions.
      Rejection again = once.get(i * 7 % once.size());
      deliveries.add(again);
      repeats.add(repeatIn(again.getOrigin().getFile()));
    }
    Collections.shuffle(deliveries, random);
    TestStream.Builder<Rejection> stream = TestStream.create(AvroCoder.specific(Rejection.class));
    while (!deliveries.isEmpty()) {
      List<Rejection> batch =
          deliveries.subList(0, Math.min(deliveries.size(), 1 + random.nextInt(8)));
      stream = add(stream, batch).advanceProcessingTime(org.joda.time.Duration.millis(1));
      batch.clear();
    }
    check(stream.advanceWatermarkToInfinity(), once, repeats);
  }

  @Test
  void aRejectionIsRememberedForAsLongAsRetentionSaysAfterItWasLastMet() {
    TestStream<Rejection> stream =
        later(later(later(start(BROKEN), 0.6, BROKEN), 0.6, BROKEN), 1.1, BROKEN)
            .advanceWatermarkToInfinity();
    check(stream, List.of(BROKEN, BROKEN), List.of(repeatIn("a.warc.gz"), repeatIn("a.warc.gz")));
  }

  private static TestStream.Builder<Rejection> start(Rejection rejection) {
    return TestStream.create(AvroCoder.specific(Rejection.class)).addElements(rejection);
  }

  /** Delivers one after a share of the retention. */
  private static TestStream.Builder<Rejection> later(
      TestStream.Builder<Rejection> stream, double retentions, Rejection rejection) {
    return stream
        .advanceProcessingTime(
            org.joda.time.Duration.millis((long) (retentions * RETENTION.toMillis())))
        .addElements(rejection);
  }

  private static TestStream.Builder<Rejection> add(
      TestStream.Builder<Rejection> stream, List<Rejection> batch) {
    return stream.addElements(
        batch.get(0), batch.subList(1, batch.size()).toArray(new Rejection[0]));
  }

  private static Create.Values<Rejection> of(List<Rejection> deliveries) {
    return Create.of(deliveries).withCoder(AvroCoder.specific(Rejection.class));
  }

  private static void check(
      PTransform<PBegin, PCollection<Rejection>> deliveries,
      List<Rejection> passed,
      List<InputFile> repeats) {
    // It also sees to it that each assertion was met, and not just never reached.
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    PCollectionTuple met =
        pipeline
            .apply("Deliveries", deliveries)
            .apply("SetAsideRepeats", SetAsideRepeats.within(RETENTION));
    PAssert.that("passed", words("Passed", met.get(Rejected.REJECTIONS)))
        .containsInAnyOrder(words(passed));
    PAssert.that("repeats", words("Again", met.get(SetAsideRepeats.LEDGER)))
        .containsInAnyOrder(words(repeats));
    pipeline.run().waitUntilFinish();
  }

  private static PCollection<String> words(
      String name, PCollection<? extends SpecificRecord> records) {
    return records.apply(
        name, MapElements.into(TypeDescriptors.strings()).via(SpecificRecord::toString));
  }

  private static List<String> words(List<? extends SpecificRecord> records) {
    return records.stream().map(SpecificRecord::toString).toList();
  }

  private static InputFile repeatIn(String file) {
    return Ledger.of(file).setSkips(Map.of(Ledger.REDELIVERED, 1L)).build();
  }

  private static Rejection rejection(String file, long offset, Reason reason, String payload) {
    return Rejection.newBuilder()
        .setOrigin(Origin.newBuilder().setFile(file).setOffset(offset).build())
        .setStage(Stage.READ)
        .setReason(reason)
        .setMessage("at " + offset)
        .setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)))
        .build();
  }
}
