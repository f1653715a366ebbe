/** Text to article: jsoup lives here only; one rule chain a field, best evidence first. */
@NullMarked
package dev.newsfold.parse;

import org.jspecify.annotations.NullMarked;
