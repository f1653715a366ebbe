package dev.newsfold.flow;

import dev.newsfold.dedupe.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.jspecify.annotations.Nullable;

/** An article and a component, as far as they are there. */
final class ComponentPartCoder extends AtomicCoder<ComponentPart> {
  private static final Coder<@Nullable Verified> ARTICLE = NullableCoder.of(new VerifiedCoder());
  private static final Coder<@Nullable String> COMPONENT = NullableCoder.of(StringUtf8Coder.of());

  @Override
  public void encode(ComponentPart part, OutputStream out) throws IOException {
    ARTICLE.encode(part.article(), out);
    COMPONENT.encode(part.component(), out);
  }

  @Override
  public ComponentPart decode(InputStream in) throws IOException {
    return new ComponentPart(ARTICLE.decode(in), COMPONENT.decode(in));
  }
}
