package dev.newsfold.dedupe;

/**
 * An article that verified as a cross-post of another.
 *
 * @param from id of the other article
 * @param match how they compare
 */
public record Edge(String from, MatchResult match) {}
