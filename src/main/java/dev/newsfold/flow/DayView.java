package dev.newsfold.flow;

import dev.newsfold.aggregate.PublishDays;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/** Gives a DoFn a set of publish days, made once from its side input and then kept. */
final class DayView implements Serializable {
  private final PCollectionView<List<Long>> view;
  private transient @Nullable PublishDays days;

  DayView(PCollectionView<List<Long>> view) {
    this.view = view;
  }

  PublishDays read(DoFn<?, ?>.ProcessContext context) {
    PublishDays known = days;
    if (known == null) {
      known = PublishDays.of(context.sideInput(view));
      days = known;
    }
    return known;
  }
}
