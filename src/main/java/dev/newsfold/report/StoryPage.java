package dev.newsfold.report;

import dev.newsfold.records.Story;

/** A story: who had it when, with what headline. */
final class StoryPage {
  private StoryPage() {}

  static String render(Site site, Story story) {
    return Shell.render(PageNames.story(story.getId()), "Story", html -> body(html, site, story));
  }

  private static void body(Html html, Site site, Story story) {
    long members = site.counts().size(story);
    html.tag(
        "header",
        "",
        () -> {
          html.tag("p", "eyebrow", "Story");
          html.tag("h1", "", () -> html.foreign(story.getHeadline(), ArticleTables.HEADLINE));
          html.tag(
              "p",
              "lead",
              Figures.count(members, "article", "articles")
                  + " on "
                  + (story.getSiteCount() == 0
                      ? "no known site"
                      : Figures.count(story.getSiteCount(), "site", "sites"))
                  + ", "
                  + Figures.percent(members, site.articleCount())
                  + " of all articles."
                  + (story.getCanonicalIsGuess()
                      ? " Which of them came first is a guess: the canonical article is undated."
                      : ""));
        });
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", "Timeline");
          StoryTimeline.draw(html, site, story);
          DataTable table = StoryTables.members(site, story);
          table.writeHere(html, Limits.MEMBERS);
          html.tag("p", "note", () -> note(html, members));
        });
  }

  private static void note(Html html, long members) {
    if (members > Limits.MEMBERS) {
      html.text("The first " + Limits.MEMBERS + " of " + Figures.count(members) + " articles. ");
    }
    html.text(
        "Headlines are compared with that of the canonical article: word by word, Chinese and"
            + " Japanese by characters. Times of which only the day is known are left out of the"
            + " drawing and have no lag. The members of all stories: ");
    html.page("data/members.csv", () -> html.text("CSV")).text(", ");
    html.page("data/members.json", () -> html.text("JSON")).text(".");
  }
}
