package dev.newsfold.parse.headline;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.structured.ScriptText;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Strips the names of sites and sections from titles: {@code Headline - Section - Site} becomes
 * {@code Headline}.
 */
public final class Titles {
  /** Between a headline and what sites append to it. Dashes count only with space around them. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*+[|｜_¦‖│]++\\s*+|\\s++[-–—－·•:»›«‹/\\\\]++\\s++|\\s*+(?:--++|——++|[»›«‹])\\s*+|\\s*+[<>]++\\s*+");

  /** As above, and dashes without space: only where what follows them names the site. */
  private static final Pattern TIGHT = Pattern.compile("\\s*+[-–—_|｜·]++\\s*+");

  /** A colon before what names the site, as on Japanese pages. */
  private static final Pattern COLON = Pattern.compile("\\s*+[:：]\\s*+");

  /** Words that end the names of sites and sections, hardly ever headlines. */
  private static final Pattern SITE_LIKE =
      Pattern.compile(
          Lexicon.anyOf("headlines.tsv", 3, "site ending") + "$", Pattern.CASE_INSENSITIVE);

  /** Names of outlets that no headline ends with after a blank. */
  private static final Pattern OUTLET =
      Pattern.compile("^\\S{1,12}" + Lexicon.anyOf("headlines.tsv", 3, "outlet ending") + "$");

  /** Japanese outlets, as they stand after a colon. */
  private static final Pattern JAPANESE_OUTLET =
      Pattern.compile(
          Lexicon.anyOf("headlines.tsv", 3, "outlet") + "\\S{0,8}$", Pattern.CASE_INSENSITIVE);

  private static final Pattern CJK = Pattern.compile("[\\u3040-\\u30ff\\u3400-\\u9fff]");

  private static final int MAX_TITLE = 400;

  /** What says less is rather a name than a headline: six CJK characters, three words. */
  private static final int HEADLINE_WEIGHT = 18;

  /** The name of a site says no more. */
  private static final int SITE_WEIGHT = 30;

  /** A page that shows less is filled by its script. */
  private static final int LITTLE = 600;

  /** Pages state their title in so many ways at most; for each, all scripts are searched. */
  private static final int MAX_SEARCHED = 12;

  private final SiteNames names;
  private final List<String> scripts;
  private final boolean filledByScript;

  /** By title: most pages state the same one in several places. */
  private final Map<String, String> stripped = new HashMap<>();

  private int searched;

  Titles(PageView page, StructuredData data) {
    names = new SiteNames(page, data);
    scripts = page.scripts();
    filledByScript = page.lines().stream().mapToInt(Line::weight).sum() < LITTLE || page.byScript();
  }

  /** True if the text is a name of the site, or hardly more. */
  boolean namesSite(String text) {
    return names.contains(text);
  }

  /** True for an outlet's name with which the page's title ends. */
  public static boolean isOutletAtEnd(Draft draft, String text) {
    return OUTLET.matcher(Text.plain(text)).matches()
        && Text.squeeze(draft.page().title()).endsWith(text);
  }

  /** True for a title that names a site or a section, and no article. */
  boolean isWeak(String title) {
    return Text.weight(title) < 30 || isSiteLike(title);
  }

  /** True for a title that names a site, by what the page says of it or by how it ends. */
  boolean isSiteLike(String title) {
    return namesSite(title) || SITE_LIKE.matcher(Text.plain(title)).find();
  }

  /** True for a title that says nothing in front of the name of its site: {@code _Site News}. */
  boolean isHeadless(String title) {
    String[] parts = SEPARATOR.split(Text.squeeze(title), 2);
    return parts.length == 2
        && Keys.of(parts[0]).isEmpty()
        && (namesSite(parts[1]) || SITE_LIKE.matcher(Text.plain(parts[1])).find());
  }

  /** The title without what names the site or a section of it; never empty for a title that is. */
  String strip(String title) {
    return stripped.computeIfAbsent(title, this::stripOnce);
  }

  private String stripOnce(String title) {
    String text = Text.squeeze(title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title);
    text = headline(TitleParts.of(text, SEPARATOR));
    text = withoutTail(text, TIGHT, 12);
    return asInScripts(withoutOutlet(withoutHead(text)));
  }

