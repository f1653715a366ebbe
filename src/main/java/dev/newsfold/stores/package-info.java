/** Stores behind the interfaces by which captures and sinks list, open and create files. */
@NullMarked
package dev.newsfold.stores;

import org.jspecify.annotations.NullMarked;
