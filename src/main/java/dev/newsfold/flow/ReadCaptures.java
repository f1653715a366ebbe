package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads the captures that files, gzip and WARC archives hold. What cannot be read becomes a
 * rejection, what is no page a skip in the ledger; both count in {@code InputFile.captures}.
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
    return new ReadCaptures(new ReadFn(limits.maxPageBytes(), limits.maxFileBytes()));
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

    private ReadFn(long maxPageBytes, long maxFileBytes) {
      this.maxPageBytes = maxPageBytes;
      this.maxFileBytes = maxFileBytes;
    }

    @ProcessElement
    public void process(@Element InputFileRef file, MultiOutputReceiver out) {
      ReadLimits limits =
          ReadLimits.DEFAULT.withMaxPageBytes(maxPageBytes).withMaxFileBytes(maxFileBytes);
      Map<String, Long> skips = new HashMap<>();
      FileFacts facts =
          new CaptureReader(limits, InputOpener.local())
              .read(
                  file,
                  new CaptureOutput() {
                    @Override
                    public void capture(Capture capture) {
                      out.get(CAPTURES).output(capture);
                    }

                    @Override
                    public void reject(Rejection rejection) {
                      Counters.captureDone();
                      Rejected.reject(rejection, out);
                    }

                    @Override
                    public void skip(SkipKind kind) {
                      Counters.captureDone();
                      skips.merge(kind.label(), 1L, Long::sum);
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
    }
  }
}
