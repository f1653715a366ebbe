package dev.newsfold.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.jspecify.annotations.Nullable;

/** An article on its way: where to, and the article. */
final class SentCoder extends AtomicCoder<Sent> {
  private static final Coder<@Nullable String> TO = NullableCoder.of(StringUtf8Coder.of());
  private static final FoldMemberCoder ARTICLE = new FoldMemberCoder();

  @Override
  public void encode(Sent sent, OutputStream out) throws IOException {
    TO.encode(sent.to(), out);
    ARTICLE.encode(sent.article(), out);
  }

  @Override
  public Sent decode(InputStream in) throws IOException {
    return new Sent(TO.decode(in), ARTICLE.decode(in));
  }
}
