/** The entry point: {@link dev.newsfold.Newsfold} starts a job or a command. */
@NullMarked
package dev.newsfold;

import org.jspecify.annotations.NullMarked;
