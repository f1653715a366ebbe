package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.RowNames;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.records.Capture;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Rejection;
import dev.newsfold.stores.Stores;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads the captures that files, archives and tables hold. What cannot be read becomes a rejection,
 * what is no page a skip in the ledger; both count in {@code InputFile.captures}.
 */
public final class ReadCaptures extends PTransform<PCollection<InputFileRef>, PCollectionTuple> {
  /** The captures. */
  public static final TupleTag<Capture> CAPTURES = new TupleTag<>("captures") {};

  /** One ledger entry a file: its size, digest, number of captures, and skips. */
  public static final TupleTag<InputFile> LEDGER = new TupleTag<>("ledger") {};

  private final ReadFn read;

  private ReadCaptures(ReadFn read) {
    this.read = read;
  }

  /** Reads local files, taking in as much of each as {@code limits} allows. */
  public static ReadCaptures within(ReadLimits limits) {
    return new ReadCaptures(new ReadFn(limits));
  }

  @Override
  public PCollectionTuple expand(PCollection<InputFileRef> files) {
    return files.apply(
        "Read",
        ParDo.of(read).withOutputTags(CAPTURES, TupleTagList.of(LEDGER).and(Rejected.REJECTIONS)));
  }

  private static final class ReadFn extends DoFn<InputFileRef, Capture> {
    private final long maxPageBytes;
    private final long maxFileBytes;
    private final String htmlField;
    private final String urlField;
    private final String timeField;

    private ReadFn(ReadLimits limits) {
      maxPageBytes = limits.maxPageBytes();
      maxFileBytes = limits.maxFileBytes();
      htmlField = limits.rows().html();
      urlField = limits.rows().url();
      timeField = limits.rows().time();
    }

    @ProcessElement
    public void process(
        @Element InputFileRef file, PipelineOptions options, MultiOutputReceiver out) {
      ReadLimits limits =
          ReadLimits.DEFAULT
              .withMaxPageBytes(maxPageBytes)
              .withMaxFileBytes(maxFileBytes)
              .withRows(new RowNames(htmlField, urlField, timeField));
      // What is run again belongs to the file that it was read from first.
      Map<String, Long> elsewhere = new TreeMap<>();
      Map<String, Long> skips = new HashMap<>();
      FileFacts facts =
          new CaptureReader(limits, Stores.of(options).opener())
              .read(
                  file,
                  new CaptureOutput() {
                    @Override
                    public void capture(Capture capture) {
                      note(capture.getOrigin());
                      out.get(CAPTURES).output(capture);
                    }

                    @Override
                    public void reject(Rejection rejection) {
                      note(rejection.getOrigin());
                      Counters.captureDone();
                      Rejected.reject(rejection, out);
                    }

                    @Override
                    public void skip(SkipKind kind) {
                      Counters.captureDone();
                      skips.merge(kind.label(), 1L, Long::sum);
                    }

                    private void note(Origin origin) {
                      if (!origin.getFile().equals(file.path())) {
                        elsewhere.merge(origin.getFile(), 1L, Long::sum);
                      }
                    }
                  });
      Counters.count(Metric.FILES);
      out.get(LEDGER)
          .output(
              Ledger.of(file.path())
                  .setSize(facts.size())
                  .setDigest(facts.sha256())
                  .setCaptures(facts.captures())
                  .setSkips(skips)
                  .build());
      elsewhere.forEach(
          (path, count) -> out.get(LEDGER).output(Ledger.of(path).setCaptures(count).build()));
    }
  }
}
