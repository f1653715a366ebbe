package dev.newsfold.flow;

import dev.newsfold.dedupe.Buckets;
import dev.newsfold.dedupe.Candidate;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Pair;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Names the pairs of articles that are worth a comparison; some more than once. Only candidates
 * travel, no bodies and no sketches. A bucket is held while it is paired, at about two hundred
 * bytes a candidate.
 */
final class PairCandidates extends PTransform<PCollection<FoldMember>, PCollection<Pair>> {
  private static final CandidateCoder CANDIDATE = new CandidateCoder();

  private final Grouping grouping;
  private final PCollectionView<List<String>> statistics;

  private PairCandidates(Grouping grouping, PCollectionView<List<String>> statistics) {
    this.grouping = grouping;
    this.statistics = statistics;
  }

  static PairCandidates with(Grouping grouping, PCollectionView<List<String>> statistics) {
    return new PairCandidates(grouping, statistics);
  }

  @Override
  public PCollection<Pair> expand(PCollection<FoldMember> members) {
    return members
        .apply("CandidateKeys", ParDo.of(new PlaceFn(statistics)).withSideInputs(statistics))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), CANDIDATE))
        .apply("Buckets", grouping.group(CANDIDATE))
        .apply("Pair", ParDo.of(new PairFn(grouping)))
        .setCoder(new PairCoder());
  }

  private static final class PlaceFn extends DoFn<FoldMember, KV<String, Candidate>> {
    private final LearnStatistics.Reader statistics;

    private PlaceFn(PCollectionView<List<String>> statistics) {
      this.statistics = new LearnStatistics.Reader(statistics);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold.with(statistics.read(context))
          .place(context.element(), (key, candidate) -> context.output(KV.of(key, candidate)));
    }
  }

  private static final class PairFn
      extends DoFn<KV<String, Iterable<KV<String, Candidate>>>, Pair> {
    private final Grouping grouping;

    private PairFn(Grouping grouping) {
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, Candidate>>> group, OutputReceiver<Pair> out) {
      grouping.<Candidate>forEachKey(
          group,
          (key, candidates) -> {
            List<Candidate> bucket = new ArrayList<>();
            candidates.forEach(bucket::add);
            Buckets.pairs(key, bucket, out::output);
          });
    }
  }
}
