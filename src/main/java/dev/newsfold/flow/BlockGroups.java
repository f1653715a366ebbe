package dev.newsfold.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Divides the blocks of a shard into groups that share no key. */
final class BlockGroups {
  private static final int MOST = 1024;

  /** A group is written down in pieces of this size: all groups are open at once. */
  private static final int FULL = 1 << 14;

  private BlockGroups() {}

  /**
   * Divides.
   *
   * @param shards how many there are
   * @param bytes about how many a group is to have
   */
  static List<List<Block>> divide(Iterable<Block> shard, int shards, long bytes, SpillFile file)
      throws IOException {
    List<Block> blocks = new ArrayList<>();
    shard.forEach(blocks::add);
    long all = blocks.stream().mapToLong(Block::length).sum();
    int groups = (int) Math.min(1 + all / bytes, MOST);
    return groups == 1 ? List.of(blocks) : divide(blocks, shards, groups, file);
  }

  private static List<List<Block>> divide(
      List<Block> blocks, int shards, int groups, SpillFile file) throws IOException {
    List<List<Block>> divided = new ArrayList<>();
    List<ByteArrayOutputStream> open = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      divided.add(new ArrayList<>());
      open.add(new ByteArrayOutputStream());
    }
    for (Block block : blocks) {
      byte[] bytes = file.read(block);
      BlockReader reader = new BlockReader(bytes);
      while (!reader.isAtEnd()) {
        reader.next();
        // The rest of a division by the shards is the same for all keys of a shard.
        int group = Math.floorMod(Math.floorDiv(reader.hash(), shards), groups);
        ByteArrayOutputStream there = open.get(group);
        Block.appendHead(reader.hash(), reader.length(), there);
        there.write(bytes, reader.start(), reader.length());
        if (there.size() >= FULL) {
          divided.get(group).add(file.keep(there.toByteArray()));
          // One that was emptied would keep the room of the largest item it had, in every group.
          open.set(group, new ByteArrayOutputStream());
        }
      }
    }
    for (int i = 0; i < groups; i++) {
      divided.get(i).add(file.keep(open.get(i).toByteArray()));
    }
    return divided;
  }
}
