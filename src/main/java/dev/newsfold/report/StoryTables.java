package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.report.DataTable.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables with a story, or a member of one, in each row. */
final class StoryTables {
  private static final int ADDRESS = 120;

  private StoryTables() {}

  /** The stories that have a page. */
  static DataTable stories(Site site) {
    DataTable table =
        new DataTable(
            "stories",
            "Stories of more than one article, on most sites first",
            Column.text("headline", "headline"),
            Column.number("sites", "sites"),
            Column.number("articles", "articles"),
            Column.text("firstPublishedAt", "first published"),
            Column.text("lastPublishedAt", "last published"),
            Column.text("id", "id"));
    for (Story story : site.stories().values()) {
      String page = site.story(story.getId());
      table.add(
          Cell.headline(
              story.getHeadline(),
              ArticleTables.HEADLINE,
              language(site, story.getCanonicalArticleId()),
              page),
          Cell.share(story.getSiteCount(), site.counts().siteCount(), page),
          Cell.share(site.counts().size(story), site.articleCount(), page),
          time(site, story, story.getFirstPublishedAt()),
          time(site, story, story.getLastPublishedAt()),
          Cell.foreign(story.getId(), ArticleTables.NAME, page));
    }
    return table;
  }

  /** A time of a story, as exactly as the member that it is of states it. */
  private static Cell time(Site site, Story story, @Nullable Instant time) {
    return Cell.time(time, StoryTimeline.isExact(story, time, site::isExact), site.zone());
  }

  /** The members of all stories that have a page. */
  static DataTable members(Site site) {
    DataTable table = new DataTable("members", "Members of stories", columns(true));
    site.stories().values().forEach(story -> addTo(table, site, story, true));
    return table;
  }

  /** The members of one story, in the order of time. */
  static DataTable members(Site site, Story story) {
    DataTable table =
        new DataTable("members", "Who had it when, with what headline", columns(false));
    addTo(table, site, story, false);
    return table;
  }

  private static Column[] columns(boolean withStory) {
    List<Column> columns =
        List.of(
            Column.text("site", "site"),
            Column.text("publishedAt", "published"),
            Column.number("afterFirstSeconds", "after the first"),
            Column.text("headline", "headline there; marked where it differs"),
            Column.text("source", "source"),
            Column.text("relation", "relation"),
            Column.number("similarity", "alike"),
            Column.text("evidence", "why it belongs here"),
            Column.text("url", "address"));
    List<Column> all = new ArrayList<>(columns);
    if (withStory) {
      all.add(Column.text("storyId", "story"));
      all.add(Column.text("articleId", "article"));
    }
    return all.toArray(Column[]::new);
  }

  private static void addTo(DataTable table, Site site, Story story, boolean withStory) {
    List<StoryMember> members = StoryTimeline.inTime(story.getMembers());
    StoryMember canonical = story.getMembers().get(0);
    Instant first = StoryTimeline.first(site, story);
    for (StoryMember member : members.subList(0, Math.min(members.size(), Limits.MEMBERS))) {
      boolean original = member.getRelation() == Relation.ORIGINAL;
      List<Cell> cells =
          new ArrayList<>(
              List.of(
                  Cell.site(member.getSite(), site.key(Dimension.SITE, member.getSite())),
                  Cell.time(member.getPublishedAt(), site.isExact(member), site.zone()),
                  Cell.seconds(StoryTimeline.afterFirst(site, first, member)),
                  headline(site, canonical, member),
                  Cell.foreign(
                      member.getSource(),
                      ArticleTables.NAME,
                      member.getSource() == null
                          ? null
                          : site.key(Dimension.SOURCE, member.getSource())),
                  Cell.text(ArticleTables.words(member.getRelation())),
                  original ? Cell.none() : Cell.ratio(member.getSimilarity()),
                  Cell.foreign(member.getEvidence(), ADDRESS),
                  Cell.address(member.getUrl(), ADDRESS)));
      if (withStory) {
        cells.add(Cell.text(story.getId()));
        cells.add(Cell.text(member.getArticleId()));
      }
      table.add(cells.toArray(Cell[]::new));
    }
  }

  private static Cell headline(Site site, StoryMember canonical, StoryMember member) {
    String before = canonical.getHeadline();
    String after = member.getHeadline();
    String page = site.article(member.getArticleId());
    if (before.equals(after)) {
      return Cell.headline(
          after, ArticleTables.HEADLINE, language(site, member.getArticleId()), page);
    }
    return new Cell(
        after,
        "",
        "headline",
        html ->
            html.page(page, () -> Marked.headline(html, before, after, ArticleTables.HEADLINE)));
  }

  private static @Nullable String language(Site site, String articleId) {
    Article article = site.articles().get(articleId);
    return article == null ? null : article.getLanguage();
  }
}
