package dev.newsfold.flow;

import dev.newsfold.sinks.Dataset;
import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which records of a dataset are written by one worker: those of a partition; where a dataset has
 * no partitions, those whose order keys' hashes agree, so that several workers share them.
 *
 * <p>Beam deals out keys by worker and thread ({@code GroupIntoBatches.withShardedKey}). That would
 * not do here: files are named by their content, and two records that are the same would make one
 * file if they came to two workers, each alone in a batch. By a hash they always meet; and a step
 * that is tried again deals out records as it did before.
 *
 * @param shards into how many parts a dataset without partitions is dealt out; one or more
 */
record WriteKey(Dataset dataset, int shards) implements Serializable {
  /** Spreads hashes that differ in few bits: 2 to the 32nd over the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  /** The key of a record. */
  String of(SpecificRecord item) {
    String partition = dataset.partitionOf(item);
    return partition.isEmpty() ? "shard=" + shardOf(dataset.orderOf(item)) : partition;
  }

  private int shardOf(String order) {
    return Math.floorMod((order.hashCode() * SPREAD) >>> 16, shards);
  }
}
