package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Lore;
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
 * to the fold as a side input; {@link Reader} makes {@link Lore} of it.
 */
final class LearnLore extends PTransform<PCollection<FoldMember>, PCollectionView<List<String>>> {
  private final Grouping grouping;

  private LearnLore(Grouping grouping) {
    this.grouping = grouping;
  }

  static LearnLore with(Grouping grouping) {
    return new LearnLore(grouping);
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

  /** Gives a DoFn the lore, made once from its side input and then kept. */
  static final class Reader implements Serializable {
    private final PCollectionView<List<String>> view;
    private transient @Nullable Lore lore;

    Reader(PCollectionView<List<String>> view) {
      this.view = view;
    }

    Lore read(DoFn<?, ?>.ProcessContext context) {
      Lore known = lore;
      if (known == null) {
        known = Lore.of(context.sideInput(view));
        lore = known;
      }
      return known;
    }
  }
}
