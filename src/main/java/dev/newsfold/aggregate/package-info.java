/** Calendar windows of publish time, and tallies that merge in any order. */
@NullMarked
package dev.newsfold.aggregate;

import org.jspecify.annotations.NullMarked;
