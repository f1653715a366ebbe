package dev.newsfold.parse.origin;

import dev.newsfold.parse.people.PersonNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source as named, with the address behind the name if it is a link. */
public record Source(String name, @Nullable String href) {

  /** Adds what a text names, without what is no part of the name; nothing if it names a person. */
  static void add(List<Source> sources, String text, @Nullable String href) {
    String name = SourceNames.clean(text);
    if (name != null && !PersonNames.isChineseName(name)) {
      sources.add(new Source(name, href));
    }
  }

  /** Whether it says no more than that the text is somebody else's, or the site's own. */
  boolean isVague() {
    return SourceNames.isVague(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
