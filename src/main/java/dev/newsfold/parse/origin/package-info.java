/** Where a text comes from: source, dateline, agencies quoted. */
@NullMarked
package dev.newsfold.parse.origin;

import org.jspecify.annotations.NullMarked;
