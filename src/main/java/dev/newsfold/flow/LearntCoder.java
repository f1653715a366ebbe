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

/** What a shard is told: the article, if there is one, then the fact. */
final class LearntCoder extends AtomicCoder<Learnt> {
  private static final Coder<@Nullable FoldMember> ARTICLE =
      NullableCoder.of(new FoldMemberCoder());
  private static final Coder<@Nullable String> FACT = NullableCoder.of(StringUtf8Coder.of());

  @Override
  public void encode(Learnt learnt, OutputStream out) throws IOException {
    ARTICLE.encode(learnt.article(), out);
    FACT.encode(learnt.fact(), out);
  }

  @Override
  public Learnt decode(InputStream in) throws IOException {
    return new Learnt(ARTICLE.decode(in), FACT.decode(in));
  }
}
