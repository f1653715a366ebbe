package dev.newsfold.flow;

import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.PublishDays;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.Dataset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Recalls the stories of earlier runs, each as it was written last, and tells those that are folded
 * again. That is so where a member lies within reach of what is new, and all members lie where
 * stories are read: so a story is folded again as a whole or not at all.
 */
final class RecallStories extends PTransform<PBegin, PCollectionTuple> {
  /** Stories that are folded again, with the place they come from. */
  static final TupleTag<KV<Integer, Story>> TOUCHED = new TupleTag<>("touched") {};

  /** Stories nearby that stay as they are. */
  static final TupleTag<KV<Integer, Story>> UNTOUCHED = new TupleTag<>("untouched") {};

  /** Members of the stories that are folded again: article id, story id. */
  static final TupleTag<KV<String, String>> MEMBERS = new TupleTag<>("members") {};

  /** Their publish days, from 1970-01-01. */
  static final TupleTag<Long> DAYS = new TupleTag<>("days") {};

  static final KvCoder<Integer, Story> PLACED =
      KvCoder.of(VarIntCoder.of(), AvroCoder.specific(Story.class));

  private final History history;
  private final PCollectionView<List<Long>> newDays;
  private final Grouping grouping;

  RecallStories(History history, PCollectionView<List<Long>> newDays, Grouping grouping) {
    this.history = history;
    this.newDays = newDays;
    this.grouping = grouping;
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple recalled =
        begin
            .apply(
                "Read",
                new ReadHistory<>(
                    history, Dataset.STORIES, Story.class, newDays, history.storyReach(), grouping))
            .apply(
                "ById",
                WithKeys.<String, KV<Integer, Story>>of(story -> story.getValue().getId())
                    .withKeyType(TypeDescriptors.strings()))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), PLACED))
            .apply("Last", grouping.merge(PLACED, (a, b) -> later(a, b)))
            .apply("Stories", Values.create())
            .setCoder(PLACED)
            .apply(
                "Touched",
                ParDo.of(new TouchedFn(newDays, history))
                    .withSideInputs(newDays)
                    .withOutputTags(TOUCHED, TupleTagList.of(UNTOUCHED).and(MEMBERS).and(DAYS)));
    recalled.get(TOUCHED).setCoder(PLACED);
    recalled.get(UNTOUCHED).setCoder(PLACED);
    return recalled;
  }

  /** What a later output says of a story counts, and of one output the higher revision. */
  private static KV<Integer, Story> later(KV<Integer, Story> a, KV<Integer, Story> b) {
    int order = Integer.compare(a.getKey(), b.getKey());
    if (order == 0) {
      order = Integer.compare(a.getValue().getRevision(), b.getValue().getRevision());
    }
    return order >= 0 ? a : b;
  }

  private static final class TouchedFn extends DoFn<KV<Integer, Story>, KV<Integer, Story>> {
    private final DayView newDays;
    private final int reach;
    private final int storyReach;
    private final PublishCalendar calendar;

    private TouchedFn(PCollectionView<List<Long>> newDays, History history) {
      this.newDays = new DayView(newDays);
      this.reach = history.reach();
      this.storyReach = history.storyReach();
      this.calendar = history.calendar();
    }

    @ProcessElement
    public void process(ProcessContext context) {
      PublishDays days = newDays.read(context);
      List<StoryMember> members = context.element().getValue().getMembers();
      boolean near = false;
      boolean whole = true;
      for (StoryMember member : members) {
        Long day = day(member);
        near |= day == null || days.near(day, reach);
        whole &= day == null || days.near(day, storyReach);
      }
      if (!near || !whole) {
        context.output(UNTOUCHED, context.element());
        return;
      }
      context.output(context.element());
      for (StoryMember member : members) {
        context.output(MEMBERS, KV.of(member.getArticleId(), context.element().getValue().getId()));
        Long day = day(member);
        if (day != null) {
          context.output(DAYS, day);
        }
      }
    }

    private @Nullable Long day(StoryMember member) {
      LocalDate day = member.getPublishDay();
      Instant at = member.getPublishedAt();
      if (day == null && at != null) {
        // From before members had a publish day.
        day = calendar.dayOf(at);
      }
      return day == null ? null : day.toEpochDay();
    }
  }
}
