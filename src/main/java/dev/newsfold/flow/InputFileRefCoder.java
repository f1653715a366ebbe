package dev.newsfold.flow;

import dev.newsfold.captures.InputFileRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** A reference to an input file as two strings. */
final class InputFileRefCoder extends AtomicCoder<InputFileRef> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  @Override
  public void encode(InputFileRef file, OutputStream out) throws IOException {
    STRING.encode(file.location(), out);
    STRING.encode(file.path(), out);
  }

  @Override
  public InputFileRef decode(InputStream in) throws IOException {
    return new InputFileRef(STRING.decode(in), STRING.decode(in));
  }
}
