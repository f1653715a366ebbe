package dev.newsfold.flow;

import dev.newsfold.dedupe.CorpusStatistics;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Observation;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Learns from all articles what no single one tells: which endings of headlines are names of sites,
 * which headlines name a column, and which bodies are furniture. What is learnt is small, and goes
 * to the fold as a side input; {@link Reader} makes {@link CorpusStatistics} of it.
 */
final class LearnStatistics
    extends PTransform<PCollection<FoldMember>, PCollectionView<List<String>>> {
  private final Grouping grouping;

  private LearnStatistics(Grouping grouping) {
    this.grouping = grouping;
  }

  static LearnStatistics with(Grouping grouping) {
    return new LearnStatistics(grouping);
  }

  @Override
  public PCollectionView<List<String>> expand(PCollection<FoldMember> members) {
    ObservationCoder coder = new ObservationCoder();
    return members
        .apply("Observe", ParDo.of(new ObserveFn()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), coder))
        .apply("AddUp", grouping.merge(coder, Observation::plus))
        .apply("Remarkable", Filter.by(seen -> seen.getValue().remarkable()))
        .apply("About", Keys.create())
        .apply("View", View.asList());
  }

  private static final class ObserveFn extends DoFn<FoldMember, KV<String, Observation>> {
    @ProcessElement
    public void process(@Element FoldMember member, OutputReceiver<KV<String, Observation>> out) {
      for (Observation seen : Observation.of(member)) {
        out.output(KV.of(seen.about(), seen));
      }
    }
  }

  /** Gives a DoFn the statistics, made once from its side input and then kept. */
  static final class Reader implements Serializable {
    private final PCollectionView<List<String>> view;
    private transient @Nullable CorpusStatistics statistics;

    Reader(PCollectionView<List<String>> view) {
      this.view = view;
    }

    CorpusStatistics read(DoFn<?, ?>.ProcessContext context) {
      CorpusStatistics known = statistics;
      if (known == null) {
        known = CorpusStatistics.of(context.sideInput(view));
        statistics = known;
      }
      return known;
    }
  }
}
