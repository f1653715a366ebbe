/** The notations of time: what a piece of text says of days, hours and zones, whoever shows it. */
@NullMarked
package dev.newsfold.parse.time.notation;

import org.jspecify.annotations.NullMarked;
