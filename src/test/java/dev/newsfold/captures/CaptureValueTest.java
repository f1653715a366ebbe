package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.UrlEvidence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaptureValueTest {
  private final CaptureValue values = new CaptureValue(ReadLimits.DEFAULT);

  @Test
  void aCaptureIsReadPlainAndAsASingleObject() throws IOException {
    Capture capture = capture("dump.warc", 17);
    assertThat(accepted(encoded(capture)).toString(), equalTo(capture.toString()));
    ByteBuffer single = capture.toByteBuffer();
    byte[] bytes = new byte[single.remaining()];
    single.get(bytes);
    assertThat(accepted(bytes).toString(), equalTo(capture.toString()));
  }

  @Test
  void aCaptureOfNoFileLiesInItsMessage() throws IOException {
    Origin origin = accepted(encoded(capture("", 17))).getOrigin();
    assertThat(origin.getFile(), equalTo("captures/3"));
    assertThat(origin.getOffset(), equalTo(99L));
  }

  @Test
  void whatIsNoCaptureIsRejectedWithItsPlace() throws IOException {
    byte[] good = encoded(capture("dump.warc", 17));
    assertMalformed("hello".getBytes(StandardCharsets.UTF_8));
    assertMalformed(Arrays.copyOf(good, good.length - 1));
    assertMalformed(Arrays.copyOf(good, good.length + 1));
    assertThat(rejected(null).getReason(), equalTo(Reason.EMPTY));
    assertThat(rejected(new byte[0]).getReason(), equalTo(Reason.EMPTY));
    Rejection large = rejected(encoded(capture("dump.warc", 11 << 20)));
    assertThat(large.getReason(), equalTo(Reason.TOO_LARGE));
    assertThat(large.getMessage(), equalTo("the page has 11534336 bytes, more than 10485760"));
  }

  @Test
  void aLengthOfGigabytesSetsNoMemoryAside() {
    // Nulls, an enum, nulls, and bytes that claim to be 2^31 - 1 long.
    byte[] hostile = {0, 0, 0, 0, 0, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
    assertMalformed(hostile);
  }

  @Test
  void anyBytesGetAVerdict() throws IOException {
    Random random = new Random(7);
    byte[] good = encoded(capture("dump.warc", 40));
    int malformed = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      if (values.read(bytes, "captures/3", i) instanceof Verdict.Rejected) {
        malformed++;
      }
    }
    assertThat(malformed, greaterThan(1000));
  }

  private void assertMalformed(byte[] bytes) {
    Rejection rejection = rejected(bytes);
    assertThat(rejection.getReason(), equalTo(Reason.CAPTURE_MALFORMED));
    assertThat(rejection.getOrigin().getFile(), equalTo("captures/3"));
    assertThat(rejection.getOrigin().getOffset(), equalTo(99L));
  }

  private Rejection rejected(byte @Nullable [] bytes) {
    if (values.read(bytes, "captures/3", 99) instanceof Verdict.Rejected<Capture> rejected) {
      return rejected.rejection();
    }
    throw new AssertionError("accepted");
  }

  private Capture accepted(byte[] bytes) {
    if (values.read(bytes, "captures/3", 99) instanceof Verdict.Accepted<Capture> accepted) {
      return accepted.value();
    }
    throw new AssertionError("rejected");
  }

  private static Capture capture(String file, int size) {
    return Capture.newBuilder()
        .setUrl("http://cedar.example/1.html")
        .setUrlEvidence(UrlEvidence.FETCHED)
        .setCapturedAt(Instant.ofEpochSecond(1_700_000_000))
        .setContentType("text/html")
        .setHttpStatus(200)
        .setPayload(ByteBuffer.wrap(new byte[size]))
        .setOrigin(Origin.newBuilder().setFile(file).setOffset(5L).build())
        .build();
  }

  private static byte[] encoded(Capture capture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new SpecificDatumWriter<>(Capture.class).write(capture, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
