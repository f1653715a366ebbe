package dev.newsfold.flow;

import dev.newsfold.dedupe.Buckets;
import dev.newsfold.dedupe.Candidate;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Names the pairs of articles that are worth a comparison; some more than once. Only candidates
 * travel, no bodies and no sketches. A bucket is held while it is paired, at about two hundred
 * bytes a candidate.
 */
final class PairCandidates
    extends PTransform<PCollection<Change<FoldMember>>, PCollection<Change<Pair>>> {
  private static final CandidateCoder CANDIDATE = new CandidateCoder();

  private final Grouping grouping;

  private PairCandidates(Grouping grouping) {
    this.grouping = grouping;
  }

  /** Pairs articles that know what concerns them. */
  static PairCandidates with(Grouping grouping) {
    return new PairCandidates(grouping);
  }

  @Override
  public PCollection<Change<Pair>> expand(PCollection<Change<FoldMember>> informed) {
    return informed
        .apply("CandidateKeys", ParDo.of(new PlaceFn()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), ChangeCoder.of(CANDIDATE)))
        .apply("Buckets", grouping.reduce(CANDIDATE, new PairCoder(), PairCandidates::pairs));
  }

  private static void pairs(String key, Iterable<Candidate> candidates, Consumer<Pair> out) {
    List<Candidate> bucket = new ArrayList<>();
    candidates.forEach(bucket::add);
    Buckets.pairs(key, bucket, out);
  }

  private static final class PlaceFn
      extends DoFn<Change<FoldMember>, KV<String, Change<Candidate>>> {
    @ProcessElement
    public void process(
        @Element Change<FoldMember> informed, OutputReceiver<KV<String, Change<Candidate>>> out) {
      FoldMember member = informed.value();
      Fold.of(List.of(member))
          .place(member, (key, candidate) -> out.output(KV.of(key, informed.of(candidate))));
    }
  }
}
