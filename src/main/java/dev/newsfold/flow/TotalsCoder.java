package dev.newsfold.flow;

import dev.newsfold.report.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;

/** Totals in their own bytes. */
final class TotalsCoder extends AtomicCoder<Totals> {
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  @Override
  public void encode(Totals totals, OutputStream out) throws IOException {
    BYTES.encode(totals.toBytes(), out);
  }

  @Override
  public Totals decode(InputStream in) throws IOException {
    return Totals.fromBytes(BYTES.decode(in));
  }
}
