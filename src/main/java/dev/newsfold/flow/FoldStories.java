package dev.newsfold.flow;

import dev.newsfold.dedupe.CorpusStatistics;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Membership;
import dev.newsfold.dedupe.Pair;
import dev.newsfold.dedupe.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Folds articles into stories: learns from all of them, names the pairs worth a comparison,
 * compares them, finds which articles are connected by those that verify, and lets {@link Fold}
 * make stories of each connected component. The result is that of {@link Fold#all}; it depends on
 * the set of articles alone, not on their order or on parallelism.
 *
 * <p>A batch and a stream are folded by the same steps. A batch is one round of changes; in a
 * stream each round makes anew what it touches, and tells how that has changed ({@link
 * Grouping#reduce}).
 *
 * <p>What travels gets less step by step: bodies stay behind, sketches go only to those they are
 * compared with, and only ids go through the one task that labels components. Most memory is taken
 * by the largest component, at some two kilobytes an article.
 */
public final class FoldStories
    extends PTransform<PCollection<Change<FoldMember>>, PCollection<Change<Fold.Folded>>> {
  private static final TupleTag<KV<String, Change<Verified>>> CONNECTED =
      new TupleTag<>("connected") {};
  private static final TupleTag<Change<Verified>> ALONE = new TupleTag<>("alone") {};
  private static final VerifiedCoder VERIFIED = new VerifiedCoder();
  private static final FoldedCoder FOLDED = new FoldedCoder();

  /** The coder of articles that come and go. */
  static final Coder<Change<FoldMember>> MEMBERS = ChangeCoder.of(new FoldMemberCoder());

  private final Grouping grouping;

  private FoldStories(Grouping grouping) {
    this.grouping = grouping;
  }

  /** The transform. */
  public static FoldStories with(Grouping grouping) {
    return new FoldStories(grouping);
  }

  @Override
  public PCollection<Change<Fold.Folded>> expand(PCollection<Change<FoldMember>> members) {
    PCollection<Change<FoldMember>> informed =
        members.apply("InformArticles", InformArticles.with(grouping));
    PCollection<Change<Pair>> pairs =
        informed.apply("PairCandidates", PairCandidates.with(grouping));
    PCollectionTuple verified = informed.apply("VerifyPairs", VerifyPairs.of(pairs, grouping));
    PCollection<Change<Verified>> compared = verified.get(VerifyPairs.COMPARED);
    PCollectionTuple parted =
        compared
            .apply(
                "JoinComponents",
                JoinComponents.of(
                    compared.apply("LabelComponents", LabelComponents.with(grouping)), grouping))
            .apply(
                "Part", ParDo.of(new PartFn()).withOutputTags(CONNECTED, TupleTagList.of(ALONE)));
    PCollection<Change<Fold.Folded>> together =
        parted
            .get(CONNECTED)
            .setCoder(KvCoder.of(StringUtf8Coder.of(), ChangeCoder.of(VERIFIED)))
            .apply("Assemble", grouping.reduce(VERIFIED, FOLDED, FoldStories::assemble));
    PCollection<Change<Fold.Folded>> alone =
        PCollectionList.of(verified.get(VerifyPairs.ALONE))
            .and(parted.get(ALONE).setCoder(ChangeCoder.of(VERIFIED)))
            .apply("Alone", Flatten.pCollections())
            .apply("StoriesOfOne", ParDo.of(new AloneFn()))
            .setCoder(ChangeCoder.of(FOLDED));
    return PCollectionList.of(together).and(alone).apply("Stories", Flatten.pCollections());
  }

  private static void assemble(
      String component, Iterable<Verified> articles, Consumer<Fold.Folded> out) {
    List<Verified> all = new ArrayList<>();
    List<FoldMember> members = new ArrayList<>();
    for (Verified article : articles) {
      all.add(article);
      members.add(article.member());
    }
    Fold.of(members).stories(all).forEach(out);
  }

  private static final class PartFn
      extends DoFn<Change<Membership.Place>, KV<String, Change<Verified>>> {
    @ProcessElement
    public void process(@Element Change<Membership.Place> place, MultiOutputReceiver out) {
      Change<Verified> article = place.of(place.value().article());
      String component = place.value().component();
      if (component == null) {
        out.get(ALONE).output(article);
      } else {
        out.get(CONNECTED).output(KV.of(component, article));
      }
    }
  }

  private static final class AloneFn extends DoFn<Change<Verified>, Change<Fold.Folded>> {
    @ProcessElement
    public void process(
        @Element Change<Verified> article, OutputReceiver<Change<Fold.Folded>> out) {
      for (Fold.Folded folded :
          Fold.with(CorpusStatistics.NONE).stories(List.of(article.value()))) {
        out.output(article.of(folded));
      }
    }
  }
}
