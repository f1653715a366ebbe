package dev.newsfold.flow;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Pair;
import dev.newsfold.dedupe.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
 * Compares the pairs: the earlier article of each, sketch and all, visits the later one. An article
 * that is in no pair stays where it is; of one with many partners only their ids are held where it
 * starts, and their sketches where it is visited.
 */
final class VerifyPairs extends PTransform<PCollection<Change<FoldMember>>, PCollectionTuple> {
  /** Articles that were in a pair, with those they verified against. */
  static final TupleTag<Change<Verified>> COMPARED = new TupleTag<>("compared") {};

  /** Articles that were in none: each a story of its own. */
  static final TupleTag<Change<Verified>> ALONE = new TupleTag<>("alone") {};

  private static final TupleTag<KV<String, Change<FoldMember>>> VISITS =
      new TupleTag<>("visits") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final FoldMemberCoder MEMBER = new FoldMemberCoder();
  private static final Coder<Change<Verified>> VERIFIED = ChangeCoder.of(new VerifiedCoder());

  private final Grouping grouping;
  private final PCollection<Change<Pair>> pairs;

  private VerifyPairs(Grouping grouping, PCollection<Change<Pair>> pairs) {
    this.grouping = grouping;
    this.pairs = pairs;
  }

  /** Compares {@code pairs}, each in any number of repetitions. */
  static VerifyPairs of(PCollection<Change<Pair>> pairs, Grouping grouping) {
    return new VerifyPairs(grouping, pairs);
  }

  @Override
  public PCollectionTuple expand(PCollection<Change<FoldMember>> informed) {
    MeetingCoder meeting = new MeetingCoder();
    KvCoder<String, Change<Meeting>> keyed = KvCoder.of(STRING, ChangeCoder.of(meeting));
    PCollectionTuple sent =
        PCollectionList.of(informed.apply("Articles", ParDo.of(new ArticleFn())).setCoder(keyed))
            .and(plans(keyed))
            .apply("ArticlesAndPlans", Flatten.pCollections())
            .apply("Send", grouping.reduce(meeting, new SentCoder(), VerifyPairs::send))
            .apply("Part", ParDo.of(new PartFn()).withOutputTags(VISITS, TupleTagList.of(ALONE)));
    PCollection<Change<Verified>> compared =
        sent.get(VISITS)
            .setCoder(KvCoder.of(STRING, ChangeCoder.of(MEMBER)))
            .apply("Compare", grouping.reduce(MEMBER, new VerifiedCoder(), VerifyPairs::compare));
    return PCollectionTuple.of(COMPARED, compared).and(ALONE, sent.get(ALONE).setCoder(VERIFIED));
  }

  /** The plans of all pairs: in a batch hardly one twice, in rounds as often as pairs are told. */
  private PCollection<KV<String, Change<Meeting>>> plans(KvCoder<String, Change<Meeting>> keyed) {
    PCollection<KV<String, Change<Meeting>>> plans =
        pairs.apply("Plans", ParDo.of(new PlanFn())).setCoder(keyed);
    return grouping.isInRounds()
        ? plans
        : plans.apply("Once", ParDo.of(new DropRepeatsFn<>())).setCoder(keyed);
  }

  private static void send(String id, Iterable<Meeting> meetings, Consumer<Sent> out) {
    FoldMember article = null;
    boolean expected = false;
    TreeSet<String> others = new TreeSet<>();
    for (Meeting meeting : meetings) {
      String other = meeting.visits();
      if (meeting.article() != null) {
        article = meeting.article();
      } else if (other != null) {
        others.add(other);
      } else {
        expected = true;
      }
    }
    if (article == null) {
      return;
    }
    if (others.isEmpty() && !expected) {
      out.accept(new Sent(null, article));
      return;
    }
    out.accept(new Sent(id, article));
    for (String other : others) {
      out.accept(new Sent(other, article));
    }
  }

  private static void compare(String id, Iterable<FoldMember> group, Consumer<Verified> out) {
    FoldMember article = null;
    List<FoldMember> others = new ArrayList<>();
    List<FoldMember> all = new ArrayList<>();
    for (FoldMember member : group) {
      all.add(member);
      if (member.id().equals(id)) {
        article = member;
      } else {
        others.add(member);
      }
    }
    if (article != null) {
      Counters.count(Metric.COMPARISONS, others.size());
      out.accept(Fold.of(all).verify(article, others));
    }
  }

  private static final class ArticleFn
      extends DoFn<Change<FoldMember>, KV<String, Change<Meeting>>> {
    @ProcessElement
    public void process(
        @Element Change<FoldMember> article, OutputReceiver<KV<String, Change<Meeting>>> out) {
      out.output(KV.of(article.value().id(), article.of(Meeting.of(article.value()))));
    }
  }

  private static final class PlanFn extends DoFn<Change<Pair>, KV<String, Change<Meeting>>> {
    @ProcessElement
    public void process(
        @Element Change<Pair> pair, OutputReceiver<KV<String, Change<Meeting>>> out) {
      Pair named = pair.value();
      out.output(KV.of(named.earlier(), pair.of(Meeting.with(named.later()))));
      out.output(KV.of(named.later(), pair.of(Meeting.EXPECTED)));
    }
  }

  private static final class PartFn extends DoFn<Change<Sent>, KV<String, Change<FoldMember>>> {
    @ProcessElement
    public void process(@Element Change<Sent> sent, MultiOutputReceiver out) {
      FoldMember article = sent.value().article();
      String to = sent.value().to();
      if (to == null) {
        out.get(ALONE).output(sent.of(new Verified(article, List.of())));
      } else {
        out.get(VISITS).output(KV.of(to, sent.of(article)));
      }
    }
  }
}
