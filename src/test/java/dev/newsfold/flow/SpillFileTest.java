package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class SpillFileTest {
  private static final int LENGTH = 1 << 20;

  @Test
  void whatIsMoreThanMemoryIsToHoldIsReadBackFromDisk() throws IOException {
    SpillFile file = SpillFile.acquire(SpillFile.newKey());
    try {
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        byte[] bytes = new byte[LENGTH + i];
        Arrays.fill(bytes, (byte) i);
        // As it travels: encoded and decoded.
        blocks.add(CoderUtils.clone(new Block.BlockCoder(), file.keep(bytes)));
      }
      assertThat(
          blocks.stream().filter(block -> block.bytes() != null).count(),
          equalTo(SpillFile.IN_MEMORY / (LENGTH + 10)));
      for (int i : IntStream.range(0, 10).map(i -> 9 - i).toArray()) {
        byte[] bytes = file.read(blocks.get(i));
        assertThat(bytes.length, equalTo(LENGTH + i));
        assertThat(bytes[LENGTH / 2], equalTo((byte) i));
      }
    } finally {
      file.release();
    }
  }

  @Test
  void usersShareItAndTheLastDeletesIt() throws IOException {
    int before = SpillFile.inUse();
    long key = SpillFile.newKey();
    SpillFile one = SpillFile.acquire(key);
    SpillFile other = SpillFile.acquire(key);
    assertThat(one == other, equalTo(true));
    Block block = new Block(null, 0, 8);
    assertThrows(IOException.class, () -> other.read(block));
    Block held = one.keep(new byte[8]);
    one.release();
    assertThat(Objects.requireNonNull(other.read(held)).length, equalTo(8));
    assertThat(SpillFile.inUse(), equalTo(before + 1));
    other.release();
    assertThat(SpillFile.inUse(), equalTo(before));
  }
}
