package dev.newsfold.flow;

import dev.newsfold.dedupe.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** An observation, field by field in the order of the record. */
final class ObservationCoder extends AtomicCoder<Observation> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final ListCoder<Long> LONGS = ListCoder.of(VarLongCoder.of());

  @Override
  public void encode(Observation observation, OutputStream out) throws IOException {
    STRING.encode(observation.about(), out);
    LONGS.encode(observation.first(), out);
    LONGS.encode(observation.second(), out);
  }

  @Override
  public Observation decode(InputStream in) throws IOException {
    return new Observation(STRING.decode(in), LONGS.decode(in), LONGS.decode(in));
  }
}
