/** The page people look at after a run. */
@NullMarked
package dev.newsfold.report;

import org.jspecify.annotations.NullMarked;
