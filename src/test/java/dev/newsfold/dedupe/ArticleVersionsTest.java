package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.newsfold.aggregate.Invented;
import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Version;
import dev.newsfold.records.VersionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ArticleVersionsTest {
  private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");

  private final Article first = Invented.article(new Random(3), "one");

  @Test
  void anAddressThatAlwaysSaysTheSameHasNoVersions() {
    assertThat(ArticleVersions.of(after(same -> {}, same -> {})), empty());
  }

  @Test
  void eachVersionSaysWhatChanged() {
    first.setBody("The bridge opens on Monday. It is long.");
    List<Version> versions =
        ArticleVersions.of(
            after(
                article -> article.setHeadline("Another headline"),
                article -> article.setBody("The old bridge opens on Tuesday. It is long."),
                article -> article.setAuthors(List.of("An Author")),
                article -> article.setPublishedAt(FIRST),
                article -> article.setPublishedPrecision(Precision.DAY)));
    assertThat(
        versions.stream().map(Version::getChanged).toList(),
        contains(
            List.of(),
            List.of(VersionChange.HEADLINE),
            List.of(VersionChange.TEXT),
            List.of(VersionChange.AUTHORS),
            List.of(VersionChange.TIME),
            List.of(VersionChange.TIME)));
    Version text = versions.get(2);
    assertThat(text.getAdded(), contains("old", "Tuesday"));
    assertThat(text.getRemoved(), contains("Monday"));
    assertThat(List.of(text.getWordsAdded(), text.getWordsRemoved()), contains(2, 1));
    assertThat(text.getFirstCapturedAt(), equalTo(FIRST.plusSeconds(2)));
    assertThat(text.getVersions(), equalTo(6));
    assertThat(
        versions.stream().map(Version::getPayloadDigest).toList(),
        contains("0", "1", "2", "3", "4", "5"));
    assertThat(text.getOrigin(), equalTo(new Origin("capture", 2L, null)));
  }

  @Test
  void inChineseCharactersAreCounted() {
    first.setBody("大桥周一开放。");
    Version second = ArticleVersions.of(after(article -> article.setBody("大桥下周二开放。"))).get(1);
    assertThat(second.getAdded(), contains("下", "二"));
    assertThat(second.getRemoved(), contains("一"));
    assertThat(List.of(second.getWordsAdded(), second.getWordsRemoved()), contains(2, 1));
  }

  @Test
  void aPageThatGoesBackToWhatItSaidSaysSo() {
    String headline = first.getHeadline();
    List<Version> versions =
        ArticleVersions.of(
            after(
                article -> article.setHeadline("Another headline"),
                article -> article.setHeadline(headline)));
    assertThat(versions.stream().map(Version::getCurrent).toList(), contains(true, false));
  }

  @Test
  void textsWithNothingInCommonHaveTheirWordsCounted() {
    first.setBody("alpha ".repeat(3000));
    Version second =
        ArticleVersions.of(after(article -> article.setBody("beta ".repeat(2000)))).get(1);
    assertThat(second.getWordsAdded(), equalTo(2000));
    assertThat(second.getWordsRemoved(), equalTo(3000));
    assertThat(second.getAdded(), empty());
  }

  @Test
  void aLongTextIsComparedAsFarAsItIsKeptAndDigestedWhole() {
    first.setBody("😀".repeat(Contents.TEXT));
    String other = first.getBody() + "end";
    Article now = after(article -> article.setBody(other));
    now.getContents()
        .forEach(
            content -> {
              assertThat(content.getBody().length(), equalTo(Contents.TEXT));
              int last = content.getBody().codePointBefore(Contents.TEXT);
              assertThat(last, greaterThan((int) Character.MAX_VALUE));
            });
    Version second = ArticleVersions.of(now).get(1);
    assertThat(second.getChanged(), contains(VersionChange.TEXT));
    assertThat(second.getWordsAdded(), equalTo(0));
  }

  /** The first capture, changed once a second. */
  @SafeVarargs
  private Article after(Consumer<Article>... changes) {
    List<Article> captures = new ArrayList<>();
    first.setCapturedAt(FIRST);
    place(first, 0);
    captures.add(first);
    Arrays.stream(changes)
        .forEach(
            change -> {
              Article next = Article.newBuilder(captures.get(captures.size() - 1)).build();
              next.setCapturedAt(FIRST.plusSeconds(captures.size()));
              place(next, captures.size());
              change.accept(next);
              captures.add(next);
            });
    return Recaptures.winner(captures);
  }

  private static void place(Article capture, int number) {
    capture.setOrigin(new Origin("capture", (long) number, null));
    capture.setPayloadDigest(String.valueOf(number));
  }
}
