package dev.newsfold.sample;

import org.jspecify.annotations.Nullable;

/**
 * The opening of a report.
 *
 * @param outlet who reported
 * @param place where from, if it says so
 * @param day {@code --03-05}, if it says so
 * @param text the words as they open the first paragraph, reporters included
 * @param joint what stands between them and the report itself
 */
public record Dateline(
    String outlet, @Nullable String place, @Nullable String day, String text, String joint) {}
