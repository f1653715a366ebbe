package dev.newsfold.flow;

import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.containers.FilePart;
import dev.newsfold.parse.ParseSettings;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Reads the captures that files, archives and tables hold, parses them if it is asked to, and gives
 * what is to be told beside them: see {@link Readings}. What cannot be read becomes a rejection,
 * what is no page a skip in the ledger; both count in {@code InputFile.captures}.
 *
 * <p>A batch divides WARC and ARC files in parts, which all workers read; the records are the same.
 * A stream reads each file whole: there are other files for the other workers.
 */
public final class ReadCaptures
    extends PTransform<PCollection<InputFileRef>, PCollection<RawUnionValue>> {
  static final TupleTag<FilePart> PARTS = new TupleTag<>("parts") {};

  /** What is read where files are divided: what is no worth a part. */
  static final TupleTag<RawUnionValue> READINGS = new TupleTag<>("readings") {};

  /** A part is worth the way to another worker. */
  private static final long PART_BYTES = 2 << 20;

  private final ReaderSettings settings;
  private final @Nullable Grouping grouping;
  private final long partBytes;

  private ReadCaptures(ReaderSettings settings, @Nullable Grouping grouping, long partBytes) {
    this.settings = settings;
    this.grouping = grouping;
    this.partBytes = partBytes;
  }

  /** Reads local files, each whole, taking in as much of each as {@code limits} allows. */
  public static ReadCaptures within(ReadLimits limits) {
    return new ReadCaptures(ReaderSettings.of(limits), null, PART_BYTES);
  }

  /** The same, each capture parsed where it is read. */
  public ReadCaptures parsing(ParseSettings parse) {
    return new ReadCaptures(settings.parsing(parse), grouping, partBytes);
  }

  /** The same, with headlines seen told as {@link Readings#tallies}, not as sightings. */
  public ReadCaptures tallying() {
    return new ReadCaptures(settings.tallying(), grouping, partBytes);
  }

  /** The same in parts; as many as are worth while where work is dealt out so. */
  public ReadCaptures inParts(Grouping dealt) {
    return inParts(dealt, PART_BYTES);
  }

  /** The same in parts of about this size, or larger ones. */
  ReadCaptures inParts(Grouping dealt, long bytes) {
    return new ReadCaptures(settings, dealt, bytes);
  }

  @Override
  public PCollection<RawUnionValue> expand(PCollection<InputFileRef> files) {
    if (grouping == null) {
      return files.apply("Read", ParDo.of(new ReadFn(settings))).setCoder(Readings.CODER);
    }
    PCollectionTuple divided =
        files.apply(
            "Divide",
            ParDo.of(new DivideFiles(settings, partBytes, grouping.buckets(), grouping.isSharded()))
                .withOutputTags(PARTS, TupleTagList.of(READINGS)));
    PartReading reading = new PartReading(settings, grouping.buckets());
    PCollection<FilePart> parts = divided.get(PARTS);
    PCollection<RawUnionValue> read =
        (grouping.isSharded()
                ? parts
                    .apply("Read", ParDo.of(new ReadParts(reading)))
                    .setCoder(ListCoder.of(Readings.CODER))
                    .apply("EachReading", Flatten.iterables())
                // Dealt out in turns; by hash, as a splittable DoFn's are, one of two workers may
                // well have twice as many as the other.
                : parts
                    .apply("Deal", Reshuffle.viaRandomKey())
                    .apply("Read", ParDo.of(new ReadPartFn(reading))))
            .setCoder(Readings.CODER);
    return PCollectionList.of(divided.get(READINGS).setCoder(Readings.CODER))
        .and(read)
        .apply("Readings", Flatten.pCollections());
  }

  private static final class ReadFn extends DoFn<InputFileRef, RawUnionValue> {
    private final ReaderSettings settings;

    private ReadFn(ReaderSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(
        @Element InputFileRef file, PipelineOptions options, OutputReceiver<RawUnionValue> out) {
      ReadOutput output = settings.output(file.path(), out::output);
      FileFacts facts = settings.reader(options).read(file, output);
      Counters.count(Metric.FILES);
      output.enter(facts);
    }
  }
}
