/** Bytes to text: declared labels, sniffing, validity, and repair of what is broken. */
@NullMarked
package dev.newsfold.decode;

import org.jspecify.annotations.NullMarked;
