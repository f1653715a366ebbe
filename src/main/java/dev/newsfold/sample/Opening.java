package dev.newsfold.sample;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed before a story's text is written; cheap to make, for lists of headlines.
 *
 * @param number the page it is first printed on
 * @param section its section's key
 * @param sectionLabel what readers call the section
 * @param time when it was first printed, in the outlet's zone
 * @param size number of paragraphs; one for a brief of a single sentence
 * @param column the column it is an issue of, if any
 * @param telling its names, to be told on
 */
record Opening(
    long number,
    Outlet outlet,
    String section,
    String sectionLabel,
    OffsetDateTime time,
    String headline,
    int size,
    @Nullable String column,
    Telling telling) {

  boolean isBrief() {
    return size == 1;
  }
}
