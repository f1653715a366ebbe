/** Where outputs lie and how a run is published: path arithmetic and the manifest. */
@NullMarked
package dev.newsfold.sinks;

import org.jspecify.annotations.NullMarked;
