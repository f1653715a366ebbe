package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Values are walked in time of their bytes. */
class AvroBoundsTest {
  /** Each record holds two of the one before: together more than could be walked in a lifetime. */
  @Test
  void recordsWithoutBytesAreNotWalkedWithoutEnd() {
    Schema schema = Schema.createRecord("R", null, null, false, List.of());
    for (int i = 0; i < 60; i++) {
      schema =
          Schema.createRecord(
              "R" + i,
              null,
              null,
              false,
              List.of(new Schema.Field("a", schema), new Schema.Field("b", schema)));
    }
    assertThat(fits(schema, new byte[1]), is(false));
  }

  @Test
  void arraysOfNothingAreNotWalkedWithoutEnd() {
    Schema nulls = Schema.createArray(Schema.create(Schema.Type.NULL));
    byte[] many = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 0};
    assertThat(fits(nulls, many), is(false));
    assertThat(fits(nulls, new byte[] {8, 0}), is(true));
  }

  private static boolean fits(Schema schema, byte[] bytes) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> AvroBounds.fits(schema, ByteBuffer.wrap(bytes)));
  }
}
