package dev.newsfold.flow;

import dev.newsfold.records.RunCount;
import dev.newsfold.records.RunNews;
import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunCounts;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PDone;
import org.jspecify.annotations.Nullable;

/**
 * Leaves in the staging folder what the launcher needs to publish a run: the counts, and then, all
 * at once, the list of finished files. Where the list exists, the pipeline is done.
 */
public final class LeaveForLauncher extends PTransform<PCollection<StagedFile>, PDone> {
  private static final String ONE_KEY = "";

  private final @Nullable PCollection<KV<String, Long>> counts;
  private final @Nullable PCollection<String> replaced;
  private final String staging;

  private LeaveForLauncher(
      @Nullable PCollection<KV<String, Long>> counts,
      @Nullable PCollection<String> replaced,
      String staging) {
    this.counts = counts;
    this.replaced = replaced;
    this.staging = staging;
  }

  /** Leaves the list of files, of a run that is none to publish. */
  public static LeaveForLauncher files(String staging) {
    return new LeaveForLauncher(null, null, staging);
  }

  /** Leaves the list of files and {@code counts} in the folder {@code staging}. */
  public static LeaveForLauncher in(String staging, PCollection<KV<String, Long>> counts) {
    return new LeaveForLauncher(counts, null, staging);
  }

  /** The same, and the list of the folders whose files give way to those that were written. */
  public LeaveForLauncher replacing(PCollection<String> folders) {
    return new LeaveForLauncher(counts, folders, staging);
  }

  @Override
  public PDone expand(PCollection<StagedFile> files) {
    // A run that has written nothing leaves an empty list.
    PCollectionList<KV<String, RunNews>> news =
        PCollectionList.of(
                files
                    .getPipeline()
                    .apply(
                        "Always",
                        Create.of(KV.of(ONE_KEY, new RunNews()))
                            .withCoder(Coders.keyed(RunNews.class))))
            .and(news("Written", files, file -> new RunNews(file, null, null)));
    if (counts != null) {
      news =
          news.and(
              news(
                  "Counts",
                  counts,
                  count ->
                      new RunNews(null, new RunCount(count.getKey(), count.getValue()), null)));
    }
    if (replaced != null) {
      news = news.and(news("Replaced", replaced, folder -> new RunNews(null, null, folder)));
    }
    news.apply("News", Flatten.pCollections())
        .apply("Collect", GroupByKey.create())
        .apply("Leave", ParDo.of(new LeaveFn(staging, counts != null, replaced != null)));
    return PDone.in(files.getPipeline());
  }

  private static <T> PCollection<KV<String, RunNews>> news(
      String name, PCollection<T> items, SerializableFunction<T, RunNews> news) {
    return items.apply(name, ParDo.of(new NewsFn<>(news))).setCoder(Coders.keyed(RunNews.class));
  }

  private static final class NewsFn<T> extends DoFn<T, KV<String, RunNews>> {
    private final SerializableFunction<T, RunNews> news;

    private NewsFn(SerializableFunction<T, RunNews> news) {
      this.news = news;
    }

    @ProcessElement
    public void process(@Element T item, OutputReceiver<KV<String, RunNews>> out) {
      out.output(KV.of(ONE_KEY, news.apply(item)));
    }
  }

  private static final class LeaveFn extends DoFn<KV<String, Iterable<RunNews>>, Void> {
    private final String staging;
    private final boolean counts;
    private final boolean replaces;

    private LeaveFn(String staging, boolean counts, boolean replaces) {
      this.staging = staging;
      this.counts = counts;
      this.replaces = replaces;
    }

    @ProcessElement
    public void process(@Element KV<String, Iterable<RunNews>> news, PipelineOptions options)
        throws IOException {
      List<StagedFile> files = new ArrayList<>();
      Map<String, Long> numbers = new TreeMap<>();
      TreeSet<String> folders = new TreeSet<>();
      for (RunNews one : news.getValue()) {
        if (one.getFile() != null) {
          files.add(one.getFile());
        }
        if (one.getCount() != null) {
          numbers.put(one.getCount().getName(), one.getCount().getNumber());
        }
        if (one.getReplaced() != null) {
          folders.add(one.getReplaced());
        }
      }
      OutputFolder folder = Stores.of(options).folder(staging);
      if (counts) {
        RunCounts.write(folder, numbers);
      }
      if (replaces) {
        folder.write(
            RunLayout.REPLACED, String.join("\n", folders).getBytes(StandardCharsets.UTF_8));
      }
      files.sort(Comparator.comparing(StagedFile::getPath));
      folder.write(RunLayout.FILES, AvroFiles.encode(StagedFile.getClassSchema(), files, staging));
    }
  }
}
