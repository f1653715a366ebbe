/** Which line, or which statement, is the headline. */
@NullMarked
package dev.newsfold.parse.headline;

import org.jspecify.annotations.NullMarked;
