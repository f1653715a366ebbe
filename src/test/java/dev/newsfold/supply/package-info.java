/** What the jar is made of, and what must not lie about in the repository. */
@NullMarked
package dev.newsfold.supply;

import org.jspecify.annotations.NullMarked;
