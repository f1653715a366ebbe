package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.Headline;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Datasets without partitions are written by several keys. A key's records fill one file, as they
 * are few, so that there are as many files as keys.
 */
class WriteRecordsTest {
  private static final int COUNT = 200;
  private static final int SHARDS = 4;

  @TempDir Path folder;

  /** Records of a dataset; the last is there twice. */
  private record Case(Dataset dataset, IntFunction<SpecificRecord> record) {
    List<SpecificRecord> records() {
      return Stream.concat(IntStream.range(0, COUNT).boxed(), Stream.of(COUNT - 1))
          .map(record::apply)
          .toList();
    }

    @Override
    public String toString() {
      return dataset.folder();
    }
  }

  private static Stream<Case> cases() {
    return Stream.of(
        new Case(Dataset.HEADLINES, WriteRecordsTest::headline),
        new Case(Dataset.REJECTIONS, WriteRecordsTest::rejection),
        new Case(Dataset.LEDGER, i -> Ledger.of("/in/pages-" + i + ".warc.gz").build()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onFlinkSeveralKeysWriteTheSameRecords(Case written) throws IOException {
    FlinkPipelineOptions flink = PipelineOptionsFactory.create().as(FlinkPipelineOptions.class);
    flink.setRunner(FlinkRunner.class);
    flink.setFlinkMaster("[local]");
    flink.setParallelism(2);
    run(written, 1, flink, Grouping.BY_KEY.writtenIn(SHARDS), folder);
    check(written, folder, SHARDS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStreamWritesByTheSameKeys(Case written) throws IOException {
    Pipeline pipeline = Pipeline.create();
    Coders.register(pipeline);
    created(pipeline, written, 1)
        .apply(EncodeRecords.of(written.dataset, Grouping.BY_KEY.writtenIn(SHARDS)))
        .apply(WriteLive.to(folder.toString(), Duration.ofSeconds(1)));
    pipeline.run().waitUntilFinish();
    check(written, folder, SHARDS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSameKeysMakeTheSameFilesInAnyOrder(Case written) throws IOException {
    Grouping grouping = Grouping.inShards(3).writtenIn(SHARDS);
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    run(written, 1, PipelineOptionsFactory.create(), grouping, one);
    run(written, 2, PipelineOptionsFactory.create(), grouping, other);
    check(written, one, SHARDS);
    assertThat(
        files(other).stream().map(other::relativize).toList(),
        equalTo(files(one).stream().map(one::relativize).toList()));
  }

  private static void run(
      Case written, long order, PipelineOptions options, Grouping grouping, Path folder) {
    Pipeline pipeline = Pipeline.create(options);
    Coders.register(pipeline);
    created(pipeline, written, order)
        .apply(EncodeRecords.of(written.dataset, grouping))
        .apply(WriteRecords.to(folder.toString(), grouping));
    pipeline.run().waitUntilFinish();
  }

  private static PCollection<SpecificRecord> created(Pipeline pipeline, Case written, long order) {
    List<SpecificRecord> records = new ArrayList<>(written.records());
    Collections.shuffle(records, new Random(order));
    return pipeline.apply(Create.of(records).withCoder(coder(written.dataset)));
  }

  @SuppressWarnings("unchecked") // the records of a case are of its dataset's class
  private static AvroCoder<SpecificRecord> coder(Dataset dataset) {
    return (AvroCoder<SpecificRecord>) AvroCoder.specific(typeOf(dataset));
  }

  private static Class<? extends SpecificRecord> typeOf(Dataset dataset) {
    Class<?> type = SpecificData.get().getClass(dataset.schema());
    return type.asSubclass(SpecificRecord.class);
  }

  private static void check(Case written, Path folder, int keys) throws IOException {
    List<Path> files = files(folder);
    assertThat(files.toString(), files, hasSize(keys));
    List<SpecificRecord> read = new ArrayList<>();
    for (Path file : files) {
      AvroFiles.read(file, typeOf(written.dataset), read::add);
    }
    assertThat(read, containsInAnyOrder(written.records().toArray()));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(path -> path.toString().endsWith(".avro")).sorted().toList();
    }
  }

  private static Headline headline(int number) {
    return Headline.newBuilder()
        .setHeadlineKey("湖滨第" + number + "座桥通车")
        .setHeadline("湖滨第" + number + "座桥通车")
        .setPages(1)
        .setSites(1)
        .build();
  }

  private static Rejection rejection(int number) {
    return Rejection.newBuilder()
        .setOrigin(Origin.newBuilder().setFile("a.warc.gz").setOffset(number * 512L).build())
        .setStage(Stage.PARSE)
        .setReason(Reason.NOT_ARTICLE)
        .setMessage("no article")
        .build();
  }
}
