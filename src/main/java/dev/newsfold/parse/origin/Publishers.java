package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.Statement;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.NamePattern;
import dev.newsfold.parse.text.Text;
import java.text.Normalizer;
import java.util.ArrayList;
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

  private static final NamePattern ACCOUNT = ClassNames.pattern("account");

  private static final Pattern MARKS = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}++");

  private Publishers() {}

  /**
   * What the page states for machines, best evidence first: the name of the site, whom structured
   * data names as the article's publisher if that is no company, other meta tags.
   */
  public static List<Named<String>> stated(Draft draft) {
    List<Named<String>> stated = new ArrayList<>();
    String site = draft.page().meta().first("og:site_name");
    add(stated, "meta:og:site_name", site == null ? List.of() : List.of(site));
    add(
        stated,
        "json-ld:publisher",
        companies(draft).stream().filter(name -> !PublisherWords.namesCompany(name)).toList());
    add(stated, "json-ld:WebSite", draft.data().webSites());
    add(stated, "meta:publisher", Statement.PUBLISHER.in(draft.page().meta()));
    return stated;
  }

  private static void add(List<Named<String>> stated, String rule, List<String> names) {
    names.forEach(name -> stated.add(new Named<>(rule, name)));
  }

  /**
   * Whom structured data names as the article's publisher, be it the company that runs the site.
   */
  public static List<String> companies(Draft draft) {
    return draft.data().agents("publisher").stream()
        .filter(agent -> !isSource(draft, agent))
        .map(StructuredData.Agent::name)
        .toList();
  }

  /**
   * In its marks about a byline, a portal calls the outlet that it took the text from publisher.
   */
  private static boolean isSource(Draft draft, StructuredData.Agent agent) {
    return !agent.rule().startsWith("json-ld:")
        && Text.hasHan(agent.name())
        && agent.name().equals(draft.article().getSource());
  }

  /** The account that published a text on a platform of many, such as WeChat's. */
  public static List<String> accounts(Draft draft) {
    List<String> names = new ArrayList<>();
    for (Line line : draft.margins().aroundHeadline()) {
      for (Span span : line.spans()) {
        if (ACCOUNT.isIn(span.hint())) {
          names.add(span.text());
        }
      }
      if (ACCOUNT.isIn(line.block().hint()) && line.block().lineCount() == 1) {
        names.add(line.text());
      }
    }
    return names;
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
