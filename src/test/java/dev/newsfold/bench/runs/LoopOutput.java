package dev.newsfold.bench.runs;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.LocalFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where a {@link Loop} writes: Avro files as a run writes them. Without a fold it writes whenever
 * some thousand records have come together; with one it holds all articles until the end, one of
 * each address.
 */
final class LoopOutput {
  private static final int BATCH = 10_000;

  private final Path folder;
  private final boolean folds;
  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final List<HeadlineSighting> sightings = new ArrayList<>();
  private final StringBuilder texts = new StringBuilder();
  private long accepted;
  private long rejected;

  LoopOutput(Path folder, boolean folds) {
    this.folder = folder;
    this.folds = folds;
  }

  synchronized void article(Article article, List<HeadlineSighting> seen) {
    accepted++;
    articles.putIfAbsent(article.getId(), article);
    sightings.addAll(seen);
    if (sightings.size() >= BATCH) {
      write(Dataset.SIGHTINGS, sightings);
      sightings.clear();
    }
    if (!folds && articles.size() >= BATCH) {
      write(Dataset.ARTICLES, articles.values());
      articles.clear();
    }
  }

  /** What another parser has found. */
  synchronized void text(String text) {
    accepted++;
    texts.append(text).append('\n');
    if (texts.length() >= 1 << 22) {
      writeTexts();
    }
  }

  synchronized void reject() {
    rejected++;
  }

  /** Writes what is left; returns how many articles there were, each capture its own. */
  synchronized long finish() {
    if (folds) {
      List<Story> stories = Fold.fold(articles.values().stream().map(FoldMember::of).toList());
      for (Story story : stories) {
        for (StoryMember member : story.getMembers()) {
          Article article = Objects.requireNonNull(articles.get(member.getArticleId()));
          article.setStoryId(story.getId());
          article.setCrossPostRelation(member.getRelation());
        }
      }
      write(Dataset.STORIES, stories);
    }
    write(Dataset.ARTICLES, articles.values());
    write(Dataset.SIGHTINGS, sightings);
    writeTexts();
    return accepted;
  }

  private void write(Dataset dataset, Iterable<? extends SpecificRecord> records) {
    Map<String, List<SpecificRecord>> partitions = new TreeMap<>();
    for (SpecificRecord item : records) {
      partitions.computeIfAbsent(dataset.partitionOf(item), day -> new ArrayList<>()).add(item);
    }
    try {
      for (List<SpecificRecord> partition : partitions.values()) {
        AvroFiles.fill(new LocalFolder(folder), dataset, "", partition);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeTexts() {
    try {
      Files.writeString(
          folder.resolve("texts.txt"),
          texts,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    texts.setLength(0);
  }
}
