package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.structured.Statement;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name of the site that a page belongs to, as its metadata states it; {@link TitleEnds}
 * finds it in the title, and {@link Copyright} at the foot of the page.
 */
public final class Publishers {
  /** A name says no more than this. */
  private static final int MAX_NAME = 60;

  private static final Pattern MARKS = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}++");

  private Publishers() {}

  /** Whom structured data names as the article's publisher, by the name of the site or outlet. */
  public static List<String> stated(Draft draft) {
    return companies(draft).stream().filter(name -> !PublisherWords.namesCompany(name)).toList();
  }

  /**
   * Whom structured data names as the article's publisher, be it the company that runs the site.
   */
  public static List<String> companies(Draft draft) {
    return draft.data().agents("publisher").stream().map(StructuredData.Agent::name).toList();
  }

  /** What meta tags other than {@code og:site_name} call the site, in order of trust. */
  public static List<String> metas(Draft draft) {
    return Statement.PUBLISHER.in(draft.page().meta());
  }

  /** Why a text cannot be the name of this site; null if it can. */
  public static @Nullable String refusal(Draft draft, String name) {
    String key = Keys.of(name);
    if (key.isEmpty()
        || PublisherWords.isNoName(name)
        || key.chars().allMatch(Character::isDigit)) {
      return "no name";
    }
    if (name.startsWith("http") || name.startsWith("www.") || name.startsWith("@")) {
      return "an address";
    }
    if (Text.weight(name) > MAX_NAME) {
      return "too long for a name";
    }
    String headline = Keys.of(draft.headline().text());
    return key.equals(headline) || key.length() > 12 && headline.startsWith(key)
        ? "the headline"
        : null;
  }

  /** True if a host bears a name, spelled out or by its initials. */
  static boolean isNameOf(String host, String name) {
    String key = plainKey(name);
    String letters = Keys.of(host);
    if (key.length() < 3 || letters.isEmpty()) {
      return key.length() == 2 && host.toLowerCase(Locale.ROOT).startsWith(key + '.');
    }
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[\\s-]+", 12)) {
      initials.append(Keys.of(word.isEmpty() ? word : word.substring(0, 1)));
    }
    String owner = Keys.of(owner(host));
    return letters.contains(key)
        || owner.length() > 3 && key.contains(owner)
        || initials.length() > 2 && owner.contentEquals(initials);
  }

  /** Hosts have no accents: El País is at elpais.example. */
  private static String plainKey(String name) {
    return Keys.of(MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll(""));
  }

  /** The longest label of a host but its last: {@code example} of {@code news.example.co.uk}. */
  private static String owner(String host) {
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", 8);
    String longest = labels[0];
    for (int i = 1; i < labels.length - 1; i++) {
      longest = labels[i].length() >= longest.length() ? labels[i] : longest;
    }
    return longest;
  }
}
