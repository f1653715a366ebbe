package dev.newsfold.captures.containers;

import dev.newsfold.captures.Place;
import dev.newsfold.captures.warc.FileBytes;
import java.util.Locale;

/**
 * Bytes to be read: a file, what a compressed one holds, or an entry of an archive.
 *
 * @param place where they lie
 * @param name how what lies there is called, without the endings of compressions that were undone
 * @param depth how many containers they lie in
 */
record Source(Place place, String name, FileBytes bytes, int depth) {

  /** What this compressed source holds. */
  Source undone(FileBytes content, String ending) {
    boolean named = nameEnds(ending);
    String shorter = named ? name.substring(0, name.length() - ending.length()) : name;
    return new Source(place, shorter, content, depth + 1);
  }

  /** An entry of this archive. */
  Source entry(String entry, FileBytes content) {
    Place inside = place.inside(entry);
    return new Source(inside, inside.name(), content, depth + 1);
  }

  /** Whether the name ends so, in any case of letters. */
  boolean nameEnds(String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** True for an input file, however compressed; false for an entry of an archive. */
  boolean isFile() {
    return place.member() == null;
  }
}
