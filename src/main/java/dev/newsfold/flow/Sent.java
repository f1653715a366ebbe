package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way to a comparison.
 *
 * @param to the article that it is compared with, or its own id; null if it is in no pair
 */
record Sent(@Nullable String to, FoldMember article) {}
