package dev.newsfold.parse.origin;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.page.markup.LogoMarks;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the site's name in the end of a page's title that is no part of its headline. */
public final class TitleEnds {
  /** Between a headline and what sites append to it. Dashes count only with space around them. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*+[|｜_¦‖│]++\\s*+|\\s++[-–—－·•:/\\\\]++\\s++|\\s*+(?:--++|——++|[»›«‹])\\s*+|\\s*+//\\s*+");

  /** In Chinese, dashes between a headline and a site have no space around them. */
  private static final Pattern TIGHT = Pattern.compile("\\s*+[-–—_|｜]++\\s*+");

  /** Papers of Japan set a wide colon before their names. */
  private static final Pattern JAPANESE = Pattern.compile("\\s*+[：:]\\s*+");

  /** A run of marks is tried from its first alone: from each of them it would cost its square. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^[\\s|_–—:·【-]++|(?:,\\s\\d{1,2}\\.\\d{1,2}\\.\\d{4})?(?<![\\s|_–—:·】-])[\\s|_–—:·】-]*+$");

  /** Days, and who made the software. */
  private static final Pattern NO_END =
      Pattern.compile("^(?i:powered by)\\b|^\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}$|^(?:19|20)\\d{6}$");

  /** 甲网(jia.example): the host behind the name. */
  private static final Pattern HOST = Pattern.compile("\\s?[(（][\\w-]+(?:\\.[\\w-]+)+[)）]$");

  private static final Pattern REMARK = Pattern.compile("[(（]([^()（）]{1,20})[)）]");

  private static final int MAX_TITLE = 400;
  private static final int MAX_ENDS = 3;
  private static final int MAX_LINES = 2_000;

  private TitleEnds() {}

  /** What a link to the home page is called, where the address says so, too. */
  public static List<String> homeLinkNames(Draft draft) {
    String site = draft.article().getSite();
    Line title = draft.headline().line();
    boolean han = Text.hasHan(draft.headline().text());
    List<Line> lines = title == null ? List.of() : draft.page().lines().subList(0, title.index());
    return lines.stream()
        .flatMap(line -> line.links().stream())
        .filter(link -> LogoMarks.isHome(link.href()) && Publishers.isNameOf(site, link.text()))
        .filter(link -> !han || Text.hasHan(link.text()))
        .map(Span::text)
        .distinct()
        .toList();
  }

  /**
   * Ends of the title that are the site's name by what else the page says: its address, the link to
   * its home page or its foot.
   */
  public static List<String> agreed(Draft draft) {
    List<String> ends = of(draft);
    if (ends.isEmpty()) {
      return ends;
    }
    Set<String> links = homeLinks(draft);
    List<String> foot = Copyright.lines(draft).stream().map(line -> Keys.of(line.text())).toList();
    String site = draft.article().getSite();
    return ends.stream()
        .filter(
            end -> {
              String key = Keys.of(end);
              return Publishers.isNameOf(site, end)
                  || links.contains(key)
                  || key.length() > 2 && foot.stream().anyMatch(line -> line.contains(key));
            })
        .map(end -> inChinese(end, ends, draft))
        .toList();
  }

  /** 标题_甲网-The Bay: of the two names of one site, that in the language of the page. */
  private static String inChinese(String end, List<String> ends, Draft draft) {
    int before = ends.indexOf(end) + 1;
    boolean latin = !Text.hasHan(end) && Text.hasHan(draft.headline().text());
    return latin
            && before < ends.size()
            && Text.hasHan(ends.get(before))
            && !PublisherWords.isSection(ends.get(before))
            && draft.page().title().contains(ends.get(before) + '-' + end)
        ? ends.get(before)
        : end;
  }

  /** What follows the headline in the title last, if nothing but sections stands between. */
  public static @Nullable String alone(Draft draft) {
    List<String> ends = of(draft);
    String title = Keys.of(AROUND.matcher(withoutNoEnds(draft.page().title())).replaceAll(""));
    String headline = Keys.of(draft.headline().text());
    if (ends.isEmpty() || ends.size() > MAX_ENDS || headline.length() <= 4) {
      return null;
    }
    StringBuilder rest = new StringBuilder();
    ends.forEach(end -> rest.insert(0, Keys.of(end)));
    // A kicker may stand before the headline, words of it or a remark in brackets behind it.
    int at = title.lastIndexOf(headline);
    String behind = at < 0 ? "" : title.substring(at + headline.length());
    String more =
        behind.endsWith(rest.toString())
            ? behind.substring(0, behind.length() - rest.length())
            : title;
    boolean all =
        (more.isEmpty()
                || headline.contains(more)
                || isRemark(draft, more)
                || isParted(draft.page().title()))
            && !PublisherWords.namesAuthor(ends.get(0));
    return all
            && (ends.size() == 1
                || standBehindSections(ends, draft)
                || isParted(draft.page().title()))
        ? ends.get(0)
        : null;
  }

