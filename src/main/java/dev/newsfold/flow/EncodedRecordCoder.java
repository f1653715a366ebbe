package dev.newsfold.flow;

import dev.newsfold.sinks.EncodedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.common.ElementByteSizeObserver;

/** An encoded record: its order, whether it is withdrawn, and its bytes behind their number. */
final class EncodedRecordCoder extends AtomicCoder<EncodedRecord> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final BooleanCoder BOOLEAN = BooleanCoder.of();
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  @Override
  public void encode(EncodedRecord item, OutputStream out) throws IOException {
    STRING.encode(item.order(), out);
    BOOLEAN.encode(item.isWithdrawn(), out);
    BYTES.encode(item.bytes(), out);
  }

  @Override
  public EncodedRecord decode(InputStream in) throws IOException {
    return new EncodedRecord(STRING.decode(in), BOOLEAN.decode(in), BYTES.decode(in));
  }

  /** Batches are made by size: that must not take an encoding of each record. */
  @Override
  public boolean isRegisterByteSizeObserverCheap(EncodedRecord item) {
    return true;
  }

  @Override
  public void registerByteSizeObserver(EncodedRecord item, ElementByteSizeObserver observer) {
    observer.update((long) item.size());
  }

  @Override
  protected long getEncodedElementByteSize(EncodedRecord item) {
    return item.size();
  }
}
