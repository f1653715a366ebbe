package dev.newsfold.flow;

import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.captures.warc.Clue;
import dev.newsfold.stores.Stores;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Takes up the names that {@link KeepClues} kept of all parts of a dump. They are put in groups
 * anew, since another run may have read a part at another parallelism.
 */
public final class RecallClues extends PTransform<PBegin, PCollection<KV<String, FileClues>>> {
  private final List<String> files;
  private final Grouping grouping;

  private RecallClues(List<String> files, Grouping grouping) {
    this.files = List.copyOf(files);
    this.grouping = grouping;
  }

  /** Reads files at these addresses. */
  public static RecallClues of(List<String> files, Grouping grouping) {
    return new RecallClues(files, grouping);
  }

  @Override
  public PCollection<KV<String, FileClues>> expand(PBegin begin) {
    return begin
        .apply("Files", Create.of(files).withCoder(StringUtf8Coder.of()))
        .apply("Spread", Reshuffle.<String>viaRandomKey().withNumBuckets(grouping.buckets()))
        .apply("Read", ParDo.of(new ReadFn(grouping.buckets())))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), new FileCluesCoder()));
  }

  private static final class ReadFn extends DoFn<String, KV<String, FileClues>> {
    private final int groups;

    private ReadFn(int groups) {
      this.groups = groups;
    }

    @ProcessElement
    public void process(
        @Element String file, PipelineOptions options, OutputReceiver<KV<String, FileClues>> out)
        throws IOException {
      int slash = file.lastIndexOf('/');
      FileCluesCoder coder = new FileCluesCoder();
      try (InputStream in =
          new BufferedInputStream(
              Stores.of(options)
                  .folder(file.substring(0, slash))
                  .open(file.substring(slash + 1)))) {
        while (hasMore(in)) {
          FileClues clues = coder.decode(in);
          SortClues sorted =
              new SortClues(clues.file(), groups, (group, some) -> out.output(KV.of(group, some)));
          for (Clue clue : clues.clues()) {
            sorted.take(clues.format(), clue);
          }
          sorted.finish();
        }
      }
    }

    private static boolean hasMore(InputStream in) throws IOException {
      in.mark(1);
      boolean more = in.read() >= 0;
      in.reset();
      return more;
    }
  }
}
