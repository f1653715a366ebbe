/** The rules that a user gives for a site: where its pages show what, and which lines to drop. */
@NullMarked
package dev.newsfold.parse.site;

import org.jspecify.annotations.NullMarked;
