package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.people.WesternBylines.Found;
import dev.newsfold.parse.structured.Meta;
import dev.newsfold.parse.structured.StructuredData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom a page names as its authors out of its readers' sight: in structured data and meta tags. */
final class StatedAuthors {
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
          "dcsext.author",
          "content_author");

  /** Where the same templates name the editor, whom some give as the author as well. */
  private static final String EDITOR = "content_editor";

  /** A card for links that others post holds two facts, each with a label: Written by, Jane Roe. */
  private static final int CARD_FACTS = 2;

  private static final Set<String> WRITTEN_BY = BylineWords.of("card");

  /** Edited By: Jane Roe, as some templates give machines the only name they have. */
  private static final Pattern EDITED =
      Pattern.compile("^(?:" + BylineWords.any("edited") + ")\\s?:\\s?", Pattern.CASE_INSENSITIVE);

  private StatedAuthors() {}

  /** Every list of names that the page states, the best evidence first. */
  static List<Found> of(Draft draft) {
    List<Found> found = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    String rule = "data:author";
    for (StructuredData.Agent agent : draft.data().agents("author")) {
      names.addAll(names(agent, draft.data().siteNames()));
      rule = agent.rule();
    }
    WesternBylines.add(found, rule, names);
    Meta meta = draft.page().meta();
    for (String name : METAS) {
      Set<String> values = new LinkedHashSet<>();
      for (String value : meta.all(name)) {
        if (!WesternOutlets.ownsSite(value)) {
          values.addAll(
              name.equals("citation_author")
                  ? WesternNames.in(givenNameFirst(value))
                  : WesternNames.in(value));
        }
      }
      WesternBylines.add(found, "meta:" + name, values);
    }
    for (int fact = 1; fact <= CARD_FACTS; fact++) {
      String label = meta.first("twitter:label" + fact);
      String value = meta.first("twitter:data" + fact);
      if (label != null
          && value != null
          && WRITTEN_BY.contains(label.strip().toLowerCase(Locale.ROOT))) {
        WesternBylines.add(found, "meta:twitter:data" + fact, WesternNames.in(value));
      }
    }
    List<String> editors = new ArrayList<>();
    meta.all(EDITOR).forEach(value -> editors.addAll(WesternNames.in(value)));
    if (!found.stream().allMatch(list -> editors.containsAll(list.names()))) {
      found.removeIf(list -> editors.containsAll(list.names()));
    }
    return completed(found);
  }

  /** Of an organization the whole name, which may hold an "and"; a company writes nothing. */
  private static List<String> names(StructuredData.Agent agent, List<String> sites) {
    if (WesternOutlets.isCompany(agent.name())) {
      return List.of();
    }
    String group = Teams.stated(agent.name());
    if (group != null) {
      return List.of(group);
    }
    String whole = EDITED.matcher(agent.name().strip()).replaceFirst("");
    List<String> names = WesternNames.in(whole);
    boolean cut = names.size() != 1 && whole.contains(" and ") && whole.indexOf(',') < 0;
    boolean site = names.size() > 1 && sites.stream().anyMatch(name -> name.strip().equals(whole));
    return agent.organization() && (cut || site) && whole.length() <= WesternNames.MAX_NAME
        ? List.of(whole)
        : names;
  }

  /** Roe, Jane: as catalogues of papers write one author in one tag. */
  private static String givenNameFirst(String value) {
    String[] parts = value.split(",", -1);
    return parts.length == 2 && !parts[1].isBlank()
        ? parts[1].strip() + ' ' + parts[0].strip()
        : value;
  }

  /** A list that leaves out authors gives way to one that holds all of its names and more. */
  private static List<Found> completed(List<Found> found) {
    for (int i = 1; i < found.size(); i++) {
      List<String> longer = found.get(i).names();
      if (longer.size() > found.get(0).names().size()
          && new HashSet<>(longer).containsAll(found.get(0).names())
          && longer.stream().allMatch(WesternNames::isFullName)) {
        List<Found> completed = new ArrayList<>(found);
        completed.add(0, completed.remove(i));
        return completed;
      }
    }
    return found;
  }
}
