package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.jspecify.annotations.Nullable;

/** What an article is told before it is compared: the article, if it is there, then the other. */
final class MeetingCoder extends AtomicCoder<Meeting> {
  private static final Coder<@Nullable FoldMember> ARTICLE =
      NullableCoder.of(new FoldMemberCoder());
  private static final Coder<@Nullable String> OTHER = NullableCoder.of(StringUtf8Coder.of());

  @Override
  public void encode(Meeting meeting, OutputStream out) throws IOException {
    ARTICLE.encode(meeting.article(), out);
    OTHER.encode(meeting.visits(), out);
  }

  @Override
  public Meeting decode(InputStream in) throws IOException {
    FoldMember article = ARTICLE.decode(in);
    String other = OTHER.decode(in);
    return article == null && other == null ? Meeting.EXPECTED : new Meeting(article, other);
  }
}
