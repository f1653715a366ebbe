package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads bylines in languages that write names with blanks, and in Japanese and Korean: {@code By
 * Jane Roe and John Doe}. Templates often name the outlet as the author in their data and the
 * person in the byline: a person found anywhere comes before an outlet found first.
 */
public final class WesternBylines {
  private static final List<String> METAS =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "dc.creator.name",
          "citation_author",
          "byl",
          "byline",
          "authors",
          "article:author_name",
          "cxenseparse:author",
          "og:article:author",
          "dcsext.author");

  private static final PrefilteredPattern HINT =
      PrefilteredPattern.of(
          "(?:^|[\\s_-])(?:writer|reporter|contributor|vcard|fn|creator|redakteur|writeby|write-by|writtenby|written-by|postedby|posted-by|penulis)(?:[\\s_-]|$)|author|autor|auteur|byline");

  /** Class names that say author but hold portraits, counters and lists. */
  private static final Phrases NO_HINT =
      Phrases.of(
          List.of(
              "comment",
              "related",
              "teaser",
              "share",
              "social",
              "follow",
              "count",
              "image",
              "avatar",
              "-bio",
              "biograph",
              "caption",
              "credit",
              "more"));

  private static final Pattern OUTLET =
      Pattern.compile(
          "(?i).*(?:\\.(?:de|com|net|org|at|ch|fr|es|it|info|tv|co\\.uk)\\b|\\be\\.? ?v\\.?$|\\bgmbh\\b|redaktion|editorial|newsroom|\\bteam\\b|\\bstaff\\b|desk$|magazin|zeitung|news$|"
              + "\\b(?:media|online|gazette|herald|tribune|network|broadcasting|corporation|inc|ltd|llc|corp|s\\.?a|ag)\\.?$|"
              + "press(?:e|estelle)?$|agency|verband|stiftung|foundation|university|institut).*");

  /** Agencies stand among authors, and give way to people where they stand alone. */
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?i)(?:reuters|afp|ap|associated press|xinhua|bloomberg|ansa|dpa|efe|kyodo|tass|interfax|agence france-presse|agencies|afp agence)");

  /** What somebody is called by his machine: jdoe, web_editor2. */
  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9_]{1,30}");

  /** Two or three words that begin like names. */
  private static final Pattern FULL_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,2}");

  /** Class names of lines that show a name. */
  private static final Pattern NAMED = Pattern.compile("name|author|autor|byline");

  private static final int SMALL_BLOCK = 3;
  private static final int MAX_LINE = 160;
  private static final int MAX_BYLINE = 90;
  private static final int LONGEST_BY = 24;

  /** Names of one place on the page, with the rule that found them. */
  public record Found(String rule, List<String> names) {}

  private WesternBylines() {}

  /** As {@link #all}, each list with the rule that read it. */
  public static List<Named<Names>> named(Draft draft) {
    return all(draft, draft.margins()).stream()
        .filter(found -> !found.names().isEmpty())
        .map(found -> new Named<>(found.rule(), new Names(found.names())))
        .toList();
  }

  /** Every list of names on the page: lists with a person first, then those of outlets. */
  public static List<Found> all(Draft draft, Regions margins) {
    List<Found> found = new ArrayList<>();
    agents(draft, found);
    metas(draft, found);
    List<Found> shown = new ArrayList<>();
    byClass(margins, shown);
    byLine(margins, shown);
    for (Found names : EndBylines.all(draft, margins)) {
      add(shown, names.rule(), names.names());
    }
    List<Found> people = new ArrayList<>();
    List<Found> outlets = new ArrayList<>();
    found.addAll(shown);
    for (Found list : found) {
      List<String> names = new ArrayList<>();
      boolean place = list.names().stream().anyMatch(Countries::isCountry);
      for (String name : list.names()) {
        if (!place && !isOutlet(name, draft)) {
          names.add(fullest(name, shown, draft.page()));
        }
      }
      if (place) {
        continue;
      }
      if (!names.isEmpty() && names.stream().allMatch(n -> AGENCY.matcher(n).matches())) {
        outlets.add(0, new Found(list.rule(), List.copyOf(names)));
      } else if (names.isEmpty()) {
        outlets.add(list);
      } else {
        people.add(new Found(list.rule(), List.copyOf(new LinkedHashSet<>(names))));
      }
    }
    people.addAll(outlets);
    return people;
  }

  /** A first name alone, where the byline, or a line of its own, shows it with its surname. */
  private static String fullest(String name, List<Found> shown, PageView page) {
    if (name.indexOf(' ') > 0 || !Character.isUpperCase(name.charAt(0))) {
      return name;
    }
    String first = name.toLowerCase(Locale.ROOT) + ' ';
    for (Found list : shown) {
      for (String longer : list.names()) {
        if (longer.toLowerCase(Locale.ROOT).startsWith(first)) {
          return longer;
        }
      }
    }
    for (Line line : page.lines()) {
      if (line.text().length() <= WesternNames.MAX_NAME
          && line.text().startsWith(name + ' ')
          && FULL_NAME.matcher(line.text()).matches()
          && NAMED.matcher(line.block().hint()).find()) {
        return line.text();
      }
    }
    return name;
  }

  private static boolean isOutlet(String name, Draft draft) {
    if (OUTLET.matcher(name).matches()
        || LOGIN.matcher(name).matches() && !AGENCY.matcher(name).matches()) {
      return true;
    }
    String key = Keys.of(name);
    for (String site : draft.data().siteNames()) {
      if (Keys.of(site).equals(key)) {
        return true;
      }
    }
    String site = draft.article().getSite();
    int dot = site == null ? -1 : site.lastIndexOf('.');
    return dot > 0 && key.length() > 3 && Keys.of(site.substring(0, dot)).endsWith(key);
  }

  private static void agents(Draft draft, List<Found> found) {
    Set<String> names = new LinkedHashSet<>();
    String rule = "data:author";
    for (StructuredData.Agent agent : draft.data().agents("author")) {
      names.addAll(WesternNames.in(agent.name()));
      rule = agent.rule();
    }
    add(found, rule, names);
  }

  private static void metas(Draft draft, List<Found> found) {
    for (String meta : METAS) {
      Set<String> names = new LinkedHashSet<>();
      for (String value : draft.page().meta().all(meta)) {
        names.addAll(WesternNames.in(value));
      }
      add(found, "meta:" + meta, names);
    }
  }

  /** Names in elements whose class, rel or itemprop speaks of an author, near the headline. */
  private static void byClass(Regions margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    Line before = null;
    for (Line line : lines) {
      if (line.text().length() > MAX_LINE) {
        continue;
      }
      Set<String> names = new LinkedHashSet<>();
      for (Span span : line.spans()) {
        if (namesAuthor(span)) {
          names.addAll(WesternNames.in(line.spaced(span)));
        }
      }
      if (names.isEmpty() && speaksOfAuthor(line.block().hint())) {
        names.addAll(WesternNames.in(line.spaced()));
      } else if (names.isEmpty()
          && isInSmallBlockOfAuthor(line)
          && FULL_NAME.matcher(line.text()).matches()) {
        names.addAll(WesternNames.in(line.text()));
      }
      if (before != null && goesOn(before, line, names, found)) {
        Set<String> all = new LinkedHashSet<>(found.remove(found.size() - 1).names());
        all.addAll(names);
        add(found, "text:class", all);
      } else {
        add(found, "text:class", names);
      }
      before = names.isEmpty() ? before : line;
    }
  }

  /** Several authors, each in a line of the same design beneath the one before. */
  private static boolean goesOn(Line before, Line line, Set<String> names, List<Found> found) {
    return !names.isEmpty()
        && !found.isEmpty()
        && line.index() > before.index()
        && line.index() - before.index() <= SMALL_BLOCK
        && design(line).equals(design(before))
        && names.stream().allMatch(name -> FULL_NAME.matcher(name).matches())
        && found.get(found.size() - 1).names().stream()
            .allMatch(name -> FULL_NAME.matcher(name).matches());
  }

  private static String design(Line line) {
    String spans = line.spans().isEmpty() ? "" : line.spans().get(0).hint();
    return line.block().tag() + ' ' + line.block().hint() + ' ' + spans;
  }

  /** A line of a byline's block of two or three lines: a name, a time, a place. */
  private static boolean isInSmallBlockOfAuthor(Line line) {
    Block outer = line.block().parent();
    return outer != null && outer.lineCount() <= SMALL_BLOCK && speaksOfAuthor(outer.hint());
  }

  private static boolean namesAuthor(Span span) {
    String rel = span.element().attr("rel") + span.element().attr("itemprop");
    return span.leadsToAuthor() || rel.contains("author") || speaksOfAuthor(span.hint());
  }

  private static boolean speaksOfAuthor(String hint) {
    return HINT.isIn(hint) && !NO_HINT.isIn(hint);
  }

  /** Names in a line that begins with By. */
  private static void byLine(Regions margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    lines.addAll(margins.closing());
    lines.addAll(margins.below().subList(0, Math.min(8, margins.below().size())));
    for (int i = 0; i < lines.size(); i++) {
      String text = byline(lines, i);
      if (text.length() <= MAX_BYLINE && WesternNames.beginsByline(text)) {
        List<String> names = WesternNames.in(text);
        // A byline's first name is one; what follows may be anything.
        if (!names.isEmpty() && WesternNames.isCapitalised(names.get(0))) {
          add(
              found,
              "text:by",
              names.stream().filter(WesternNames::isCapitalised).limit(4).toList());
        }
      }
    }
  }

  /** A line; with the next one, if it says By and no more. */
  private static String byline(List<Line> lines, int at) {
    String text = lines.get(at).spaced();
    Line next = text.length() <= LONGEST_BY ? Regions.after(lines, at) : null;
    return next != null && WesternNames.isBareBy(text) ? text + ' ' + next.spaced() : text;
  }

  private static void add(List<Found> found, String rule, Iterable<String> names) {
    List<String> list = new ArrayList<>();
    names.forEach(list::add);
    // "Jane", linked inside "Jane Roe", is no second author.
    list.removeIf(
        name ->
            list.stream()
                .anyMatch(
                    other ->
                        other.length() > name.length()
                            && (" " + other + " ").contains(" " + name + " ")));
    if (!list.isEmpty()) {
      found.add(new Found(rule, List.copyOf(list)));
    }
  }
}
