package dev.newsfold.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * Invented portals: pages in many designs, and what a reader should make of each.
 *
 * <p>Page {@code n} is a function of the seed and {@code n} alone. Nothing is remembered from one
 * page to the next, so a sample of millions of pages takes no more memory than one of a hundred.
 */
public final class Sample {

  /** Pages of the bundled sample. */
  public static final long BUNDLED_PAGES = 400;

  private final SampleOptions options;
  private final PageMaker pages;

  public Sample(SampleOptions options) {
    this.options = options;
    this.pages = new PageMaker(options);
  }

  /** The page with this number, from zero; it need not be below the options' number of pages. */
  public SamplePage page(long number) {
    SamplePage page = pages.page(number);
    if (options.pageBytes() == 0) {
      return page;
    }
    Dice dice = Dice.of(options.seed(), number, Dice.Purpose.PADDING);
    return page.withBody(Padding.pad(page.body(), options.pageBytes(), dice));
  }

  /** The pages in the order of their numbers, each made when it is asked for. */
  public Iterator<SamplePage> pages() {
    return LongStream.range(0, options.pages()).mapToObj(this::page).iterator();
  }

  /**
   * Writes a sample: as one archive where the output's name ends in {@code .warc.gz}, else as a
   * folder of pages; the truth beside it, as {@code NAME.truth.jsonl} or {@code truth.jsonl}.
   */
  public static void write(SampleOptions options, Path output) throws IOException {
    try (SampleWriter writer = writer(options, output)) {
      Iterator<SamplePage> pages = new Sample(options).pages();
      while (pages.hasNext()) {
        writer.write(pages.next());
      }
    }
  }

  /**
   * The sample that is read when no input is named: the folder of its pages, which is written below
   * {@code folder} unless it is there already.
   */
  public static Path bundled(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      // Written aside first: a run that is killed must not leave half a sample behind.
      Path aside =
          folder.resolveSibling(folder.getFileName() + "." + ProcessHandle.current().pid());
      write(new SampleOptions(BUNDLED_PAGES, SampleOptions.DEFAULT_SEED), aside);
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder.resolve("pages");
  }

  private static SampleWriter writer(SampleOptions options, Path output) throws IOException {
    Path parent = output.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    String name = String.valueOf(output.getFileName());
    if (!name.endsWith(".warc.gz")) {
      return new FolderWriter(output);
    }
    String stem = name.substring(0, name.length() - ".warc.gz".length());
    return new WarcWriter(output, output.resolveSibling(stem + ".truth.jsonl"), options.seed());
  }
}
