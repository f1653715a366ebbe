package dev.newsfold.flow;

import dev.newsfold.records.Committable;
import dev.newsfold.records.StreamProgress;
import dev.newsfold.sinks.LivePublication;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Adds the files of a stream to its {@code run.json}, and the sums after each firing; one worker
 * does it, a few times a second at most.
 */
public final class PublishLive extends PTransform<PCollection<Committable>, PDone> {
  private static final Duration PAUSE = Duration.millis(500);
  private static final int MOST = 10_000;

  private final PCollection<StreamProgress> progress;
  private final RunLayout layout;

  private PublishLive(PCollection<StreamProgress> progress, RunLayout layout) {
    this.progress = progress;
    this.layout = layout;
  }

  /** Publishes in the output folder of {@code layout}, for the stream that it names. */
  public static PublishLive in(RunLayout layout, PCollection<StreamProgress> progress) {
    return new PublishLive(progress, layout);
  }

  @Override
  public PDone expand(PCollection<Committable> files) {
    PCollectionList.of(files)
        .and(
            progress
                .apply("StableProgress", ParDo.of(new ProgressFn()))
                .setCoder(RecordCoder.of(Committable.class)))
        .apply("Committables", Flatten.pCollections())
        .apply(
            "OneKey", WithKeys.<String, Committable>of("").withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), RecordCoder.of(Committable.class)))
        .apply(
            "Collect",
            GroupIntoBatches.<String, Committable>ofSize(MOST).withMaxBufferingDuration(PAUSE))
        .apply("Publish", ParDo.of(new PublishFn(layout)));
    return PDone.in(files.getPipeline());
  }

  /** Sums that a failure might still change are not published. */
  private static final class ProgressFn extends DoFn<StreamProgress, Committable> {
    @RequiresStableInput
    @ProcessElement
    public void process(@Element StreamProgress progress, OutputReceiver<Committable> out) {
      out.output(Committable.newBuilder().setProgress(progress).build());
    }
  }

  private static final class PublishFn extends DoFn<KV<String, Iterable<Committable>>, Void> {
    private final String output;
    private final String runId;
    private transient @Nullable LivePublication publication;

    private PublishFn(RunLayout layout) {
      this.output = layout.output().address();
      this.runId = layout.runId();
    }

    @Setup
    public void setUp(PipelineOptions options) {
      publication = new LivePublication(new RunLayout(Stores.of(options).folder(output), runId));
    }

    @ProcessElement
    public void process(@Element KV<String, Iterable<Committable>> batch)
        throws IOException, InterruptedException {
      List<Committable> committables = new ArrayList<>();
      batch.getValue().forEach(committables::add);
      Objects.requireNonNull(publication, "set up").add(committables);
    }
  }
}
