package dev.newsfold.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.VarIntCoder;

/** A place, and bytes behind their number. */
final class RecordAtCoder extends AtomicCoder<RecordAt> {
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  @Override
  public void encode(RecordAt item, OutputStream out) throws IOException {
    INT.encode(item.place(), out);
    BYTES.encode(item.bytes(), out);
  }

  @Override
  public RecordAt decode(InputStream in) throws IOException {
    return new RecordAt(INT.decode(in), BYTES.decode(in));
  }
}
