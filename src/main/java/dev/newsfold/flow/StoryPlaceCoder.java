package dev.newsfold.flow;

import dev.newsfold.records.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;

/** A place: the story's id, and the ordinal of the relation. */
final class StoryPlaceCoder extends AtomicCoder<StoryPlace> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final List<Relation> RELATIONS = Arrays.asList(Relation.values());

  @Override
  public void encode(StoryPlace place, OutputStream out) throws IOException {
    STRING.encode(place.storyId(), out);
    INT.encode(place.relation().ordinal(), out);
  }

  @Override
  public StoryPlace decode(InputStream in) throws IOException {
    return new StoryPlace(STRING.decode(in), RELATIONS.get(INT.decode(in)));
  }
}
