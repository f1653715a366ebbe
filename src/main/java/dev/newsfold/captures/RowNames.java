package dev.newsfold.captures;

/**
 * What a user calls the columns of a table of pages; where a name is empty, the common ones are
 * looked for. A name of a nested record has those above it before a dot.
 *
 * @param html the page itself
 * @param url its address
 * @param time when it was captured
 */
public record RowNames(String html, String url, String time) {
  /** The names that are commonly used. */
  public static final RowNames COMMON = new RowNames("", "", "");
}
