package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.Started;
import dev.newsfold.records.Rejection;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a run has not come to enough. */
class EnoughTest {
  @TempDir Path folder;
  private Path pages;
  private Path output;

  @BeforeEach
  void makePages() throws IOException {
    pages = Files.createDirectories(folder.resolve("pages"));
    output = folder.resolve("out");
    Files.writeString(pages.resolve("none.html"), "<html><title>x</title><body>none</body></html>");
  }

  private void addArticle() throws IOException {
    Files.writeString(
        pages.resolve("article.html"),
        """
        <html><head><meta charset="utf-8"><title>青浦湾的渡船停航</title></head><body>
        <h1>青浦湾的渡船停航</h1><p>2020-09-25 11:45 来源：青浦日报</p><p>%s</p></body></html>
        """
            .formatted("渡船的乘客改乘临时班车，码头的茶馆照常开门，船员们在岸上等候消息。".repeat(6)));
  }

  @Test
  void aRunOfWhichAllWasRejectedIsPublishedAndHasAStatusOfItsOwn() throws IOException {
    Started started = Started.with("local", "--input=" + pages, "--output=" + output);
    assertThat(started.err(), started.code(), equalTo(76));
    assertThat(
        started.err(), containsString("all captures were rejected, 1 of them: NOT_ARTICLE 1"));
    assertThat(Started.records(output, Dataset.REJECTIONS, Rejection.class), hasSize(1));
  }

  @Test
  void oneArticleIsEnoughToBeDone() throws IOException {
    addArticle();
    Started.well("local", "--input=" + pages, "--output=" + output, "--minArticles=1");
  }

  @Test
  void fewerArticlesThanAskedForPublishNothing() throws IOException {
    addArticle();
    Started started =
        Started.with("local", "--input=" + pages, "--output=" + output, "--minArticles=2");
    assertThat(started.err(), started.code(), equalTo(65));
    assertThat(
        started.err(),
        containsString("1 article, fewer than --minArticles=2; nothing is published"));
    assertThat(Files.exists(output.resolve("run.json")), equalTo(false));
  }

  @Test
  void allRejectedIsTooFewWhereArticlesAreAskedFor() throws IOException {
    Started started =
        Started.with("local", "--input=" + pages, "--output=" + output, "--minArticles=1");
    assertThat(started.err(), started.code(), equalTo(65));
    assertThat(Files.exists(output.resolve("run.json")), equalTo(false));
  }
}
