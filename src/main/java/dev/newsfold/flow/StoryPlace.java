package dev.newsfold.flow;

import dev.newsfold.records.Relation;

/**
 * Where an article has its place among the stories.
 *
 * @param storyId the story that it is in
 * @param relation how it relates to the canonical article of that
 */
record StoryPlace(String storyId, Relation relation) {}
