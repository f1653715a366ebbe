package dev.newsfold.flow;

import dev.newsfold.captures.containers.Repeat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** A revisit and a page. */
final class RepeatCoder extends AtomicCoder<Repeat> {
  private static final NamedRecordCoder RECORD = new NamedRecordCoder();

  @Override
  public void encode(Repeat repeat, OutputStream out) throws IOException {
    RECORD.encode(repeat.revisit(), out);
    RECORD.encode(repeat.page(), out);
  }

  @Override
  public Repeat decode(InputStream in) throws IOException {
    return new Repeat(RECORD.decode(in), RECORD.decode(in));
  }
}
