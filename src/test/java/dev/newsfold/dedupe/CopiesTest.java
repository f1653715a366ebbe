package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.Fuller;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopiesTest {
  private static final String TEXT = Members.han(1, 400);
  private static final String EDITED = TEXT + Members.han(2, 60);
  private static final String EDITED_TWICE = EDITED + Members.han(3, 60);
  private static final LocalDate DAY = LocalDate.of(2031, 5, 6);

  /**
   * A story, and whom each of its members copies.
   *
   * @param expected {@code copy<original REASON}
   */
  private record Case(String title, List<Article> story, String... expected) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "the most similar earlier text",
            List.of(
                at("a", "08:00", TEXT), at("b", "09:00", EDITED), at("c", "10:00", EDITED_TWICE)),
            "b<a NEAREST_EARLIER",
            "c<b NEAREST_EARLIER"),
        new Case(
            "of texts that are the same, the first",
            List.of(at("a", "08:00", TEXT), at("b", "09:00", TEXT), at("c", "10:00", TEXT)),
            "b<a NEAREST_EARLIER",
            "c<a NEAREST_EARLIER"),
        new Case(
            "the very text rather than one with a line more",
            List.of(
                at("a", "08:00", TEXT),
                at("b", "09:00", TEXT + "（完）"),
                at("c", "10:00", TEXT + "（完）")),
            "b<a NEAREST_EARLIER",
            "c<b NEAREST_EARLIER"),
        new Case(
            "an abridgement finds its full text, not another abridgement",
            List.of(
                at("a", "08:00", Members.han(1, 1200)),
                at("b", "09:00", Members.han(1, 1200).substring(0, 550)),
                at("c", "10:00", Members.han(1, 1200).substring(300, 900))),
            "b<a NEAREST_EARLIER",
            "c<a NEAREST_EARLIER"),
        new Case(
            "a name behind the other's headline, though another text is more similar",
            List.of(
                at("a", "08:00", EDITED),
                titled(at("b", "09:00", TEXT), "湖滨新桥今日通车_柳浪网"),
                from("柳浪网", at("c", "10:00", EDITED))),
            "b<a NEAREST_EARLIER",
            "c<b NAMED_SOURCE"),
        new Case(
            "an address",
            List.of(
                at("a", "08:00", TEXT),
                at("b", "09:00", TEXT),
                from("http://www.b.example/", at("c", "10:00", TEXT))),
            "b<a NEAREST_EARLIER",
            "c<b NAMED_SOURCE"),
        new Case(
            "a word of the address",
            List.of(
                at("a", "08:00", TEXT),
                inSite("www.lakesidetimes.example", at("b", "09:00", TEXT)),
                from("Lakeside Times", at("c", "10:00", TEXT))),
            "b<a NEAREST_EARLIER",
            "c<b NAMED_SOURCE"),
        new Case(
            "a source that is stamped a little later",
            List.of(
                at("a", "08:00", TEXT),
                from("c.example", at("b", "09:00", TEXT)),
                at("c", "09:01", TEXT)),
            "c<a NEAREST_EARLIER",
            "b<c NAMED_SOURCE"),
        new Case(
            "a source that states its day only",
            List.of(
                at("a", "08:00", TEXT),
                from("c.example", at("b", "09:00", TEXT)),
                on(DAY, at("c", "00:00", TEXT))),
            "c<a MOST_SIMILAR",
            "b<c NAMED_SOURCE"),
        new Case(
            "but not one that came days later",
            List.of(
                at("a", "08:00", TEXT),
                from("c.example", at("b", "09:00", TEXT)),
                on(DAY.plusDays(3), at("c", "00:00", TEXT))),
            "b<a NEAREST_EARLIER",
            "c<a NEAREST_EARLIER"),
        new Case(
            "who name each other copy in no circle",
            List.of(
                at("a", "08:00", TEXT),
                from("c.example", at("b", "09:00", TEXT)),
                from("b.example", at("c", "09:01", TEXT))),
            "b<a NEAREST_EARLIER",
            "c<b NAMED_SOURCE"),
        new Case(
            "nor in a circle of three, which others copy from",
            List.of(
                at("a", "08:00", TEXT),
                from("c.example", at("b", "09:00", TEXT)),
                from("e.example", at("c", "09:01", TEXT)),
                from("c.example", at("d", "09:02", TEXT)),
                from("c.example", at("e", "09:03", TEXT))),
            "c<a NEAREST_EARLIER",
            "b<c NAMED_SOURCE",
            "d<c NAMED_SOURCE",
            "e<c NAMED_SOURCE"),
        new Case(
            "its own site is no source",
            List.of(
                at("a", "08:00", EDITED),
                inSite("c.example", at("b", "09:00", TEXT)),
                from("c.example", at("c", "10:00", EDITED))),
            "b<a NEAREST_EARLIER",
            "c<a NEAREST_EARLIER"),
        new Case(
            "nor is another address of its own outlet",
            List.of(
                at("a", "08:00", EDITED),
                inSite("m.daily.example", from("Daily", at("b", "09:00", TEXT))),
                inSite("www.daily.example", from("Daily", at("c", "10:00", EDITED)))),
            "b<a NEAREST_EARLIER",
            "c<a NEAREST_EARLIER"),
        new Case(
            "the same source, where texts are as similar",
            List.of(
                at("a", "08:00", TEXT),
                from("青柳社", at("b", "09:00", TEXT + "（完）")),
                from("青柳 社", at("c", "10:00", TEXT))),
            "b<a NEAREST_EARLIER",
            "c<b SAME_SOURCE"),
        new Case(
            "not the same source where another text is more similar",
            List.of(
                at("a", "08:00", TEXT),
                from("青柳社", at("b", "09:00", EDITED)),
                from("青柳社", at("c", "10:00", TEXT))),
            "b<a NEAREST_EARLIER",
            "c<a NEAREST_EARLIER"),
        new Case(
            "the same agency, where texts are as similar",
            List.of(
                at("a", "08:00", TEXT),
                quoting("青柳社", at("b", "09:00", TEXT + "（完）")),
                quoting("青柳社", at("c", "10:00", TEXT)),
                quoting("青柳社", at("d", "11:00", EDITED)),
                at("e", "12:00", EDITED)),
            "b<a NEAREST_EARLIER",
            "c<b SAME_AGENCY",
            "d<b SAME_AGENCY",
            "e<d NEAREST_EARLIER"),
        new Case(
            "an undated copy, and an undated original",
            List.of(on(null, at("a", "", TEXT)), on(null, at("b", "", TEXT))),
            "b<a MOST_SIMILAR"),
        new Case(
            "a day only, on the same day and on the next",
            List.of(
                at("a", "08:00", TEXT),
                on(DAY, at("b", "", TEXT)),
                on(DAY.plusDays(1), at("c", "", TEXT))),
            "b<a MOST_SIMILAR",
            "c<a NEAREST_EARLIER"),
        new Case(
            "the same minute",
            List.of(at("a", "08:00", TEXT), at("b", "08:00", TEXT)),
            "b<a MOST_SIMILAR"),
        new Case(
            "no text: the same headline, else the canonical",
            List.of(
                at("a", "08:00", TEXT),
                titled(at("b", "09:00", TEXT), "新桥通车记"),
                titled(at("c", "10:00", ""), "新桥通车记（图）"),
                titled(at("d", "11:00", ""), "湖滨有新桥")),
            "b<a NEAREST_EARLIER",
            "c<b NO_TEXT",
            "d<a NO_TEXT"),
        new Case("a story of one", List.of(at("a", "08:00", TEXT))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTakenFrom(Case story) {
    List<Copy> copies = Copies.of(story(story.story), members(story.story));
    assertThat(
        copies.stream()
            .map(c -> c.getArticleId() + "<" + c.getOriginalId() + " " + c.getWhy())
            .toList(),
        containsInAnyOrder(story.expected));
  }

  @Test
  void theRecordSaysWhoAndHowMuch() {
    List<Article> articles =
        List.of(at("a", "08:00", EDITED), from("a.example", at("b", "09:30", TEXT)));
    Copy copy = Copies.of(story(articles), members(articles)).get(0);
    assertThat(copy.getStoryId(), is("a"));
    assertThat(copy.getSite(), is("b.example"));
    assertThat(copy.getUrl(), is("https://b.example/b"));
    assertThat(copy.getOriginalSite(), is("a.example"));
    assertThat(copy.getOriginalUrl(), is("https://a.example/a"));
    assertThat(copy.getPublishDay(), is(DAY));
    assertThat(copy.getLagSeconds(), is(5400L));
    assertThat(copy.getSimilarity(), is(Sketch.of(EDITED).jaccard(Sketch.of(TEXT))));
    assertThat(copy.getFuller(), is(Fuller.ORIGINAL));
    assertThat(copy.getRevision(), is(7));
    assertThat(copy.getWithdrawn(), is(false));
    assertThat(copy.getEvidence(), containsString("names a.example as its source"));
  }

  @Test
  void theFullerTextIsToldWhereLengthsDiffer() {
    assertThat(fuller(TEXT, TEXT), is(Fuller.EQUAL));
    assertThat(fuller(TEXT, "青柳社湖滨讯 " + TEXT), is(Fuller.EQUAL));
    assertThat(fuller(TEXT, EDITED), is(Fuller.COPY));
    assertThat(fuller(EDITED, TEXT), is(Fuller.ORIGINAL));
    assertThat(fuller(TEXT, ""), is(Fuller.UNKNOWN));
  }

  private static Fuller fuller(String original, String copy) {
    List<Article> articles = List.of(at("a", "08:00", original), at("b", "09:00", copy));
    return Copies.of(story(articles), members(articles)).get(0).getFuller();
  }

  @Test
  void noLagWhereATimeIsADay() {
    List<Article> articles =
        List.of(at("a", "08:00", TEXT), on(DAY.plusDays(1), at("b", "", TEXT)));
    assertThat(Copies.of(story(articles), members(articles)).get(0).getLagSeconds(), equalTo(null));
  }

  @Test
  void whatSitesAreCalledElsewhereIsHeeded() {
    List<Article> articles =
        List.of(
            at("a", "08:00", TEXT), at("b", "09:00", TEXT), from("柳浪网", at("c", "10:00", TEXT)));
    List<Copy> copies =
        Copies.of(
            story(articles),
            members(articles),
            source -> source.equals("柳浪网") ? Set.of("b.example") : Set.of());
    assertThat(copies.get(1).getOriginalId(), is("b"));
    assertThat(copies.get(1).getWhy(), is(CopyReason.NAMED_SOURCE));
  }

  @Test
  void theOrderOfMembersMakesNoDifference() {
    List<Article> articles = many(300);
    Set<Copy> expected = new HashSet<>(Copies.of(story(articles), members(articles)));
    assertThat(expected, hasSize(299));
    List<Article> shuffled = new ArrayList<>(articles);
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(new HashSet<>(Copies.of(story(shuffled), members(shuffled))), equalTo(expected));
    }
  }

  @Test
  void nobodyCopiesInACircle() {
    List<Article> articles = many(300);
    Set<String> seen = new HashSet<>(Set.of("a0"));
    for (Copy copy : Copies.of(story(articles), members(articles))) {
      assertThat(copy.toString(), seen.contains(copy.getOriginalId()), is(true));
      seen.add(copy.getArticleId());
    }
  }

  @Test
  void comparisonsGrowWithTheNumberOfMembers() {
    for (int count : new int[] {100, 1_000, 5_000}) {
      List<Article> articles = many(count);
      assertThat(
          Copies.comparisons(story(articles), members(articles)),
          lessThanOrEqualTo(Copies.MOST * count));
    }
  }

  @Test
  void aMemberThatIsMissingIsNamed() {
    List<Article> articles = List.of(at("a", "08:00", TEXT), at("b", "09:00", TEXT));
    IllegalArgumentException missing =
        assertThrows(
            IllegalArgumentException.class,
            () -> Copies.of(story(articles), members(articles.subList(0, 1))));
    assertThat(missing.getMessage(), containsString("b"));
  }

  /** Copies with all kinds of times and sources, also such that name each other. */
  private static List<Article> many(int count) {
    List<Article> articles = new ArrayList<>();
    String[] texts = {TEXT, EDITED, EDITED_TWICE, TEXT.substring(100), ""};
    for (int i = 0; i < count; i++) {
      Random dice = new Random(i);
      Article article =
          at(
              "a" + i,
              "%02d:%02d".formatted(8 + dice.nextInt(10), dice.nextInt(60)),
              texts[dice.nextInt(5)]);
      inSite("s" + dice.nextInt(40) + ".example", article);
      if (dice.nextInt(3) == 0) {
        from("s" + dice.nextInt(40) + ".example", article);
      }
      if (i > 0 && dice.nextInt(4) == 0) {
        on(dice.nextInt(3) == 0 ? null : DAY, article);
      }
      articles.add(article);
    }
    return articles;
  }

  private static Article at(String id, String time, String body) {
    Article article =
        Article.newBuilder()
            .setId(id)
            .setUrl("https://" + id + ".example/" + id)
            .setCanonicalUrl("https://" + id + ".example/" + id)
            .setSite(id + ".example")
            .setOrigin(Origin.newBuilder().setFile("x").build())
            .setPayloadDigest("")
            .setHeadline("湖滨新桥今日通车")
            .setBody(body)
            .setPublishDay(DAY)
            .build();
    if (!time.isEmpty()) {
      article.setPublishedAt(Instant.parse(DAY + "T" + time + ":00Z"));
      article.setPublishedPrecision(Precision.MINUTE);
    }
    return article;
  }

  /** Makes its time a day; null makes it undated. */
  private static Article on(@Nullable LocalDate day, Article article) {
    article.setPublishDay(day);
    article.setPublishedAt(day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant());
    article.setPublishedPrecision(day == null ? null : Precision.DAY);
    return article;
  }

  private static Article inSite(String site, Article article) {
    article.setSite(site);
    return article;
  }

  private static Article from(String source, Article article) {
    article.setSource(source);
    return article;
  }

  private static Article quoting(String agency, Article article) {
    article.setAgencies(List.of("灯塔" + article.getId(), agency));
    return article;
  }

  private static Article titled(Article article, String headline) {
    article.setHeadline(headline);
    return article;
  }

  private static Map<String, FoldMember> members(List<Article> articles) {
    Map<String, FoldMember> members = new LinkedHashMap<>();
    articles.forEach(article -> members.put(article.getId(), FoldMember.of(article)));
    return members;
  }

  /** A story of articles with the first by name as the canonical. */
  private static Story story(List<Article> articles) {
    String first = articles.stream().map(Article::getId).min(String::compareTo).orElseThrow();
    return Story.newBuilder()
        .setId(first)
        .setHeadline("湖滨新桥今日通车")
        .setCanonicalArticleId(first)
        .setMembers(articles.stream().map(CopiesTest::member).toList())
        .setSiteCount(1)
        .setRevision(7)
        .build();
  }

  private static StoryMember member(Article article) {
    return StoryMember.newBuilder()
        .setArticleId(article.getId())
        .setUrl(article.getCanonicalUrl())
        .setSite(article.getSite())
        .setHeadline(article.getHeadline())
        .setRelation(Relation.COPY)
        .build();
  }
}
