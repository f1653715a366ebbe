package dev.newsfold.sample;

/** A headline in a list, and where it leads. */
record Link(String headline, String href) {}
