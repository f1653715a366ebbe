/** Google Cloud Storage as a store. */
@NullMarked
package dev.newsfold.stores.gcs;

import org.jspecify.annotations.NullMarked;
