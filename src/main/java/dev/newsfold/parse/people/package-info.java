/** Who wrote and edited: Chinese bylines, Western bylines, statements, names. */
@NullMarked
package dev.newsfold.parse.people;

import org.jspecify.annotations.NullMarked;
