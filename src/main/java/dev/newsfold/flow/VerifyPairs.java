package dev.newsfold.flow;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Pair;
import dev.newsfold.dedupe.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Compares the pairs: the earlier article of each, sketch and all, visits the later one. An article
 * that is in no pair stays where it is; of one with many partners only their ids are held.
 */
final class VerifyPairs extends PTransform<PCollection<FoldMember>, PCollectionTuple> {
  /** Articles that were in a pair, with those they verified against. */
  static final TupleTag<Verified> COMPARED = new TupleTag<>("compared") {};

  /** Articles that were in none: each a story of its own. */
  static final TupleTag<Verified> ALONE = new TupleTag<>("alone") {};

  private static final TupleTag<KV<String, FoldMember>> VISITS = new TupleTag<>("visits") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final FoldMemberCoder MEMBER = new FoldMemberCoder();
  private static final VisitCoder VISIT = new VisitCoder();

  private final Grouping grouping;
  private final PCollection<Pair> pairs;
  private final PCollectionView<List<String>> statistics;

  private VerifyPairs(
      Grouping grouping, PCollection<Pair> pairs, PCollectionView<List<String>> statistics) {
    this.grouping = grouping;
    this.pairs = pairs;
    this.statistics = statistics;
  }

  /** Compares {@code pairs}, each in any number of repetitions. */
  static VerifyPairs of(
      PCollection<Pair> pairs, PCollectionView<List<String>> statistics, Grouping grouping) {
    return new VerifyPairs(grouping, pairs, statistics);
  }

  @Override
  public PCollectionTuple expand(PCollection<FoldMember> members) {
    KvCoder<String, Visit> keyed = KvCoder.of(STRING, VISIT);
    PCollection<KV<String, Visit>> hosts =
        members.apply("Hosts", ParDo.of(new HostFn())).setCoder(keyed);
    PCollection<KV<String, Visit>> plans =
        pairs.apply("Plans", ParDo.of(new PlanFn())).setCoder(keyed);
    PCollectionTuple sent =
        PCollectionList.of(hosts)
            .and(plans)
            .apply("HostsAndPlans", Flatten.pCollections())
            .apply("PlansOfEach", grouping.group(VISIT))
            .apply(
                "Send",
                ParDo.of(new SendFn(grouping, statistics))
                    .withSideInputs(statistics)
                    .withOutputTags(VISITS, TupleTagList.of(ALONE)));
    PCollection<Verified> compared =
        sent.get(VISITS)
            .setCoder(KvCoder.of(STRING, MEMBER))
            .apply("VisitorsOfEach", grouping.group(MEMBER))
            .apply(
                "Compare", ParDo.of(new CompareFn(grouping, statistics)).withSideInputs(statistics))
            .setCoder(new VerifiedCoder());
    return PCollectionTuple.of(COMPARED, compared)
        .and(ALONE, sent.get(ALONE).setCoder(new VerifiedCoder()));
  }

  private static final class HostFn extends DoFn<FoldMember, KV<String, Visit>> {
    @ProcessElement
    public void process(@Element FoldMember member, OutputReceiver<KV<String, Visit>> out) {
      out.output(KV.of(member.id(), Visit.host(member)));
    }
  }

  private static final class PlanFn extends DoFn<Pair, KV<String, Visit>> {
    @ProcessElement
    public void process(@Element Pair pair, OutputReceiver<KV<String, Visit>> out) {
      out.output(KV.of(pair.earlier(), Visit.to(pair.later())));
      out.output(KV.of(pair.later(), Visit.EXPECTED));
    }
  }

  private static final class SendFn
      extends DoFn<KV<String, Iterable<KV<String, Visit>>>, KV<String, FoldMember>> {
    private final Grouping grouping;
    private final LearnStatistics.Reader statistics;

    private SendFn(Grouping grouping, PCollectionView<List<String>> statistics) {
      this.grouping = grouping;
      this.statistics = new LearnStatistics.Reader(statistics);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold fold = Fold.with(statistics.read(context));
      grouping.forEachKey(
          context.element(),
          (id, visits) -> {
            FoldMember host = null;
            boolean expected = false;
            TreeSet<String> partners = new TreeSet<>();
            for (Visit visit : visits) {
              FoldMember member = visit.member();
              host = member == null ? host : member;
              if (visit.partner() != null) {
                partners.add(visit.partner());
              }
              expected |= member == null && visit.partner() == null;
            }
            if (host != null) {
              send(host, partners, expected, fold, context);
            }
          });
    }

    private static void send(
        FoldMember host,
        TreeSet<String> partners,
        boolean expected,
        Fold fold,
        ProcessContext context) {
      if (partners.isEmpty() && !expected) {
        context.output(ALONE, fold.verify(host, List.of()));
        return;
      }
      context.output(KV.of(host.id(), host));
      for (String partner : partners) {
        context.output(KV.of(partner, host));
      }
    }
  }

  private static final class CompareFn
      extends DoFn<KV<String, Iterable<KV<String, FoldMember>>>, Verified> {
    private final Grouping grouping;
    private final LearnStatistics.Reader statistics;

    private CompareFn(Grouping grouping, PCollectionView<List<String>> statistics) {
      this.grouping = grouping;
      this.statistics = new LearnStatistics.Reader(statistics);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold fold = Fold.with(statistics.read(context));
      grouping.forEachKey(
          context.element(),
          (id, group) -> {
            FoldMember host = null;
            List<FoldMember> visitors = new ArrayList<>();
            for (FoldMember member : group) {
              if (member.id().equals(id)) {
                host = member;
              } else {
                visitors.add(member);
              }
            }
            if (host != null) {
              Counters.count(Metric.COMPARISONS, visitors.size());
              context.output(fold.verify(host, visitors));
            }
          });
    }
  }
}
