/**
 * Tables for other programs: the records of a dataset as Parquet or Avro, sorted, in few files,
 * partitioned as Hive does it.
 */
@NullMarked
package dev.newsfold.tables;

import org.jspecify.annotations.NullMarked;
