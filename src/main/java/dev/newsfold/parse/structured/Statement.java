package dev.newsfold.parse.structured;

import dev.newsfold.parse.text.Lexicon;
import java.util.List;

/**
 * What pages state under names of their own: the names of meta tags, and of keys in page data, as
 * {@code lexicon/metadata.tsv} lists them.
 */
public enum Statement {
  PUBLISHED("published"),
  MODIFIED("modified"),
  /** A day, without saying which of the page's dates it is. */
  ANY_DATE("any-date"),
  SECTION("section"),
  SOURCE("source"),
  PUBLISHER("publisher"),
  EDITOR("editor"),
  LICENSE("license"),
  ROBOTS("robots"),
  /** {@link #PUBLISHED} in scripts. */
  SCRIPT_PUBLISHED("script-published"),
  /** {@link #SOURCE} in scripts. */
  SCRIPT_SOURCE("script-source");

  private final List<String> names;

  Statement(String kind) {
    names = Lexicon.list("metadata.tsv", 3, kind);
  }

  /** The names it is stated under, in order of trust. */
  public List<String> names() {
    return names;
  }

  /** All that a page's meta tags state so, in order of trust. */
  public List<String> in(Meta meta) {
    return names.stream().flatMap(name -> meta.all(name).stream()).toList();
  }
}
