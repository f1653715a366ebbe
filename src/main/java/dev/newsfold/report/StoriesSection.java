package dev.newsfold.report;

import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The stories that most sites carried, with their members. */
final class StoriesSection {
  private static final int SITES_NAMED = 8;
  private static final int HEADLINE_LENGTH = 160;
  private static final int NAME_LENGTH = 60;

  private StoriesSection() {}

  static void write(Html html, RunReport run, Links links) {
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
              () -> stories.forEach(story -> story(html, story, links, run.facts().zone())));
        });
    html.line();
  }

  private static void story(Html html, Story story, Links links, ZoneId zone) {
    List<StoryMember> members = story.getMembers();
    html.tag(
        "li",
        "",
        () -> {
          html.tag(
              "div",
              "sites",
              () -> {
                html.tag("b", "", Figures.count(story.getSiteCount()));
                html.tag("span", "", story.getSiteCount() == 1 ? "site" : "sites");
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
                html.tag("p", "meta", meta(story, zone));
                html.tag("p", "meta", () -> sites(html, members));
              });
        });
    html.line();
  }

  private static String meta(Story story, ZoneId zone) {
    Instant first = story.getFirstPublishedAt();
    Instant last = story.getLastPublishedAt();
    String articles = Figures.count(story.getMembers().size(), "article", "articles");
    if (first == null || last == null) {
      return articles + ", undated";
    }
    String span = articles + ", " + Figures.time(first, zone);
    return first.equals(last) ? span : span + " to " + Figures.time(last, zone);
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
