package dev.newsfold.commands;

import static dev.newsfold.commands.Fixtures.article;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.records.Article;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that name stories which others have absorbed. */
class SuccessorsTest {
  @TempDir Path folder;

  @Test
  void anArticleNamesTheStoryThatHasTakenOver() throws IOException {
    write(standing("last"), absorbed("first", "second", 1), absorbed("second", "last", 2));
    assertThat(storyOfTheArticle(), equalTo("{\"storyId\":\"last\"}\n"));
  }

  @Test
  void aStoryThatCameBackNeedsNoSuccessor() throws IOException {
    Story back = standing("first");
    back.setRevision(2);
    write(absorbed("first", "last", 1), standing("last"), back);
    assertThat(storyOfTheArticle(), equalTo("{\"storyId\":\"first\"}\n"));
  }

  @Test
  void storiesThatNameEachOtherEnd() throws IOException {
    write(absorbed("first", "second", 1), absorbed("second", "first", 1));
    assertThat(storyOfTheArticle(), equalTo("{\"storyId\":\"second\"}\n"));
  }

  private String storyOfTheArticle() {
    return Started.well(
            "cat", "--current", folder.resolve("articles").toString(), "--field=storyId")
        .out();
  }

  private void write(Story... stories) throws IOException {
    Article article = article(1);
    article.setStoryId("first");
    var files =
        RunManifest.filesOf(
            List.of(
                AvroFiles.write(new LocalFolder(folder), Dataset.ARTICLES, List.of(article)),
                AvroFiles.write(new LocalFolder(folder), Dataset.STORIES, List.of(stories))));
    RunManifest manifest =
        RunManifest.of("stream", "r", "2026-01-01T00:00:00Z").files(files).build();
    Files.write(folder.resolve("run.json"), manifest.toJson());
  }

  private static Story standing(String id) {
    return Story.newBuilder(absorbed(id, null, 0))
        .setMembers(
            List.of(
                StoryMember.newBuilder()
                    .setArticleId("a")
                    .setUrl("")
                    .setSite("")
                    .setHeadline("")
                    .setRelation(Relation.ORIGINAL)
                    .build()))
        .build();
  }

  private static Story absorbed(String id, @Nullable String successor, int revision) {
    return Story.newBuilder()
        .setId(id)
        .setHeadline("")
        .setCanonicalArticleId("a")
        .setMembers(List.of())
        .setSiteCount(1)
        .setRevision(revision)
        .setSuccessor(successor)
        .build();
  }
}
