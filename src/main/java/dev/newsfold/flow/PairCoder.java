package dev.newsfold.flow;

import dev.newsfold.dedupe.Pair;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** A pair: the ids of its articles, the earlier one first. */
final class PairCoder extends AtomicCoder<Pair> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  @Override
  public void encode(Pair pair, OutputStream out) throws IOException {
    STRING.encode(pair.earlier(), out);
    STRING.encode(pair.later(), out);
  }

  @Override
  public Pair decode(InputStream in) throws IOException {
    return new Pair(STRING.decode(in), STRING.decode(in));
  }
}
