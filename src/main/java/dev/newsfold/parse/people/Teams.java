package dev.newsfold.parse.people;

import dev.newsfold.parse.text.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Groups that sign together. */
final class Teams {
  /** By the Gazette Team, Our Editors: a group that signs together. */
  private static final Pattern TEAM =
      Pattern.compile(
          "(?i)(?:the |our |die )?(?:[\\p{L}\\p{N}&.’']+ ){0,4}(?:"
              + BylineWords.any("team")
              + ")");

  /** Jane Roe Contributor is one, Gazette Contributor is many. */
  private static final Pattern POST_OF_ONE = Pattern.compile("(?i)\\s(?:contributor|editor)s?$");

  private Teams() {}

  /** The group that signs a byline; null if it is signed by none. */
  static @Nullable String in(String byline) {
    String name = WesternNames.strip(BylineStart.without(Text.squeeze(byline)));
    boolean called = name.chars().skip(1).anyMatch(Character::isUpperCase); // not: our own team
    return called && name.length() <= WesternNames.MAX_NAME && TEAM.matcher(name).matches()
        ? name
        : null;
  }

  /** A group that an organization's own data name; null for a person, with a post or without. */
  static @Nullable String stated(String name) {
    String team = in(name);
    if (team == null) {
      return null;
    }
    String person = POST_OF_ONE.matcher(team).replaceFirst("");
    return person.length() < team.length() && WesternNames.isFullName(person) ? null : team;
  }
}
