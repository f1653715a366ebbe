package dev.newsfold.flow;

import dev.newsfold.captures.warc.RecordStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** Where reading begins as three numbers. */
final class RecordStartCoder extends AtomicCoder<RecordStart> {
  private static final VarLongCoder LONG = VarLongCoder.of();

  @Override
  public void encode(RecordStart start, OutputStream out) throws IOException {
    LONG.encode(start.offset(), out);
    LONG.encode(start.readAgain(), out);
    LONG.encode(start.searchedAgain(), out);
  }

  @Override
  public RecordStart decode(InputStream in) throws IOException {
    return new RecordStart(LONG.decode(in), LONG.decode(in), LONG.decode(in));
  }
}
