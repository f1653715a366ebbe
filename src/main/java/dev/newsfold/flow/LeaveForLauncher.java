package dev.newsfold.flow;

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
import java.util.TreeSet;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.PDone;
import org.jspecify.annotations.Nullable;

/**
 * Leaves in the staging folder what the launcher needs to publish a run: the counts, and then, all
 * at once, the list of finished files. Where the list exists, the pipeline is done.
 */
public final class LeaveForLauncher extends PTransform<PCollection<StagedFile>, PDone> {
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
    List<PCollectionView<?>> views = new ArrayList<>();
    PCollectionView<Map<String, Long>> countsView = null;
    if (counts != null) {
      countsView = counts.apply("CountsView", View.asMap());
      views.add(countsView);
    }
    PCollectionView<List<String>> folders = null;
    if (replaced != null) {
      folders = replaced.apply("ReplacedView", View.asList());
      views.add(folders);
    }
    files
        .apply("Collect", Combine.globally(new CollectFn()))
        .apply("Leave", ParDo.of(new LeaveFn(staging, countsView, folders)).withSideInputs(views));
    return PDone.in(files.getPipeline());
  }

  private static final class LeaveFn extends DoFn<List<StagedFile>, Void> {
    private final String staging;
    private final @Nullable PCollectionView<Map<String, Long>> counts;
    private final @Nullable PCollectionView<List<String>> replaced;

    private LeaveFn(
        String staging,
        @Nullable PCollectionView<Map<String, Long>> counts,
        @Nullable PCollectionView<List<String>> replaced) {
      this.staging = staging;
      this.counts = counts;
      this.replaced = replaced;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      OutputFolder folder = Stores.of(context.getPipelineOptions()).folder(staging);
      if (counts != null) {
        RunCounts.write(folder, context.sideInput(counts));
      }
      if (replaced != null) {
        String folders = String.join("\n", new TreeSet<>(context.sideInput(replaced)));
        folder.write(RunLayout.REPLACED, folders.getBytes(StandardCharsets.UTF_8));
      }
      List<StagedFile> files = new ArrayList<>(context.element());
      files.sort(Comparator.comparing(StagedFile::getPath));
      folder.write(RunLayout.FILES, AvroFiles.encode(StagedFile.getClassSchema(), files, staging));
    }
  }

  private static final class CollectFn
      extends Combine.CombineFn<StagedFile, List<StagedFile>, List<StagedFile>> {
    @Override
    public List<StagedFile> createAccumulator() {
      return new ArrayList<>();
    }

    @Override
    public List<StagedFile> addInput(List<StagedFile> files, StagedFile file) {
      files.add(file);
      return files;
    }

    @Override
    public List<StagedFile> mergeAccumulators(Iterable<List<StagedFile>> parts) {
      List<StagedFile> files = new ArrayList<>();
      parts.forEach(files::addAll);
      return files;
    }

    @Override
    public List<StagedFile> extractOutput(List<StagedFile> files) {
      return files;
    }

    @Override
    public Coder<List<StagedFile>> getAccumulatorCoder(
        CoderRegistry registry, Coder<StagedFile> inputCoder) {
      return ListCoder.of(RecordCoder.of(StagedFile.class));
    }

    @Override
    public Coder<List<StagedFile>> getDefaultOutputCoder(
        CoderRegistry registry, Coder<StagedFile> inputCoder) {
      return ListCoder.of(RecordCoder.of(StagedFile.class));
    }
  }
}
