package dev.newsfold.captures;

import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads captures that travel as values of messages: a {@code Capture} in Avro's binary encoding,
 * plain, or behind the ten bytes of Avro's single-object encoding.
 */
public final class CaptureValue {
  private static final byte[] SINGLE_OBJECT = {(byte) 0xC3, 0x01};
  private static final int SINGLE_OBJECT_HEADER = 10;

  private final ReadLimits limits;
  private final SpecificDatumReader<Capture> reader = new SpecificDatumReader<>(Capture.class);

  public CaptureValue(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads one value. A capture that does not say where its bytes lie gets the message for its
   * origin.
   *
   * @param file names the queue: topic and partition
   * @param offset of the message in it
   */
  public Verdict<Capture> read(byte @Nullable [] value, String file, long offset) {
    Origin origin = Origin.newBuilder().setFile(file).setOffset(offset).build();
    if (value == null || value.length == 0) {
      return rejected(origin, Reason.EMPTY, "the message has no value", new byte[0]);
    }
    ByteBuffer datum = ByteBuffer.wrap(value);
    if (value.length > SINGLE_OBJECT_HEADER
        && value[0] == SINGLE_OBJECT[0]
        && value[1] == SINGLE_OBJECT[1]) {
      datum.position(SINGLE_OBJECT_HEADER);
    }
    if (!AvroBounds.fits(Capture.getClassSchema(), datum)) {
      return rejected(origin, Reason.CAPTURE_MALFORMED, "not a Capture in Avro", value);
    }
    Capture capture;
    try {
      capture =
          reader.read(
              null,
              DecoderFactory.get().binaryDecoder(value, datum.position(), datum.remaining(), null));
    } catch (IOException | AvroRuntimeException e) {
      return rejected(origin, Reason.CAPTURE_MALFORMED, "not a Capture in Avro: " + e, value);
    }
    if (capture.getOrigin().getFile().isEmpty()) {
      capture.setOrigin(origin);
    }
    return capture.getPayload().remaining() > limits.maxPageBytes()
        ? new Verdict.Rejected<>(Rejections.tooLarge(capture, limits.maxPageBytes()))
        : new Verdict.Accepted<>(capture);
  }

  private static Verdict<Capture> rejected(
      Origin origin, Reason reason, String message, byte[] value) {
    return new Verdict.Rejected<>(
        Rejections.ofUnread(origin, reason, message)
            .setPayload(Rejections.head(ByteBuffer.wrap(value)))
            .setPayloadSize((long) value.length)
            .build());
  }
}
