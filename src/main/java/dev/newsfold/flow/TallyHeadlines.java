package dev.newsfold.flow;

import dev.newsfold.aggregate.HeadlineTallies;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Adds up the tallies of each headline, into one a headline key. */
public final class TallyHeadlines
    extends PTransform<PCollection<HeadlineTally>, PCollection<HeadlineTally>> {
  private final Grouping grouping;

  private TallyHeadlines(Grouping grouping) {
    this.grouping = grouping;
  }

  /** The transform. */
  public static TallyHeadlines with(Grouping grouping) {
    return new TallyHeadlines(grouping);
  }

  /** The tally of each sighting. */
  public static MapElements<HeadlineSighting, HeadlineTally> ofSightings() {
    return MapElements.into(TypeDescriptor.of(HeadlineTally.class))
        .via((HeadlineSighting sighting) -> HeadlineTallies.of(sighting));
  }

  @Override
  public PCollection<HeadlineTally> expand(PCollection<HeadlineTally> tallies) {
    RecordCoder<HeadlineTally> coder = RecordCoder.of(HeadlineTally.class);
    return tallies
        .apply(
            "ByKey",
            WithKeys.<String, HeadlineTally>of(HeadlineTally::getHeadlineKey)
                .withKeyType(TypeDescriptors.strings()))
        .setCoder(Coders.keyed(HeadlineTally.class))
        .apply("Add", grouping.merge(coder, HeadlineTallies::merge))
        .apply("Tallies", Values.create())
        .setCoder(coder);
  }
}
