/** When a page was published and changed: what it tells machines, what it shows, what wins. */
@NullMarked
package dev.newsfold.parse.time;

import org.jspecify.annotations.NullMarked;