  /** On a page that only a script fills: up to where the script ends the title, if it does. */
  private String asInScripts(String text) {
    if (!filledByScript || searched == MAX_SEARCHED) {
      return text;
    }
    searched++;
    Matcher separator = TIGHT.matcher(text);
    String found = text;
    while (separator.find()) {
      String head = text.substring(0, separator.start());
      if (Text.weight(head) >= HEADLINE_WEIGHT
          && Text.weight(text.substring(separator.end())) <= SITE_WEIGHT
          && ScriptText.states(scripts, head)) {
        found = head;
      }
    }
    return found;
  }

  /** The title without what names the site behind it, and with all else that it says. */
  String withoutSite(String title) {
    String stripped = strip(title);
    boolean site =
        title.startsWith(stripped)
            && namesSite(SEPARATOR.matcher(title.substring(stripped.length())).replaceFirst(""));
    return site ? stripped : title;
  }

  /** True for a text that is all of a title up to its first separator. */
  boolean isFirstPart(String text, String title) {
    List<String> parts = parts(Text.squeeze(title), SEPARATOR);
    return parts.size() > 1 && Keys.of(parts.get(0)).equals(Keys.of(text));
  }

  private boolean isSite(String part) {
    return names.contains(part) || names.mention(part);
  }

  /**
   * What stands between the names. A headline may hold separators itself, but other ones than the
   * site: in {@code A – B | Site} only the last counts.
   */
  private String headline(TitleParts parts) {
    int from = 0;
    int to = parts.size();
    while (to - from > 1 && isSite(parts.get(to - 1))) {
      to--;
    }
    while (to - from > 1 && isSite(parts.get(from))) {
      from++;
    }
    return parts.longest(from, to);
  }

  /** Without what names the site behind a separator that headlines hold as well. */
  private String withoutTail(String text, Pattern separator, int maxLength) {
    List<String> tight = parts(text, separator);
    int cut = text.length();
    for (int i = tight.size() - 1; i > 0; i--) {
      String last = tight.get(i);
      if (!isSite(last)
          && !(last.length() <= maxLength && SITE_LIKE.matcher(Text.plain(last)).find())) {
        break;
      }
      cut = text.lastIndexOf(last, cut);
    }
    String cutText = cut < text.length() ? trimSeparators(text.substring(0, cut)) : text;
    return cutText.isEmpty() ? text : cutText;
  }

  /** Without the name of an outlet before a dash: {@code 日报-headline}. */
  private String withoutHead(String text) {
    Matcher separator = TIGHT.matcher(text);
    while (separator.find()) {
      String head = text.substring(0, separator.start());
      String rest = text.substring(separator.end());
      if (Text.weight(rest) >= HEADLINE_WEIGHT
          && (isSite(head) || OUTLET.matcher(Text.plain(head)).matches())) {
        return rest;
      }
    }
    return text;
  }

  /** Without the name of an outlet after a blank or a colon. */
  private String withoutOutlet(String text) {
    int blank = text.lastIndexOf(' ');
    if (blank > 0
        && CJK.matcher(text).find()
        && Text.weight(text.substring(0, blank)) >= HEADLINE_WEIGHT
        && OUTLET.matcher(Text.plain(text.substring(blank + 1))).matches()) {
      return text.substring(0, blank);
    }
    Matcher colon = COLON.matcher(text);
    while (colon.find()) {
      String tail = text.substring(colon.end());
      if (Text.weight(text.substring(0, colon.start())) >= HEADLINE_WEIGHT
          && (isSite(tail) || isJapanese(text) && JAPANESE_OUTLET.matcher(tail).find())) {
        return text.substring(0, colon.start());
      }
    }
    return text;
  }

  private static boolean isJapanese(String text) {
    return text.chars().anyMatch(c -> c >= 0x3040 && c <= 0x30ff) || text.contains("新聞");
  }

  public static List<String> parts(String title, Pattern separator) {
    List<String> parts = new ArrayList<>();
    for (String part : separator.split(title)) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    return parts;
  }

  private static String trimSeparators(String text) {
    int end = text.length();
    while (end > 0 && " -–—_|｜·".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
