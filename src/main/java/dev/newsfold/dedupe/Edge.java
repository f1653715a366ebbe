package dev.newsfold.dedupe;

/**
 * Two articles that verified as cross-posts in some bucket.
 *
 * @param from id of the earlier one in the canonical order
 * @param to id of the later one
 */
public record Edge(String from, String to) {}
