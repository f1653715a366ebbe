/**
 * Articles that someone else extracted, as JSON Lines, Avro or Parquet, made into records of ours.
 */
@NullMarked
package dev.newsfold.interchange;

import org.jspecify.annotations.NullMarked;
