package dev.newsfold.flow;

import dev.newsfold.dedupe.Buckets;
import dev.newsfold.dedupe.Candidate;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Pair;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Names the pairs of articles that are worth a comparison, from the earlier to the later; some more
 * than once. Only candidates travel, no bodies and no sketches.
 *
 * <p>No bucket is held that has more than a fixed number of candidates: its candidates go on to its
 * parts, and those of a large part on to where its hubs are known.
 */
final class PairCandidates
    extends PTransform<PCollection<FoldMember>, PCollection<KV<String, String>>> {
  /** Candidates of one key that are held at once, at a few hundred bytes each. */
  static final int HELD = 4096;

  private static final TupleTag<KV<String, String>> PAIRS = new TupleTag<>("pairs") {};
  private static final TupleTag<KV<String, Candidate>> LEFT = new TupleTag<>("left") {};
  private static final TupleTag<KV<String, List<Candidate>>> HUBS = new TupleTag<>("hubs") {};

  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final KvCoder<String, String> STRINGS = KvCoder.of(STRING, STRING);
  private static final CandidateCoder CANDIDATE = new CandidateCoder();
  private static final KvCoder<String, Candidate> KEYED = KvCoder.of(STRING, CANDIDATE);

  private final Grouping grouping;
  private final PCollectionView<List<String>> lore;
  private final int held;

  private PairCandidates(Grouping grouping, PCollectionView<List<String>> lore, int held) {
    this.grouping = grouping;
    this.lore = lore;
    this.held = held;
  }

  static PairCandidates with(Grouping grouping, PCollectionView<List<String>> lore) {
    return new PairCandidates(grouping, lore, HELD);
  }

  /** The same, holding so many candidates of a key: the pairs are the same for any number. */
  PairCandidates holding(int candidates) {
    return new PairCandidates(grouping, lore, candidates);
  }

  @Override
  public PCollection<KV<String, String>> expand(PCollection<FoldMember> members) {
    PCollectionTuple buckets =
        members
            .apply("CandidateKeys", ParDo.of(new PlaceFn(lore)).withSideInputs(lore))
            .setCoder(KEYED)
            .apply("Buckets", grouping.group(CANDIDATE))
            .apply(
                "PairBuckets",
                ParDo.of(new BucketFn(grouping, held))
                    .withOutputTags(PAIRS, TupleTagList.of(LEFT)));
    PCollectionTuple parts =
        buckets
            .get(LEFT)
            .setCoder(KEYED)
            .apply("Parts", grouping.group(CANDIDATE))
            .apply(
                "PairParts",
                ParDo.of(new PartFn(grouping, held))
                    .withOutputTags(PAIRS, TupleTagList.of(LEFT).and(HUBS)));
    PCollectionView<Map<String, List<Candidate>>> hubs =
        parts
            .get(HUBS)
            .setCoder(KvCoder.of(STRING, ListCoder.of(CANDIDATE)))
            .apply("Hubs", View.asMap());
    PCollection<KV<String, String>> rest =
        parts
            .get(LEFT)
            .setCoder(KEYED)
            .apply("PairWithHubs", ParDo.of(new HubFn(hubs)).withSideInputs(hubs))
            .setCoder(STRINGS);
    return PCollectionList.of(buckets.get(PAIRS).setCoder(STRINGS))
        .and(parts.get(PAIRS).setCoder(STRINGS))
        .and(rest)
        .apply("Pairs", Flatten.pCollections());
  }

  private static KV<String, String> both(Pair pair) {
    return KV.of(pair.earlier(), pair.later());
  }

  private static final class PlaceFn extends DoFn<FoldMember, KV<String, Candidate>> {
    private final LearnLore.Reader lore;

    private PlaceFn(PCollectionView<List<String>> lore) {
      this.lore = new LearnLore.Reader(lore);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold.with(lore.read(context))
          .place(context.element(), (key, candidate) -> context.output(KV.of(key, candidate)));
    }
  }

  private static final class BucketFn
      extends DoFn<KV<String, Iterable<KV<String, Candidate>>>, KV<String, String>> {
    private final Grouping grouping;
    private final int held;

    private BucketFn(Grouping grouping, int held) {
      this.grouping = grouping;
      this.held = held;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, Candidate>>> group, MultiOutputReceiver out) {
      grouping.forEachKey(
          group,
          (key, bucket) -> {
            Iterator<Candidate> candidates = bucket.iterator();
            List<Candidate> first = first(candidates, held);
            if (!candidates.hasNext()) {
              Buckets.pairs(key, first, pair -> out.get(PAIRS).output(both(pair)));
            } else {
              first.forEach(candidate -> dealOut(key, candidate, out));
              candidates.forEachRemaining(candidate -> dealOut(key, candidate, out));
            }
          });
    }

    private static void dealOut(String key, Candidate candidate, MultiOutputReceiver out) {
      for (String part : Buckets.parts(key, candidate)) {
        out.get(LEFT).output(KV.of(part, candidate));
      }
    }
  }

  private static final class PartFn
      extends DoFn<KV<String, Iterable<KV<String, Candidate>>>, KV<String, String>> {
    private final Grouping grouping;
    private final int held;

    private PartFn(Grouping grouping, int held) {
      this.grouping = grouping;
      this.held = held;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, Candidate>>> group, MultiOutputReceiver out) {
      grouping.forEachKey(
          group,
          (key, part) -> {
            Iterator<Candidate> candidates = part.iterator();
            List<Candidate> first = first(candidates, held);
            if (!candidates.hasNext()) {
              Buckets.pairsOfPart(key, first, pair -> out.get(PAIRS).output(both(pair)));
            } else {
              out.get(HUBS).output(KV.of(key, passOn(key, first, candidates, out)));
            }
          });
    }

    /** Sends a large part on, and picks its hubs as it passes. */
    private static List<Candidate> passOn(
        String key, List<Candidate> first, Iterator<Candidate> more, MultiOutputReceiver out) {
      List<Candidate> hubs = List.of();
      for (Candidate candidate : first) {
        out.get(LEFT).output(KV.of(key, candidate));
        hubs = Buckets.hubs(hubs, candidate);
      }
      while (more.hasNext()) {
        Candidate candidate = more.next();
        out.get(LEFT).output(KV.of(key, candidate));
        hubs = Buckets.hubs(hubs, candidate);
      }
      return hubs;
    }
  }

  private static final class HubFn extends DoFn<KV<String, Candidate>, KV<String, String>> {
    private final PCollectionView<Map<String, List<Candidate>>> hubs;

    private HubFn(PCollectionView<Map<String, List<Candidate>>> hubs) {
      this.hubs = hubs;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      KV<String, Candidate> left = context.element();
      List<Candidate> earliest = context.sideInput(hubs).getOrDefault(left.getKey(), List.of());
      Buckets.pairs(left.getKey(), earliest, left.getValue(), pair -> context.output(both(pair)));
    }
  }

  private static List<Candidate> first(Iterator<Candidate> candidates, int held) {
    List<Candidate> first = new ArrayList<>();
    while (first.size() < held && candidates.hasNext()) {
      first.add(candidates.next());
    }
    return first;
  }
}
