/** Invented portals, with their truth: the demo, the tests' fixture and the benchmarks' load. */
@NullMarked
package dev.newsfold.sample;

import org.jspecify.annotations.NullMarked;
