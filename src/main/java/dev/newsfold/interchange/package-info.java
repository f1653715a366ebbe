/** Articles that someone else extracted, as JSON Lines or Avro, made into records of ours. */
@NullMarked
package dev.newsfold.interchange;

import org.jspecify.annotations.NullMarked;
