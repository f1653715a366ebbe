package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads bylines in languages that write names with blanks, and in Japanese and Korean: {@code By
 * Jane Roe and John Doe}. Templates often name the outlet as the author in their data and the
 * person in the byline: a person found anywhere comes before an outlet found first.
 */
public final class WesternBylines {
  /** Class names of lines that show a name. */
  private static final NamePattern NAMED = ClassNames.pattern("name");

  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}[\\p{Lu}.-]{1,6}");

  /** Names of one place on the page, with the rule that found them. */
  public record Found(String rule, List<String> names) {}

  private WesternBylines() {}

  /** As {@link #all}, each list with the rule that read it. */
  public static List<Named<Names>> named(Draft draft) {
    return all(draft, draft.margins()).stream()
        .map(found -> new Named<>(found.rule(), new Names(found.names())))
        .toList();
  }

  /** Every list of names on the page: lists with a person first, then those of outlets. */
  public static List<Found> all(Draft draft, Regions margins) {
    List<Found> shown = new ArrayList<>();
    ClassBylines.around(margins, shown);
    PrintedBylines.anywhere(margins, shown);
    List<Found> found = new ArrayList<>(StatedAuthors.of(draft));
    found.addAll(shown);
    if (draft.evidence().complete() || !beginWithWholeNames(found, draft)) {
      List<Found> below = below(draft, margins);
      shown.addAll(below);
      found.addAll(below);
    }
    List<Found> people = new ArrayList<>();
    List<Found> outlets = new ArrayList<>();
    for (Found list : found) {
      if (list.names().isEmpty() || isOfOthers(list)) {
        continue;
      }
      List<String> names =
          people(list, draft).stream()
              .map(name -> fullest(name, shown, draft.page()))
              .distinct()
              .toList();
      names = list.rule().startsWith("text:") ? withoutInitialisms(names) : names;
      if (!names.isEmpty() && names.stream().allMatch(WesternOutlets::isAgency)) {
        outlets.add(0, new Found(list.rule(), names));
      } else if (names.isEmpty()) {
        outlets.add(list);
      } else {
        people.add(new Found(list.rule(), names));
      }
    }
    printedFirst(margins, people);
    besideTimeFirst(draft, margins, people);
    initialsLast(people);
    people.addAll(outlets);
    if (!people.isEmpty() && !draft.evidence().complete()) {
      return people; // those that follow would not be heard
    }
    PrintedBylines.teams(margins, people);
    NamesWithRoles.beneath(margins, people);
    LoneNames.beside(draft, margins, people);
    PrintedBylines.labelled(draft.body(), people);
    return people;
  }

  /** Lists at the end of the text and below it. */
  private static List<Found> below(Draft draft, Regions margins) {
    List<Found> found = new ArrayList<>();
    for (Found names : EndBylines.all(draft, margins)) {
      add(found, names.rule(), names.names());
    }
    ClassBylines.below(margins, found);
    LoneNames.about(margins, found);
    return found;
  }

  /**
   * True if the first list of people has first names and surnames: those at the end would neither
   * complete nor replace them.
   */
  private static boolean beginWithWholeNames(List<Found> found, Draft draft) {
    for (Found list : found) {
      List<String> people = isOfOthers(list) ? List.of() : people(list, draft);
      if (!people.stream().allMatch(WesternOutlets::isAgency)) {
        return people.stream().allMatch(name -> name.indexOf(' ') > 0);
      }
    }
    return false;
  }

  private static boolean isOfOthers(Found list) {
    return list.names().stream()
        .anyMatch(name -> Countries.isCountry(name) || WesternOutlets.isCompany(name));
  }

  private static List<String> people(Found list, Draft draft) {
    return list.names().stream().filter(name -> !WesternOutlets.contains(name, draft)).toList();
  }

  /** Jane Roe, NDR: beside a person, capitals and no more are the outlet's. */
  private static List<String> withoutInitialisms(List<String> names) {
    return names.stream().noneMatch(WesternNames::isFullName)
        ? names
        : names.stream().filter(name -> !INITIALS.matcher(name).matches()).toList();
  }

  /**
   * Editors post texts under their own login: where a byline beneath the headline names others than
   * the page states, and the page shows nowhere whom it states, the byline is right.
   */
  private static void printedFirst(Regions margins, List<Found> people) {
    if (people.isEmpty() || people.get(0).rule().startsWith("text:")) {
      return;
    }
    Found first = people.get(0);
    List<Found> printed = new ArrayList<>();
    PrintedBylines.beneathHeadline(margins, printed);
    Found byline = printed.isEmpty() ? null : printed.get(0);
    if (byline != null
        && byline.names().stream().allMatch(CaselessNames::isFullNameOfAnyScript)
        && people.contains(byline)
        && margins.all().stream()
            .noneMatch(line -> first.names().stream().anyMatch(line.text()::contains))) {
      people.remove(byline);
      people.add(0, byline);
    }
  }

  /** author: JR, as papers sign in their data, gives way to a person whom the page shows. */
  private static void initialsLast(List<Found> people) {
    if (people.size() < 2
        || people.get(0).rule().startsWith("text:")
        || !people.get(0).names().stream().allMatch(n -> INITIALS.matcher(n).matches())) {
      return;
    }
    for (Found list : List.copyOf(people.subList(1, people.size()))) {
      if (list.rule().startsWith("text:")
          && list.names().stream().allMatch(CaselessNames::isFullNameOfAnyScript)
          && list.names().stream().noneMatch(n -> INITIALS.matcher(n).lookingAt())) {
        people.remove(list);
        people.add(0, list);
        return;
      }
    }
  }

  /** What a page states and what is no full name gives way to one that stands beside the time. */
  private static void besideTimeFirst(Draft draft, Regions margins, List<Found> people) {
    if (people.isEmpty()
        || people.get(0).rule().startsWith("text:")
        || people.get(0).names().stream()
            .anyMatch(name -> WesternNames.isFullName(name) || name.indexOf(' ') < 0)) {
      return;
    }
    List<Found> printed = new ArrayList<>();
    LoneNames.besideTimes(margins, printed);
    if (!printed.isEmpty()) {
      people.add(0, printed.get(0));
    }
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
          && WesternNames.isFullName(line.text())
          && NAMED.isIn(line.block().hint())) {
        return line.text();
      }
    }
    return name;
  }

  /** Adds a list, without names that are parts of others in it; nothing for no names. */
  static void add(List<Found> found, String rule, Iterable<String> names) {
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
