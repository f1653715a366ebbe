package dev.newsfold.flow;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.records.Copy;
import dev.newsfold.records.Story;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;

/** A story, and who copied whom in it. */
final class FoldedCoder extends AtomicCoder<Fold.Folded> {
  private static final Coder<Story> STORY = RecordCoder.of(Story.class);
  private static final ListCoder<Copy> COPIES = ListCoder.of(RecordCoder.of(Copy.class));

  @Override
  public void encode(Fold.Folded folded, OutputStream out) throws IOException {
    STORY.encode(folded.story(), out);
    COPIES.encode(folded.copies(), out);
  }

  @Override
  public Fold.Folded decode(InputStream in) throws IOException {
    return new Fold.Folded(STORY.decode(in), COPIES.decode(in));
  }
}