  /**
   * The one part of a Chinese title that is named as outlets are, wherever it stands: 某某网-新闻中心-标题.
   */
  public static @Nullable String outlet(Draft draft) {
    List<String> outlets =
        of(draft).stream().filter(PublisherWords::namesOutlet).distinct().toList();
    // 标题_甲报_甲网: the paper, then its site.
    boolean all = outlets.size() > 1 && of(draft).stream().allMatch(PublisherWords::namesOutlet);
    return outlets.size() == 1 || all ? outlets.get(0) : null;
  }

  /** 标题|词|词_甲网: bars between words, and one other mark before the site's name. */
  private static boolean isParted(String title) {
    int last = title.lastIndexOf('_');
    return last > 0
        && title.indexOf('_') == last
        && title.lastIndexOf('|') < last
        && title.indexOf('|') > 0;
  }

  /** A title without days and the like between its parts. */
  private static String withoutNoEnds(String title) {
    String rest = title;
    for (String part : parts(SEPARATOR, title)) {
      rest = NO_END.matcher(part).find() ? rest.replace(part, "") : rest;
    }
    return rest;
  }

  /** 标题（甲社） - 乙网: what a bracket behind the headline holds. */
  private static boolean isRemark(Draft draft, String key) {
    Matcher m = REMARK.matcher(draft.page().title());
    return m.find() && Keys.of(m.group(1)).equals(key);
  }

  /** Sections stand between a headline and the site's name: the page links to them, not to it. */
  private static boolean standBehindSections(List<String> ends, Draft draft) {
    List<Line> lines = draft.page().lines();
    Set<String> links = new HashSet<>();
    for (Line line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      line.links().forEach(link -> links.add(Keys.of(link.text())));
    }
    String site = Keys.of(ends.get(0));
    return ends.stream()
            .skip(1)
            .allMatch(
                section ->
                    links.contains(Keys.of(section))
                        || PublisherWords.isSection(section)
                        || draft.article().getBreadcrumb().contains(section))
        && (!links.contains(site) || homeLinks(draft).contains(site));
  }

  /** The parts of the title, from the last to the first, that are no part of the headline. */
  static List<String> of(Draft draft) {
    String title = Text.cut(draft.page().title(), MAX_TITLE);
    List<String> parts = parts(SEPARATOR, title);
    if (Text.hasHan(title)) {
      parts = parts.stream().flatMap(part -> parts(TIGHT, part).stream()).toList();
    }
    String language = draft.article().getLanguage();
    if (language != null && language.startsWith("ja")) {
      parts = parts.stream().flatMap(part -> parts(JAPANESE, part).stream()).toList();
    }
    String headline = Keys.of(draft.headline().text());
    List<String> ends = new ArrayList<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      String key = Keys.of(parts.get(i));
      boolean last = i == parts.size() - 1; // 甲网首发：标题-甲网
      if (parts.size() > 1
          && !key.isEmpty()
          && (!headline.contains(key) || last && Keys.of(title).endsWith(headline + key))
          && !key.contains(headline)
          && !NO_END.matcher(parts.get(i)).find()) {
        String end = HOST.matcher(parts.get(i)).replaceFirst("");
        ends.add(Text.without(PublisherWords.EDITION, Text.without(PublisherWords.DEVICE, end)));
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

  /** The site itself, or the one that it is a channel of. */
  private static boolean isOfSite(String outlet, String site) {
    return outlet.equals(site) || outlet.indexOf('.') > 0 && site.endsWith('.' + outlet);
  }

  private static Set<String> homeLinks(Draft draft) {
    Set<String> names = new HashSet<>();
    List<Line> lines = draft.page().lines();
    String site = draft.article().getSite();
    for (Line line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      for (Span link : line.links()) {
        String to = link.href();
        if (LogoMarks.isHome(to)
            && (!to.contains("//") || site.isEmpty() || isOfSite(Addresses.outlet(to), site))) {
          names.add(Keys.of(link.text()));
          names.add(Keys.of(PublisherWords.HOME.matcher(link.text()).replaceFirst("")));
        }
      }
    }
    return names;
  }
}
