/** The Beam transforms, thin: one a stage, named as verbs. */
@NullMarked
package dev.newsfold.flow;

import org.jspecify.annotations.NullMarked;
