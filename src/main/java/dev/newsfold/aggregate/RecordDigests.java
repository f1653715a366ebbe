package dev.newsfold.aggregate;

import dev.newsfold.captures.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;

/** Short digests of records, to tell whether one has changed. */
final class RecordDigests {
  private RecordDigests() {}

  /** 64 bits of the SHA-256 of the record as Avro encodes it; maps in it must be ordered. */
  static long of(SpecificRecordBase item) {
    try {
      ByteBuffer bytes =
          new BinaryMessageEncoder<>(item.getSpecificData(), item.getSchema()).encode(item);
      return Long.parseUnsignedLong(Digests.sha256(bytes).substring(0, 16), 16);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
