package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.captures.containers.Repeat;
import dev.newsfold.captures.warc.Clue;
import dev.newsfold.records.Capture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Finds the pages that revisit records repeat where these lie in other files. {@link ReadCaptures}
 * has skipped such revisits: here they become captures after all, and the ledger takes the skips
 * back.
 */
public final class ResolveRevisits
    extends PTransform<PCollection<KV<String, FileClues>>, PCollectionTuple> {
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

  @Override
  public PCollectionTuple expand(PCollection<KV<String, FileClues>> clues) {
    return clues
        .apply("ByName", grouping.group(new FileCluesCoder()))
        .apply("Match", ParDo.of(new MatchFn(grouping)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), new RepeatCoder()))
        .apply("Choose", grouping.merge(new RepeatCoder(), Repeat::likelier))
        .apply("Chosen", Values.create())
        .setCoder(new RepeatCoder())
        .apply(
            "Read",
            ParDo.of(new ReadFn(settings))
                .withOutputTags(ReadCaptures.CAPTURES, TupleTagList.of(ReadCaptures.LEDGER)));
  }

  private static final class MatchFn
      extends DoFn<KV<String, Iterable<KV<String, FileClues>>>, KV<String, Repeat>> {
    private final Grouping grouping;

    private MatchFn(Grouping grouping) {
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, FileClues>>> group,
        OutputReceiver<KV<String, Repeat>> out) {
      grouping.<FileClues>forEachKey(group, (key, files) -> match(files, out));
    }

    private static void match(Iterable<FileClues> files, OutputReceiver<KV<String, Repeat>> out) {
      Map<Long, List<Found>> revisits = new HashMap<>();
      List<FileClues> all = new ArrayList<>();
      for (FileClues file : files) {
        all.add(file);
        for (Clue clue : file.clues()) {
          if (!clue.isPage()) {
            revisits
                .computeIfAbsent(clue.name(), none -> new ArrayList<>())
                .add(new Found(file, clue));
          }
        }
      }
      if (revisits.isEmpty()) {
        return;
      }
      Map<Long, List<Found>> pages = new HashMap<>();
      for (FileClues file : all) {
        for (Clue clue : file.clues()) {
          if (clue.isPage() && revisits.containsKey(clue.name())) {
            pages
                .computeIfAbsent(clue.name(), none -> new ArrayList<>())
                .add(new Found(file, clue));
          }
        }
      }
      revisits.forEach(
          (name, seekers) ->
              seekers.forEach(
                  revisit -> choose(revisit, pages.getOrDefault(name, List.of()), out)));
    }

    /** One a name is enough: the others would not be chosen. */
    private static void choose(
        Found revisit, List<Found> pages, OutputReceiver<KV<String, Repeat>> out) {
      pages.stream()
          .filter(page -> revisit.clue.mayMean(page.clue))
          .map(
              page ->
                  new Repeat(
                      revisit.file.file(),
                      revisit.file.format(),
                      revisit.clue,
                      page.file.file(),
                      page.file.format(),
                      page.clue))
          .reduce(Repeat::likelier)
          .ifPresent(repeat -> out.output(KV.of(repeat.key(), repeat)));
    }

    private record Found(FileClues file, Clue clue) {}
  }

  private static final class ReadFn extends DoFn<Repeat, Capture> {
    private final ReaderSettings settings;

    private ReadFn(ReaderSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(@Element Repeat repeat, PipelineOptions options, MultiOutputReceiver out) {
      Capture capture = settings.reader(options).repeated(repeat);
      if (capture != null) {
        Counters.captureNotDone();
        out.get(ReadCaptures.CAPTURES).output(capture);
        out.get(ReadCaptures.LEDGER)
            .output(
                Ledger.of(repeat.revisit().path())
                    .setSkips(Map.of(SkipKind.REVISIT.label(), -1L))
                    .build());
      }
    }
  }
}
