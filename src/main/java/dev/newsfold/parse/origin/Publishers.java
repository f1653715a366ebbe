package dev.newsfold.parse.origin;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name of the site that a page belongs to: what its metadata says, the end of its title
 * that is no part of the headline, and whose the foot of the page says that it is.
 */
public final class Publishers {
  private static final List<String> METAS =
      List.of(
          "application-name",
          "apple-mobile-web-app-title",
          "publisher",
          "dc.publisher",
          "dcterms.publisher",
          "citation_publisher",
          "sitename",
          "site_name",
          "al:ios:app_name",
          "al:android:app_name");

  /** Between a headline and what sites append to it. Dashes count only with space around them. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*+[|｜_¦‖│]++\\s*+|\\s++[-–—·•:/\\\\]++\\s++|\\s*+(?:--++|——++|[»›«‹])\\s*+|\\s*+//\\s*+");

  /** In Chinese, dashes between a headline and a site have no space around them. */
  private static final Pattern TIGHT = Pattern.compile("\\s*+[-–—_|｜]++\\s*+");

  private static final Pattern YEARS =
      Pattern.compile(
          "^[\\s:：,.|·©-]*+(?:(?:19|20)\\d\\d(?:\\s?[-–—/,]\\s?(?:(?:19|20)?\\d\\d|\\p{L}{4,8}))?)?+"
              + "[\\s:：,.|·©-]*+(?:(?:by|von|bei|par|por|di)\\s++)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME_ENDS =
      Pattern.compile("[|·•│,，;；。()（）\\[\\]©:：]|\\s[-–—]\\s|\\.\\s|\\.$|\\d{4}");

  /** 某某网版权所有: the name stands in front. */
  private static final Pattern OWNED =
      Pattern.compile("([\\p{IsHan}A-Za-z0-9·]{2,16})\\s?(?:版权所有|版權所有)");

  private static final Pattern AROUND = Pattern.compile("^[\\s|_–—:·-]++|[\\s|_–—:·-]++$");

  /** A title may end with its author. */
  private static final Pattern BY =
      Pattern.compile("^(?:by|von|par|por|di|door)\\s.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern HOME =
      Pattern.compile("(?:https?://[^/]++)?/?(?:(?:index|default)\\.\\w{3,5})?");

  private static final int MAX_TITLE = 400;

  /** A name says no more than this. */
  private static final int MAX_NAME = 60;

  /** The foot of a page is no longer than this. */
  private static final int FOOT = 40;

  private static final int MAX_FOOT_LINE = 300;
  private static final int MAX_LINES = 2_000;

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
    return METAS.stream().flatMap(name -> draft.page().meta().all(name).stream()).toList();
  }

  /**
   * Ends of the title that are the site's name by what else the page says: its address, the link to
   * its home page or its foot.
   */
  public static List<String> titleAgreed(Draft draft) {
    List<String> ends = ends(draft);
    if (ends.isEmpty()) {
      return ends;
    }
    Set<String> links = homeLinks(draft);
    List<String> foot = copyrightLines(draft).stream().map(line -> Keys.of(line.text())).toList();
    String site = draft.article().getSite();
    return ends.stream()
        .filter(
            end -> {
              String key = Keys.of(end);
              return isNameOf(site, end)
                  || links.contains(key)
                  || key.length() > 2 && foot.stream().anyMatch(line -> line.contains(key));
            })
        .toList();
  }

  /** What follows the headline in the title, if it is one part and nothing else. */
  public static @Nullable String titleEnd(Draft draft) {
    List<String> ends = ends(draft);
    String title = Keys.of(draft.page().title());
    String headline = Keys.of(draft.headline().text());
    boolean rest =
        ends.size() == 1 && headline.length() > 4 && title.equals(headline + Keys.of(ends.get(0)));
    return rest && !BY.matcher(ends.get(0)).matches() ? ends.get(0) : null;
  }

  /** Whose the foot of the page says that it is, where the address or the title says so, too. */
  public static List<String> copyrightAgreed(Draft draft) {
    String site = draft.article().getSite();
    List<String> ends = ends(draft).stream().map(Keys::of).toList();
    return copyright(draft).stream()
        .filter(name -> isNameOf(site, name) || ends.contains(Keys.of(name)))
        .toList();
  }

  /**
   * Whose the foot of the page says that it is; the lowest line first. That may be the company that
   * runs the site, or the maker of its templates.
   */
  public static List<String> copyright(Draft draft) {
    List<String> names = new ArrayList<>();
    for (Line line : copyrightLines(draft)) {
      String text = line.text();
      Matcher owned = OWNED.matcher(text);
      if (owned.find()) {
        names.add(owned.group(1));
      }
      Matcher opening = PublisherWords.COPYRIGHT.matcher(text);
      if (opening.find()) {
        int from = opening.end();
        while (opening.find(from)
            && Text.squeeze(text.substring(from, opening.start())).isEmpty()) {
          from = opening.end();
        }
        String rest = YEARS.matcher(text.substring(from)).replaceFirst("");
        String name = upTo(NAME_ENDS, upTo(PublisherWords.REST, rest)).strip();
        boolean letter = Keys.of(name).length() < 3 && !Text.hasHan(name);
        if (!letter && !PublisherWords.namesCompany(name)) {
          names.add(name);
        }
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

  /** The parts of the title, from the last to the first, that are no part of the headline. */
  private static List<String> ends(Draft draft) {
    String title = Text.cut(draft.page().title(), MAX_TITLE);
    List<String> parts = parts(SEPARATOR, title);
    if (Text.hasHan(title)) {
      parts = parts.stream().flatMap(part -> parts(TIGHT, part).stream()).toList();
    }
    String headline = Keys.of(draft.headline().text());
    List<String> ends = new ArrayList<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      String key = Keys.of(parts.get(i));
      if (parts.size() > 1
          && !key.isEmpty()
          && !headline.contains(key)
          && !key.contains(headline)) {
        ends.add(parts.get(i));
      }
    }
    return ends;
  }

  private static List<String> parts(Pattern separator, String title) {
    List<String> parts = new ArrayList<>();
    for (String part : separator.split(title)) {
      if (!part.isBlank()) {
        parts.add(AROUND.matcher(part).replaceAll(""));
      }
    }
    return parts;
  }

  /** True if a host bears a name, spelled out or by its initials. */
  static boolean isNameOf(String host, String name) {
    String key = Keys.of(name);
    String letters = Keys.of(host);
    if (key.length() < 3 || letters.isEmpty()) {
      return false;
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

  /** The longest label of a host but its last: {@code example} of {@code news.example.co.uk}. */
  private static String owner(String host) {
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", 8);
    String longest = labels[0];
    for (int i = 1; i < labels.length - 1; i++) {
      longest = labels[i].length() >= longest.length() ? labels[i] : longest;
    }
    return longest;
  }

  private static Set<String> homeLinks(Draft draft) {
    Set<String> names = new HashSet<>();
    List<Line> lines = draft.page().lines();
    String site = draft.article().getSite();
    for (Line line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      for (Span link : line.links()) {
        String to = link.href();
        if (to.length() <= 200
            && HOME.matcher(to).matches()
            && (!to.startsWith("http") || site.isEmpty() || Addresses.outlet(to).equals(site))) {
          names.add(Keys.of(link.text()));
        }
      }
    }
    return names;
  }

  private static List<Line> copyrightLines(Draft draft) {
    List<Line> lines = draft.page().lines();
    Line last = draft.lastBodyLine();
    int from = Math.max(last == null ? 0 : last.index() + 1, lines.size() - FOOT);
    List<Line> found = new ArrayList<>();
    for (int i = lines.size() - 1; i >= from; i--) {
      Line line = lines.get(i);
      if (line.text().length() <= MAX_FOOT_LINE
          && !line.block().tag().equals("figcaption")
          && PublisherWords.COPYRIGHT.matcher(line.text()).find()) {
        found.add(line);
      }
    }
    return found;
  }

  private static String upTo(Pattern end, String text) {
    Matcher m = end.matcher(text);
    return m.find() ? text.substring(0, m.start()) : text;
  }
}
