/**
 * Records of web archives, WARC and ARC, and the HTTP answers in them, however they are damaged.
 */
@NullMarked
package dev.newsfold.captures.warc;

import org.jspecify.annotations.NullMarked;
