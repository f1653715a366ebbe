/** The page as rules see it: lines, blocks and what these say they are, regions, kind of page. */
@NullMarked
package dev.newsfold.parse.page;

import org.jspecify.annotations.NullMarked;
