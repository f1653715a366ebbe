package dev.newsfold.flow;

import dev.newsfold.dedupe.Facts;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.InformedArticles;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Tells the articles of one shard of a stream what concerns them, again when that changes.
 *
 * <p>The articles lie in the runner's state, and beside it in memory ({@link InformedArticles}),
 * where it is found which of them a new fact concerns. Both are stamped with the number of rounds
 * so far: memory that is of another time, after a failure, is made anew from the state.
 */
final class InformInRounds
    extends DoFn<KV<String, Iterable<KV<String, Change<Learnt>>>>, Change<FoldMember>> {
  @StateId("articles")
  private final StateSpec<MapState<String, FoldMember>> articlesSpec =
      StateSpecs.map(StringUtf8Coder.of(), new FoldMemberCoder());

  @StateId("facts")
  private final StateSpec<MapState<String, Boolean>> factsSpec =
      StateSpecs.map(StringUtf8Coder.of(), BooleanCoder.of());

  @StateId("rounds")
  private final StateSpec<ValueState<Long>> roundsSpec = StateSpecs.value(VarLongCoder.of());

  private transient @Nullable Map<String, Memory> memories;

  /** What is known of a shard after so many rounds. */
  private record Memory(long rounds, InformedArticles articles) {}

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, Change<Learnt>>>> round,
      @StateId("articles") MapState<String, FoldMember> articles,
      @StateId("facts") MapState<String, Boolean> facts,
      @StateId("rounds") ValueState<Long> rounds,
      OutputReceiver<Change<FoldMember>> out) {
    Long before = rounds.read();
    InformedArticles memory = recall(round.getKey(), before == null ? 0 : before, articles, facts);
    Map<String, Change<FoldMember>> changed = new TreeMap<>();
    for (KV<String, Change<Learnt>> item : round.getValue()) {
      Change<Learnt> change = item.getValue();
      FoldMember article = change.value().article();
      String fact = change.value().fact();
      if (fact != null && change.kind() == Change.Kind.ADDED) {
        memory.learn(fact);
        facts.put(fact, true);
      } else if (fact != null) {
        memory.unlearn(fact);
        facts.remove(fact);
      } else if (article != null) {
        // An article that is replaced is removed and added, in any order.
        changed.merge(
            article.id(), change.of(article), (a, b) -> a.kind() == Change.Kind.ADDED ? a : b);
      }
    }
    changed.forEach(
        (id, change) -> {
          if (change.kind() == Change.Kind.ADDED) {
            memory.put(change.value());
          } else {
            memory.remove(id);
          }
        });
    for (InformedArticles.Informed one : memory.changes()) {
      Change<FoldMember> cause = changed.get(one.id());
      FoldMember was = one.before();
      FoldMember is = one.after();
      if (was != null) {
        boolean forgotten = cause != null && cause.kind() == Change.Kind.FORGOTTEN;
        out.output(forgotten ? Change.forgotten(was) : Change.removed(was));
      }
      if (is == null) {
        articles.remove(one.id());
      } else {
        articles.put(one.id(), is);
        out.output(Change.added(is));
      }
    }
    long now = (before == null ? 0 : before) + 1;
    rounds.write(now);
    memories().put(round.getKey(), new Memory(now, memory));
  }

  private InformedArticles recall(
      String shard,
      long rounds,
      MapState<String, FoldMember> articles,
      MapState<String, Boolean> facts) {
    Memory known = memories().get(shard);
    if (known != null && known.rounds() == rounds) {
      return known.articles();
    }
    Facts learnt = new Facts();
    facts.keys().read().forEach(learnt::add);
    InformedArticles made = new InformedArticles(learnt);
    articles.values().read().forEach(made::load);
    return made;
  }

  private Map<String, Memory> memories() {
    Map<String, Memory> known = memories;
    if (known == null) {
      known = new TreeMap<>();
      memories = known;
    }
    return known;
  }
}
