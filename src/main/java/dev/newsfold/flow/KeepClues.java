package dev.newsfold.flow;

import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Keeps the names of one part of a dump for {@link RecallClues}, since a revisit may repeat a page
 * of any other part. They are in a few files, since each is forced to disk or sent to a store, and
 * a part is small; a second attempt writes the same again.
 */
public final class KeepClues extends PTransform<PCollection<KV<String, FileClues>>, PDone> {
  /** What the name of a file begins with that has names of revisits, and not of pages alone. */
  public static final String SOUGHT = "sought-";

  private static final String PAGES = "pages-";

  /** How many files a part has at most. */
  private static final int FILES = 16;

  private final String folder;
  private final Grouping grouping;

  private KeepClues(String folder, Grouping grouping) {
    this.folder = folder;
    this.grouping = grouping;
  }

  /** Keeps them in the folder at an address. */
  public static KeepClues in(String folder, Grouping grouping) {
    return new KeepClues(folder, grouping);
  }

  @Override
  public PDone expand(PCollection<KV<String, FileClues>> clues) {
    clues
        .apply("InFewFiles", ParDo.of(new FileFn()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), new FileCluesCoder()))
        .apply("ByFile", grouping.group(new FileCluesCoder()))
        .apply("Write", ParDo.of(new WriteFn(folder, grouping)));
    return PDone.in(clues.getPipeline());
  }

  private static final class FileFn extends DoFn<KV<String, FileClues>, KV<String, FileClues>> {
    @ProcessElement
    public void process(
        @Element KV<String, FileClues> group, OutputReceiver<KV<String, FileClues>> out) {
      int file = Math.floorMod(Integer.parseInt(group.getKey()), FILES);
      out.output(KV.of(Integer.toString(file), group.getValue()));
    }
  }

  private static final class WriteFn
      extends DoFn<KV<String, Iterable<KV<String, FileClues>>>, Void> {
    private final String folder;
    private final Grouping grouping;

    private WriteFn(String folder, Grouping grouping) {
      this.folder = folder;
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, FileClues>>> group, PipelineOptions options)
        throws IOException {
      OutputFolder into = Stores.of(options).folder(folder);
      try {
        // A shard comes in several groups, all under its number: only keys are a file's own.
        grouping.<FileClues>forEachKey(group, (file, clues) -> write(into, file, clues));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    private static void write(OutputFolder into, String file, Iterable<FileClues> all) {
      FileCluesCoder coder = new FileCluesCoder();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      boolean sought = false;
      try {
        for (FileClues some : all) {
          coder.encode(some, bytes);
          sought |= some.clues().stream().anyMatch(clue -> !clue.isPage());
        }
        into.write((sought ? SOUGHT : PAGES) + file, bytes.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
