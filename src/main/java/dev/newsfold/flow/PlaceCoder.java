package dev.newsfold.flow;

import dev.newsfold.dedupe.Membership;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.jspecify.annotations.Nullable;

/** Where an article belongs: the component, if any, and the article. */
final class PlaceCoder extends AtomicCoder<Membership.Place> {
  private static final Coder<@Nullable String> COMPONENT = NullableCoder.of(StringUtf8Coder.of());
  private static final VerifiedCoder ARTICLE = new VerifiedCoder();

  @Override
  public void encode(Membership.Place place, OutputStream out) throws IOException {
    COMPONENT.encode(place.component(), out);
    ARTICLE.encode(place.article(), out);
  }

  @Override
  public Membership.Place decode(InputStream in) throws IOException {
    return new Membership.Place(COMPONENT.decode(in), ARTICLE.decode(in));
  }
}
