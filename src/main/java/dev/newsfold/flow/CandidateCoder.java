package dev.newsfold.flow;

import dev.newsfold.dedupe.Candidate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** A candidate, field by field in the order of the record. */
final class CandidateCoder extends AtomicCoder<Candidate> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final BigEndianLongCoder LONG = BigEndianLongCoder.of();
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  @Override
  public void encode(Candidate candidate, OutputStream out) throws IOException {
    STRING.encode(candidate.id(), out);
    LONG.encode(candidate.rank(), out);
    LONG.encode(candidate.digest(), out);
    BYTES.encode(candidate.signature(), out);
  }

  @Override
  public Candidate decode(InputStream in) throws IOException {
    return new Candidate(STRING.decode(in), LONG.decode(in), LONG.decode(in), BYTES.decode(in));
  }
}
