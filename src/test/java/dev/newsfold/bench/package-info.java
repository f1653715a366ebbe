/** Scores decode and parse on the shared bench, which is read in place and skipped where absent. */
@NullMarked
package dev.newsfold.bench;

import org.jspecify.annotations.NullMarked;
