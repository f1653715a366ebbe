/**
 * Seeded captures that are built to hurt, run as one batch, on Flink, as days in several orders, as
 * a chain of runs with {@code --history} and as a stream that is resumed: all must end with the
 * same records.
 */
@NullMarked
package dev.newsfold.onefold;

import org.jspecify.annotations.NullMarked;
