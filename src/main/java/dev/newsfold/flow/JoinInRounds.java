package dev.newsfold.flow;

import dev.newsfold.dedupe.Membership;
import dev.newsfold.dedupe.Verified;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Joins the articles of a stream with their components, round by round. An article that is
 * forgotten stays until its component is, so that the stories of the component stay whole.
 */
final class JoinInRounds
    extends DoFn<
        KV<String, Iterable<KV<String, Change<ComponentPart>>>>, Change<Membership.Place>> {
  @StateId("known")
  private final StateSpec<ValueState<ComponentPart>> knownSpec =
      StateSpecs.value(new ComponentPartCoder());

  @StateId("givenUp")
  private final StateSpec<ValueState<Boolean>> givenUpSpec = StateSpecs.value(BooleanCoder.of());

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, Change<ComponentPart>>>> round,
      @StateId("known") ValueState<ComponentPart> known,
      @StateId("givenUp") ValueState<Boolean> givenUp,
      OutputReceiver<Change<Membership.Place>> out) {
    ComponentPart part = known.read();
    Membership before =
        part == null
            ? Membership.NONE
            : new Membership(part.article(), part.component(), givenUp.read() != null);
    News news = new News();
    round.getValue().forEach(change -> news.add(change.getValue()));
    Membership after = news.applyTo(before);
    boolean forgotten = after.isOver() && news.forgotten();
    List<Membership.Place> was = before.places();
    List<Membership.Place> is = forgotten ? List.of() : after.places();
    if (!was.equals(is)) {
      was.forEach(place -> out.output(forgotten ? Change.forgotten(place) : Change.removed(place)));
      is.forEach(place -> out.output(Change.added(place)));
    }
    if (after.isOver()) {
      known.clear();
      givenUp.clear();
      return;
    }
    known.write(new ComponentPart(after.article(), after.component()));
    if (after.givenUp()) {
      givenUp.write(true);
    } else {
      givenUp.clear();
    }
  }

  /** What a round says of an article: what is added counts, in whatever order it comes. */
  private static final class News {
    private @Nullable Verified added;
    private @Nullable String label;
    private boolean articleGone;
    private boolean articleForgotten;
    private boolean labelGone;
    private boolean labelForgotten;

    void add(Change<ComponentPart> change) {
      Verified article = change.value().article();
      boolean comes = change.kind() == Change.Kind.ADDED;
      boolean forgotten = change.kind() == Change.Kind.FORGOTTEN;
      if (article != null) {
        added = comes ? article : added;
        articleGone |= change.kind() == Change.Kind.REMOVED;
        articleForgotten |= forgotten;
      } else {
        label = comes ? Objects.requireNonNull(change.value().component()) : label;
        labelGone |= !comes;
        labelForgotten |= forgotten;
      }
    }

    Membership applyTo(Membership before) {
      Membership after = before;
      if (added != null) {
        after = after.with(added);
      } else if (articleGone) {
        after = after.with(null);
      } else if (articleForgotten) {
        after = after.leftAlone();
      }
      return label != null || labelGone ? after.in(label) : after;
    }

    boolean forgotten() {
      return labelForgotten || articleForgotten;
    }
  }
}
