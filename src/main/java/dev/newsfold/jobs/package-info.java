/**
 * Jobs assembled from transforms, in one method that reads top to bottom; their options and exit
 * codes.
 */
@NullMarked
package dev.newsfold.jobs;

import org.jspecify.annotations.NullMarked;
