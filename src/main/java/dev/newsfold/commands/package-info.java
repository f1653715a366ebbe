/** What people run at the keyboard on pages and outputs: inspect, cat, sample, and their like. */
@NullMarked
package dev.newsfold.commands;

import org.jspecify.annotations.NullMarked;
