/**
 * What files hold captures: a class for each kind of container, told apart by their bytes, read one
 * inside the other within bounds.
 */
@NullMarked
package dev.newsfold.captures.containers;

import org.jspecify.annotations.NullMarked;
