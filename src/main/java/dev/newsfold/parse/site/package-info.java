/** What holds for a site: rules given for it, its addresses, what it says of itself. */
@NullMarked
package dev.newsfold.parse.site;

import org.jspecify.annotations.NullMarked;
