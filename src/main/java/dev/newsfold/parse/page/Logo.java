package dev.newsfold.parse.page;

/**
 * The picture of a name, such as the site's own.
 *
 * @param name what stands in its place for those who do not see it
 * @param href where the link around it leads to; empty without one
 * @param line index of the next line of the page
 */
public record Logo(String name, String href, int line) {}
