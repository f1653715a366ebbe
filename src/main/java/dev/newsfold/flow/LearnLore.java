package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.GenericHeadlines;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.dedupe.Lore;
import dev.newsfold.dedupe.Recurrence;
import dev.newsfold.dedupe.SiteSuffixes;
import dev.newsfold.dedupe.SortedSets;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Learns from all articles what no single one tells: which endings of headlines are names of sites,
 * and which headlines recur with different bodies and so name a column. What is learnt is small,
 * and goes to the fold as a side input.
 */
final class LearnLore {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  private LearnLore() {}

  /** The views that {@code members} teach. */
  static Views from(PCollection<FoldMember> members, Grouping grouping) {
    PCollectionView<List<String>> suffixes =
        members
            .apply("Endings", ParDo.of(new EndingsFn()))
            .setCoder(KvCoder.of(STRING, ListCoder.of(STRING)))
            .apply(
                "CountEndings",
                grouping.merge(
                    ListCoder.of(STRING),
                    (a, b) -> SortedSets.smallest(a, b, SiteSuffixes.RECURRENCES)))
            .apply(
                "RecurringEndings",
                Filter.by(ending -> ending.getValue().size() >= SiteSuffixes.RECURRENCES))
            .apply("Suffixes", Keys.create())
            .apply("SuffixesView", View.asList());
    PCollectionView<List<String>> generic =
        members
            .apply("Headlines", ParDo.of(new HeadlinesFn(suffixes)).withSideInputs(suffixes))
            .setCoder(KvCoder.of(STRING, new RecurrenceCoder()))
            .apply("CountHeadlines", grouping.merge(new RecurrenceCoder(), Recurrence::plus))
            .apply("RecurringHeadlines", Filter.by(headline -> headline.getValue().generic()))
            .apply("Generic", Keys.create())
            .apply("GenericView", View.asList());
    return new Views(suffixes, generic);
  }

  /** What was learnt, as side inputs. */
  record Views(PCollectionView<List<String>> suffixes, PCollectionView<List<String>> generic)
      implements Serializable {

    Iterable<PCollectionView<?>> all() {
      return List.of(suffixes, generic);
    }
  }

  /** Gives a DoFn the lore, made once from its side inputs and then kept. */
  static final class Reader implements Serializable {
    private final Views views;
    private transient @Nullable Lore lore;

    Reader(Views views) {
      this.views = views;
    }

    Lore read(DoFn<?, ?>.ProcessContext context) {
      Lore known = lore;
      if (known == null) {
        known =
            new Lore(
                SiteSuffixes.of(context.sideInput(views.suffixes())),
                GenericHeadlines.of(context.sideInput(views.generic())));
        lore = known;
      }
      return known;
    }
  }

  private static final class EndingsFn extends DoFn<FoldMember, KV<String, List<String>>> {
    @ProcessElement
    public void process(@Element FoldMember member, OutputReceiver<KV<String, List<String>>> out) {
      for (SiteSuffixes.Sighting ending :
          SiteSuffixes.sightings(member.site(), member.headline())) {
        out.output(KV.of(ending.name(), List.of(ending.head())));
      }
    }
  }

  private static final class HeadlinesFn extends DoFn<FoldMember, KV<String, Recurrence>> {
    private final PCollectionView<List<String>> view;
    private transient @Nullable SiteSuffixes suffixes;

    private HeadlinesFn(PCollectionView<List<String>> view) {
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      SiteSuffixes known = suffixes;
      if (known == null) {
        known = SiteSuffixes.of(context.sideInput(view));
        suffixes = known;
      }
      FoldMember member = context.element();
      String key = HeadlineKey.of(member.headline(), known, member.site());
      context.output(KV.of(key, Recurrence.of(member)));
    }
  }
}
