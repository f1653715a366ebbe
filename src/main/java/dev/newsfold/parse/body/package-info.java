/** Which lines are the article's text, and what stands between them that is not. */
@NullMarked
package dev.newsfold.parse.body;

import org.jspecify.annotations.NullMarked;
