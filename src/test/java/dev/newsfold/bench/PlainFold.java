package dev.newsfold.bench;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.interchange.RowOutput;
import dev.newsfold.interchange.RowReader;
import dev.newsfold.records.Article;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * The fold in a plain loop, without a runner, as a measure of what a runner costs: reads the JSON
 * Lines files of a folder, sketches and folds their articles in memory, and writes articles and
 * stories as a run does. It takes the arguments of {@code fold} that {@link ScaleBench} gives, of
 * which {@code --input} and {@code --output} count.
 */
public final class PlainFold {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private PlainFold() {}

  public static void main(String[] args) throws IOException {
    Path output = option("--output=", args);
    List<Article> articles = read(option("--input=", args));
    List<Story> stories = Fold.fold(articles.stream().map(FoldMember::of).toList());
    Map<String, Article> byId = new HashMap<>();
    articles.forEach(article -> byId.put(article.getId(), article));
    for (Story story : stories) {
      for (StoryMember member : story.getMembers()) {
        Article article = Objects.requireNonNull(byId.get(member.getArticleId()));
        article.setStoryId(story.getId());
        article.setCrossPostRelation(member.getRelation());
      }
    }
    write(Dataset.ARTICLES, articles, output);
    write(Dataset.STORIES, stories, output);
    Files.writeString(
        output.resolve("run.json"),
        "{\"totals\": {\"stories\": " + stories.size() + "}}",
        StandardCharsets.UTF_8);
  }

  private static List<Article> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.sorted().toList();
    }
    List<Article> articles = new ArrayList<>();
    RowReader reader = new RowReader(InputOpener.local(), ZONE);
    for (Path file : files) {
      reader.read(
          new InputFileRef(file.toUri().toString(), file.getFileName().toString()),
          new RowOutput() {
            @Override
            public void article(Article article) {
              article.setSketch(ByteBuffer.wrap(Sketch.of(article.getBody()).toBytes()));
              articles.add(article);
            }

            @Override
            public void reject(Rejection rejection) {
              throw new IllegalArgumentException(rejection.toString());
            }
          });
    }
    return articles;
  }

  private static void write(Dataset dataset, List<? extends SpecificRecord> records, Path output)
      throws IOException {
    Map<String, List<SpecificRecord>> partitions = new TreeMap<>();
    for (SpecificRecord item : records) {
      partitions.computeIfAbsent(dataset.partitionOf(item), day -> new ArrayList<>()).add(item);
    }
    for (List<SpecificRecord> partition : partitions.values()) {
      AvroFiles.fill(new dev.newsfold.sinks.LocalFolder(output), dataset, "", partition);
    }
  }

  private static Path option(String name, String[] args) {
    return Stream.of(args)
        .filter(argument -> argument.startsWith(name))
        .map(argument -> Path.of(argument.substring(name.length())))
        .findFirst()
        .orElseThrow();
  }
}
