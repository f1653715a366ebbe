package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.captures.containers.NamedRecord;
import dev.newsfold.captures.containers.Repeat;
import dev.newsfold.captures.warc.Revisit;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.records.Capture;
import dev.newsfold.records.InputFile;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Finds the pages that revisit records repeat where these lie in other files. {@link ReadCaptures}
 * has skipped such revisits: here they become captures after all, and the ledger takes the skips
 * back.
 *
 * <p>Names alone are brought together; then the revisits are read whose page was found, and then
 * those pages. A file whose records no offset leads to is read again once for each of the two, if
 * it has any.
 */
public final class ResolveRevisits
    extends PTransform<PCollection<KV<String, FileClues>>, PCollection<RawUnionValue>> {
  private final ReaderSettings settings;
  private final Grouping grouping;

  private ResolveRevisits(ReaderSettings settings, Grouping grouping) {
    this.settings = settings;
    this.grouping = grouping;
  }

  /** The transform; its input is what {@link ReadCaptures} says of revisits and pages. */
  public static ResolveRevisits with(ReadLimits limits, Grouping grouping) {
    return new ResolveRevisits(ReaderSettings.of(limits), grouping);
  }

  /** The same, each capture parsed where it is read. */
  public ResolveRevisits parsing(ParseSettings parse) {
    return new ResolveRevisits(settings.parsing(parse), grouping);
  }

  /** The same, with headlines seen told as {@link Readings#tallies}, not as sightings. */
  public ResolveRevisits tallying() {
    return new ResolveRevisits(settings.tallying(), grouping);
  }

  @Override
  public PCollection<RawUnionValue> expand(PCollection<KV<String, FileClues>> clues) {
    return clues
        .apply("ByName", grouping.group(new FileCluesCoder()))
        .apply("Match", ParDo.of(new MatchRevisits(grouping)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), new RepeatCoder()))
        .apply("Choose", grouping.merge(new RepeatCoder(), Repeat::likelier))
        .apply("OfFile", ParDo.of(new OfFileFn()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), new RepeatCoder()))
        .apply("Revisits", grouping.group(new RepeatCoder()))
        .apply("ReadRevisits", ParDo.of(new RevisitFn(settings, grouping)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), new SoughtPage.SoughtPageCoder()))
        .apply("Pages", grouping.group(new SoughtPage.SoughtPageCoder()))
        .apply("ReadPages", ParDo.of(new PageFn(settings, grouping)))
        .setCoder(Readings.CODER);
  }

  private static final class OfFileFn extends DoFn<KV<String, Repeat>, KV<String, Repeat>> {
    @ProcessElement
    public void process(
        @Element KV<String, Repeat> chosen, OutputReceiver<KV<String, Repeat>> out) {
      Repeat repeat = chosen.getValue();
      out.output(KV.of(repeat.revisit().readingKey(), repeat));
    }
  }

  private static final class RevisitFn
      extends DoFn<KV<String, Iterable<KV<String, Repeat>>>, KV<String, SoughtPage>> {
    private final ReaderSettings settings;
    private final Grouping grouping;

    private RevisitFn(ReaderSettings settings, Grouping grouping) {
      this.settings = settings;
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, Repeat>>> group,
        PipelineOptions options,
        OutputReceiver<KV<String, SoughtPage>> out) {
      RecordsTogether<Repeat> records =
          new RecordsTogether<>(
              settings.reader(options),
              Repeat::revisit,
              (repeat, record) -> {
                Revisit revisit = record.revisit();
                if (revisit != null) {
                  NamedRecord page = repeat.page();
                  out.output(KV.of(page.readingKey(), new SoughtPage(revisit, page)));
                }
              });
      grouping.<Repeat>forEachKey(group, (key, repeats) -> records.read(repeats));
    }
  }

  private static final class PageFn
      extends DoFn<KV<String, Iterable<KV<String, SoughtPage>>>, RawUnionValue> {
    private final ReaderSettings settings;
    private final Grouping grouping;

    private PageFn(ReaderSettings settings, Grouping grouping) {
      this.settings = settings;
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, SoughtPage>>> group,
        PipelineOptions options,
        OutputReceiver<RawUnionValue> out) {
      TakeCaptures captures = settings.captures(out::output);
      RecordsTogether<SoughtPage> records =
          new RecordsTogether<>(
              settings.reader(options),
              SoughtPage::page,
              (sought, record) -> {
                Capture page = record.page(sought.revisit().names());
                if (page != null) {
                  Capture capture = sought.revisit().repeating(page);
                  Counters.captureNotDone();
                  captures.take(capture);
                  out.output(Readings.of(noRevisit(capture)));
                }
              });
      grouping.<SoughtPage>forEachKey(group, (key, pages) -> records.read(pages));
      captures.finish();
    }

    private static InputFile noRevisit(Capture capture) {
      return Ledger.of(capture.getOrigin().getFile())
          .setSkips(Map.of(SkipKind.REVISIT.label(), -1L))
          .build();
    }
  }
}
