package dev.newsfold.report;

import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** The stories that most sites carried, with their members. */
final class StoriesSection {
  private static final int SITES_NAMED = 8;
  private static final int HEADLINE_LENGTH = 160;
  private static final int NAME_LENGTH = 60;

  private StoriesSection() {}

  static void write(Html html, RunReport run, Links links, Predicate<StoryMember> exact) {
    List<Story> stories =
        run.stories().stream().filter(story -> story.getMembers().size() > 1).toList();
    html.tag(
        "section",
        "widest",
        () -> {
          html.tag(
              "h2",
              "",
              () -> html.page(PageNames.STORIES, () -> html.text("Stories on most sites")));
          if (stories.isEmpty()) {
            html.tag("p", "none", "No story has more than one article.");
            return;
          }
          html.tag(
              "ol",
              "stories",
              () -> stories.forEach(story -> story(html, story, links, exact, run.facts().zone())));
        });
    html.line();
  }

  private static void story(
      Html html, Story story, Links links, Predicate<StoryMember> exact, ZoneId zone) {
    List<StoryMember> members = story.getMembers();
    html.tag(
        "li",
        "",
        () -> {
          html.tag(
              "div",
              "sites",
              () -> {
                // Of pages that were saved without their addresses, no site is known.
                boolean ofSites = story.getSiteCount() > 0;
                int count = ofSites ? story.getSiteCount() : members.size();
                html.tag("b", "", Figures.count(count)).text(" ");
                html.tag("span", "", count == 1 ? "site" : ofSites ? "sites" : "articles");
              });
          html.tag(
              "div",
              "telling",
              () -> {
                html.tag(
                    "h3",
                    "",
                    () ->
                        html.page(
                            links.story(story.getId()),
                            () -> html.foreign(story.getHeadline(), HEADLINE_LENGTH)));
                html.tag("p", "meta", () -> meta(html, story, exact, zone));
                html.tag("p", "meta", () -> sites(html, members));
              });
        });
    html.line();
  }

  /** A line may end before and behind a time, but not in it. */
  private static void meta(Html html, Story story, Predicate<StoryMember> exact, ZoneId zone) {
    Instant first = story.getFirstPublishedAt();
    Instant last = story.getLastPublishedAt();
    html.text(Figures.count(story.getMembers().size(), "article", "articles") + ", ");
    if (first == null || last == null) {
      html.text("undated");
      return;
    }
    String from = time(story, first, exact, zone);
    String to = time(story, last, exact, zone);
    html.tag("span", "time", from);
    if (!from.equals(to)) {
      html.text(" to ").tag("span", "time", to);
    }
  }

  /** A time of a story, as exactly as a member that it is of states it. */
  private static String time(Story story, Instant time, Predicate<StoryMember> exact, ZoneId zone) {
    return StoryTimeline.isExact(story, time, exact)
        ? Figures.minute(time, zone)
        : Figures.day(time.atZone(zone).toLocalDate());
  }

  private static void sites(Html html, List<StoryMember> members) {
    List<String> sites = members.stream().map(StoryMember::getSite).distinct().toList();
    for (int i = 0; i < Math.min(sites.size(), SITES_NAMED); i++) {
      html.text(i == 0 ? "" : " · ").address(named(sites.get(i)), NAME_LENGTH);
    }
    if (sites.size() > SITES_NAMED) {
      html.text(" and " + Figures.count(sites.size() - SITES_NAMED) + " more");
    }
  }

  private static String named(String site) {
    return site.isEmpty() ? "no site" : site;
  }
}
