package dev.newsfold.flow;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StructuredCoder;

/** A change: a byte that tells its kind, and the value. */
final class ChangeCoder<V> extends StructuredCoder<Change<V>> {
  private static final List<Change.Kind> KINDS = Arrays.asList(Change.Kind.values());

  private final Coder<V> value;

  private ChangeCoder(Coder<V> value) {
    this.value = value;
  }

  static <V> ChangeCoder<V> of(Coder<V> value) {
    return new ChangeCoder<>(value);
  }

  @Override
  public void encode(Change<V> change, OutputStream out) throws IOException {
    out.write(change.kind().ordinal());
    value.encode(change.value(), out);
  }

  @Override
  public Change<V> decode(InputStream in) throws IOException {
    int kind = in.read();
    if (kind < 0 || kind >= KINDS.size()) {
      throw new EOFException("no change begins with " + kind);
    }
    return new Change<>(KINDS.get(kind), value.decode(in));
  }

  @Override
  public List<? extends Coder<?>> getCoderArguments() {
    return List.of(value);
  }

  @Override
  public void verifyDeterministic() throws NonDeterministicException {
    value.verifyDeterministic();
  }
}
