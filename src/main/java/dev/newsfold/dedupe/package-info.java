/**
 * Headline keys, sketches, the cross-post rule and the total order that picks a canonical article.
 */
@NullMarked
package dev.newsfold.dedupe;

import org.jspecify.annotations.NullMarked;
