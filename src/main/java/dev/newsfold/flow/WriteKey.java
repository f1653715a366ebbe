package dev.newsfold.flow;

import dev.newsfold.sinks.Dataset;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which records go into a file together: those of a dataset, a partition and a run; where a dataset
 * has no partitions, those whose order keys' hashes agree, so that several workers share them.
 *
 * <p>Beam deals out keys by worker and thread ({@code GroupIntoBatches.withShardedKey}). That would
 * not do here: files are named by their content, and two records that are the same would make one
 * file if they came to two workers, each alone in a batch. By a hash they always meet; and a step
 * that is tried again deals out records as it did before.
 *
 * @param partition empty where the dataset has none
 * @param shard of a dataset without partitions; 0 of any other
 * @param run the capture day that the records come from; empty where none owns them
 */
record WriteKey(Dataset dataset, String partition, int shard, String run) {
  /** Spreads hashes that differ in few bits: 2 to the 32nd over the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  /** Between the parts of a key; in none of them. */
  private static final String BETWEEN = "\t";

  /**
   * The key of a record.
   *
   * @param shards into how many parts a dataset without partitions is dealt out; one or more
   */
  static WriteKey of(Dataset dataset, SpecificRecord item, int shards, String run) {
    String partition = dataset.partitionOf(item);
    return new WriteKey(
        dataset, partition, partition.isEmpty() ? shardOf(dataset.orderOf(item), shards) : 0, run);
  }

  private static int shardOf(String order, int shards) {
    return Math.floorMod((order.hashCode() * SPREAD) >>> 16, shards);
  }

  /** The key that {@link #text} has told. */
  static WriteKey parse(String text) {
    String[] parts = text.split(BETWEEN, -1);
    return new WriteKey(Dataset.in(parts[0]), parts[1], Integer.parseInt(parts[2]), parts[3]);
  }

  /** As a key of a collection. */
  String text() {
    return String.join(BETWEEN, dataset.folder(), partition, Integer.toString(shard), run);
  }
}
