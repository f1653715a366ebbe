/** What a page says of itself: its address, language, summary, keywords, and rights. */
@NullMarked
package dev.newsfold.parse.metadata;

import org.jspecify.annotations.NullMarked;
