/**
 * Characters, words and labels as the rules see them, and patterns that are tried only where they
 * can begin.
 */
@NullMarked
package dev.newsfold.parse.text;

import org.jspecify.annotations.NullMarked;
