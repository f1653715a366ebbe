/** An article in the making, and how each field is decided: chains of rules, and their evidence. */
@NullMarked
package dev.newsfold.parse.draft;

import org.jspecify.annotations.NullMarked;
