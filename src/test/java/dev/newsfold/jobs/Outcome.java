package dev.newsfold.jobs;

import dev.newsfold.Started;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Late;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** What a reader finds in an output: the files that {@code run.json} lists, no others. */
record Outcome(Path output) {

  /** All records of a dataset; of a stream every revision. */
  <T extends SpecificRecord> List<T> records(Dataset dataset, Class<T> type) throws IOException {
    return Started.records(output, dataset, type);
  }

  RunManifest manifest() throws IOException {
    return RunManifest.read(output).orElseThrow();
  }

  /** The row of ALL of the window that starts on {@code day}, in its latest revision. */
  DailyAggregate row(String day) throws IOException {
    DailyAggregate row = rows().get(day);
    if (row == null) {
      throw new AssertionError("no row for " + day + " among " + rows());
    }
    return row;
  }

  /** The latest revisions of the rows of ALL, by the first day of their windows. */
  Map<String, DailyAggregate> rows() throws IOException {
    Map<String, DailyAggregate> rows = new TreeMap<>();
    records(Dataset.AGGREGATES, DailyAggregate.class).stream()
        .filter(row -> row.getDimension() == Dimension.ALL)
        .sorted(Comparator.comparingInt(DailyAggregate::getRevision))
        .forEach(row -> rows.put(row.getDay().toString(), row));
    return rows;
  }

  /** Addresses of the articles in {@code late/}, with the reasons. */
  Map<String, String> late() throws IOException {
    Map<String, String> late = new TreeMap<>();
    records(Dataset.LATE, Late.class).forEach(l -> late.put(l.getCanonicalUrl(), l.getReason()));
    return late;
  }

  /** The articles at addresses that hold {@code name}. */
  List<Article> articles(String name) throws IOException {
    return records(Dataset.ARTICLES, Article.class).stream()
        .filter(article -> article.getCanonicalUrl().contains(name))
        .toList();
  }
}
