/** What of a page's markup the parser is given, and what its elements are to a reader. */
@NullMarked
package dev.newsfold.parse.page.markup;

import org.jspecify.annotations.NullMarked;
