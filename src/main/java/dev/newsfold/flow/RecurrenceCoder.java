package dev.newsfold.flow;

import dev.newsfold.dedupe.Recurrence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** A recurrence as two ascending lists. */
final class RecurrenceCoder extends AtomicCoder<Recurrence> {
  private static final ListCoder<Long> LONGS = ListCoder.of(VarLongCoder.of());

  @Override
  public void encode(Recurrence recurrence, OutputStream out) throws IOException {
    LONGS.encode(recurrence.days().stream().toList(), out);
    LONGS.encode(recurrence.bodies().stream().toList(), out);
  }

  @Override
  public Recurrence decode(InputStream in) throws IOException {
    return new Recurrence(new TreeSet<>(LONGS.decode(in)), new TreeSet<>(LONGS.decode(in)));
  }
}
