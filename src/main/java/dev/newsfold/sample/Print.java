package dev.newsfold.sample;

import dev.newsfold.records.Relation;
import java.util.List;

/**
 * An article as it goes to print.
 *
 * @param piece all that is known of it; the design may leave out some
 * @param edits what was done to the original
 * @param relation how it relates to the original
 */
record Print(Piece piece, List<Edit> edits, Relation relation) {}
