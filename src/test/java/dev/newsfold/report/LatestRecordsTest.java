package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Relation;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Precedence;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestRecordsTest {
  @TempDir Path folder;

  @Test
  void ofEachThingTheHighestRevisionCountsUnlessItIsWithdrawn() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    List<StagedFile> files = new ArrayList<>();
    files.add(
        AvroFiles.write(output, Dataset.STORIES, List.of(story("a", 3, 1), story("b", 0, 1))));
    files.add(
        AvroFiles.write(output, Dataset.STORIES, List.of(story("a", 2, 1), story("b", 1, 0))));
    files.add(
        AvroFiles.write(output, Dataset.STORIES, List.of(story("c", 0, 0), story("c", 1, 1))));
    LatestRecords latest = new LatestRecords(output, RunManifest.filesOf(files));
    List<String> found = new ArrayList<>();
    latest.forEach(
        Dataset.STORIES, Story.class, item -> found.add(item.getId() + item.getRevision()));
    assertThat(found.stream().sorted().toList(), equalTo(List.of("a3", "c1")));
    assertThat(latest.counts().get("stories"), is(2L));
  }

  /** As those of headlines in a stream, which count seconds. */
  @Test
  void revisionsOfThirtyOneBitsAreInOrder() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    int most = Integer.MAX_VALUE - 1;
    List<StagedFile> files =
        List.of(
            AvroFiles.write(output, Dataset.STORIES, List.of(story("a", 1, 1))),
            AvroFiles.write(output, Dataset.STORIES, List.of(story("a", 1 << 30, 1))),
            AvroFiles.write(output, Dataset.STORIES, List.of(story("b", most - 1, 1))),
            AvroFiles.write(output, Dataset.STORIES, List.of(story("b", most, 0))));
    LatestRecords latest = new LatestRecords(output, RunManifest.filesOf(files));
    List<String> found = new ArrayList<>();
    latest.forEach(
        Dataset.STORIES, Story.class, item -> found.add(item.getId() + item.getRevision()));
    assertThat(found, equalTo(List.of("a" + (1 << 30))));
    assertThat(latest.counts().get("stories"), is(1L));
  }

  @Test
  void aFileOfWhichNothingCountsIsNotReadAgain() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    StagedFile old = AvroFiles.write(output, Dataset.STORIES, List.of(story("a", 0, 1)));
    StagedFile now = AvroFiles.write(output, Dataset.STORIES, List.of(story("a", 1, 1)));
    LatestRecords latest = new LatestRecords(output, RunManifest.filesOf(List.of(old, now)));
    assertThat(latest.counts().get("stories"), is(1L));
    output.delete(old.getPath());
    List<String> found = new ArrayList<>();
    latest.forEach(
        Dataset.STORIES, Story.class, item -> found.add(item.getId() + item.getRevision()));
    assertThat(found, equalTo(List.of("a1")));
  }

  @Test
  void ofAllDatasetsTheFieldsThatTellAreFewAndTellTheSame() throws IOException {
    for (Dataset dataset : Dataset.values()) {
      Schema head = Revisions.headOf(dataset);
      for (String field : dataset.keyFields()) {
        assertThat(
            head.getField(field).schema(), equalTo(dataset.schema().getField(field).schema()));
      }
      assertThat(
          head.getField("revision") == null,
          equalTo(dataset.schema().getField("revision") == null));
    }
  }

  @Test
  void whatAnEarlierVersionWroteIsReadToo() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    Schema before =
        new Schema.Parser()
            .parse(
                Story.getClassSchema()
                    .toString()
                    .replace("Number of different sites", "How many different sites there are"));
    StagedFile now = AvroFiles.write(output, Dataset.STORIES, List.of(story("a", 1, 1)));
    byte[] old = AvroFiles.encode(before, List.of(story("a", 0, 1), story("b", 0, 1)), "seed");
    output.write("stories/old.avro", old);
    StagedFile then =
        StagedFile.newBuilder(now)
            .setPath("stories/old.avro")
            .setRecords(2)
            .setBytes(old.length)
            .build();
    List<String> found = new ArrayList<>();
    new LatestRecords(output, RunManifest.filesOf(List.of(then, now)))
        .forEach(
            Dataset.STORIES, Story.class, item -> found.add(item.getId() + item.getRevision()));
    assertThat(found.stream().sorted().toList(), equalTo(List.of("a1", "b0")));
  }

  /** Whatever the order of the files that they are in. */
  @Test
  void ofRecordsOfOneRevisionOneCountsByItsContent() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    Story one = Story.newBuilder(story("a", 1, 1)).setHeadline("one").build();
    Story other = Story.newBuilder(story("a", 1, 1)).setHeadline("other").build();
    StagedFile first = AvroFiles.write(output, Dataset.STORIES, List.of(one, story("b", 2, 1)));
    StagedFile second = AvroFiles.write(output, Dataset.STORIES, List.of(other, story("b", 0, 1)));
    String counts = Precedence.first(one, other).getHeadline();
    for (List<StagedFile> files : List.of(List.of(first, second), List.of(second, first))) {
      LatestRecords latest = new LatestRecords(output, RunManifest.filesOf(files));
      List<String> found = new ArrayList<>();
      latest.forEach(
          Dataset.STORIES, Story.class, item -> found.add(item.getId() + item.getHeadline()));
      assertThat(found.stream().sorted().toList(), equalTo(List.of("a" + counts, "b")));
      assertThat(latest.counts().get("stories"), is(2L));
    }
  }

  private static Story story(String id, int revision, int members) {
    return Story.newBuilder()
        .setId(id)
        .setHeadline("")
        .setCanonicalArticleId(id)
        .setMembers(
            members == 0
                ? List.of()
                : List.of(
                    StoryMember.newBuilder()
                        .setArticleId(id)
                        .setUrl("")
                        .setSite("")
                        .setHeadline("")
                        .setRelation(Relation.ORIGINAL)
                        .build()))
        .setSiteCount(members)
        .setRevision(revision)
        .build();
  }
}
