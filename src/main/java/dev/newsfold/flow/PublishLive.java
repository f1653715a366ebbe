package dev.newsfold.flow;

import dev.newsfold.records.Notice;
import dev.newsfold.records.Pulse;
import dev.newsfold.sinks.LivePublication;
import dev.newsfold.sinks.RunLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
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

/**
 * Adds the files of a stream to its {@code run.json}, and the sums after each firing; one worker
 * does it, a few times a second at most.
 */
public final class PublishLive extends PTransform<PCollectionList<Notice>, PDone> {
  private static final Duration PAUSE = Duration.millis(500);
  private static final int MOST = 10_000;

  private final PCollection<Pulse> pulses;
  private final String output;

  private PublishLive(PCollection<Pulse> pulses, String output) {
    this.pulses = pulses;
    this.output = output;
  }

  /** Publishes in the folder {@code output}. */
  public static PublishLive in(String output, PCollection<Pulse> pulses) {
    return new PublishLive(pulses, output);
  }

  @Override
  public PDone expand(PCollectionList<Notice> files) {
    files
        .and(
            pulses
                .apply("StablePulses", ParDo.of(new PulseFn()))
                .setCoder(AvroCoder.specific(Notice.class)))
        .apply("Notices", Flatten.pCollections())
        .apply("OneKey", WithKeys.<String, Notice>of("").withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), AvroCoder.specific(Notice.class)))
        .apply(
            "Collect",
            GroupIntoBatches.<String, Notice>ofSize(MOST).withMaxBufferingDuration(PAUSE))
        .apply("Publish", ParDo.of(new PublishFn(output)));
    return PDone.in(files.getPipeline());
  }

  /** Sums that a failure might still change are not published. */
  private static final class PulseFn extends DoFn<Pulse, Notice> {
    @RequiresStableInput
    @ProcessElement
    public void process(@Element Pulse pulse, OutputReceiver<Notice> out) {
      out.output(Notice.newBuilder().setPulse(pulse).build());
    }
  }

  private static final class PublishFn extends DoFn<KV<String, Iterable<Notice>>, Void> {
    private final String output;

    private PublishFn(String output) {
      this.output = output;
    }

    @ProcessElement
    public void process(@Element KV<String, Iterable<Notice>> batch)
        throws IOException, InterruptedException {
      List<Notice> notices = new ArrayList<>();
      batch.getValue().forEach(notices::add);
      LivePublication.add(new RunLayout(Path.of(output), ""), notices);
    }
  }
}
