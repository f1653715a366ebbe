package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.EncodedRecord;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records leave together with others of their file, and none is lost or told twice. */
class GatherRecordsTest {
  @TempDir Path folder;

  /** What is asked of what has left; a pipeline carries it. */
  private interface Check extends Consumer<List<KV<String, RawUnionValue>>>, Serializable {}

  /** The record of a number, under its key; a pipeline carries it. */
  private interface Records extends IntFunction<KV<String, EncodedRecord>>, Serializable {}

  @Test
  void recordsOfFewFilesLeaveInFewPieces() {
    int of = 3;
    int size = 100;
    int count = 9_000;
    int pieces = count * size / GatherRecords.FULL + of;
    check(
        count,
        i -> KV.of("file" + i % of, record(i, size)),
        left -> {
          assertThat(left.size(), lessThanOrEqualTo(pieces));
          for (KV<String, RawUnionValue> piece : left) {
            int bytes =
                GatherRecords.records(piece.getValue()).stream()
                    .mapToInt(r -> r.bytes().length)
                    .sum();
            assertThat(bytes, lessThan(GatherRecords.FULL + size));
          }
        });
  }

  @Test
  void allThatIsHeldLeavesWhenItIsTooMuch() {
    int size = 1 << 14;
    int files = (int) (GatherRecords.MOST / size) + 100;
    // Each file has a record ahead of the point where all leave, and one behind it.
    check(
        2 * files,
        i -> KV.of("file" + i % files, record(i, size)),
        left -> assertThat(left.size(), greaterThan(files)));
  }

  @Test
  void aLargeRecordIsWrittenAtOnceAndItsFileHandedOn() throws IOException {
    String key = WriteKey.of(Dataset.REJECTIONS, large(), 1, "").text();
    String root = folder.toString();
    run(
        3,
        i -> KV.of(key, i == 1 ? EncodedRecord.of(Dataset.REJECTIONS, large()) : record(i, 100)),
        left -> {
          List<StagedFile> files = new ArrayList<>();
          List<EncodedRecord> small = new ArrayList<>();
          for (KV<String, RawUnionValue> piece : left) {
            assertThat(piece.getKey(), equalTo(key));
            StagedFile file = GatherRecords.file(piece.getValue());
            if (file != null) {
              files.add(file);
            }
            small.addAll(GatherRecords.records(piece.getValue()));
          }
          assertThat(small, containsInAnyOrder(record(0, 100), record(2, 100)));
          assertThat(files, hasSize(1));
          List<Rejection> read = new ArrayList<>();
          try {
            AvroFiles.read(Path.of(root, files.get(0).getPath()), Rejection.class, read::add);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          assertThat(read, equalTo(List.of(large())));
        });
  }

  /** Sends a bundle of records, and compares those of each key with what was sent. */
  private void check(int count, Records records, Check more) {
    Map<String, List<String>> wanted = new TreeMap<>();
    IntStream.range(0, count)
        .mapToObj(records)
        .forEach(
            kv ->
                wanted
                    .computeIfAbsent(kv.getKey(), key -> new ArrayList<>())
                    .add(kv.getValue().order()));
    run(
        count,
        records,
        left -> {
          Map<String, List<String>> found = new TreeMap<>();
          for (KV<String, RawUnionValue> piece : left) {
            List<String> orders = found.computeIfAbsent(piece.getKey(), key -> new ArrayList<>());
            GatherRecords.records(piece.getValue()).forEach(r -> orders.add(r.order()));
          }
          found.values().forEach(orders -> orders.sort(null));
          wanted.values().forEach(orders -> orders.sort(null));
          assertThat(found, equalTo(wanted));
          more.accept(left);
        });
  }

  private void run(int count, Records records, Check check) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    PCollection<KV<String, RawUnionValue>> gathered =
        pipeline
            .apply(Create.of(count))
            // Of one element, so that all are in one bundle.
            .apply(ParDo.of(new MakeFn(records)))
            .setCoder(EncodeRecords.CODER)
            .apply(ParDo.of(new GatherRecords(folder.toString())))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), GatherRecords.GATHERED));
    PAssert.that(gathered)
        .satisfies(
            all -> {
              check.accept(StreamSupport.stream(all.spliterator(), false).toList());
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static Rejection large() {
    return Rejection.newBuilder()
        .setOrigin(Origin.newBuilder().setFile("a.warc.gz").setOffset(0L).build())
        .setStage(Stage.PARSE)
        .setReason(Reason.NOT_ARTICLE)
        .setMessage("long ".repeat(300_000))
        .build();
  }

  private static EncodedRecord record(int number, int size) {
    return new EncodedRecord(Integer.toString(number), false, new byte[size]);
  }

  private static final class MakeFn extends DoFn<Integer, KV<String, EncodedRecord>> {
    private final Records records;

    private MakeFn(Records records) {
      this.records = records;
    }

    @ProcessElement
    public void process(@Element Integer count, OutputReceiver<KV<String, EncodedRecord>> out) {
      // Each is later than the one before, whose piece may leave while it comes.
      for (int i = 0; i < count; i++) {
        out.outputWithTimestamp(records.apply(i), BoundedWindow.TIMESTAMP_MIN_VALUE.plus(i));
      }
    }
  }
}
