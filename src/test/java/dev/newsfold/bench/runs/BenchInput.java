package dev.newsfold.bench.runs;

import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Pages to go through.
 *
 * @param title for people
 * @param pages how many there are
 * @param bytes of all files, as they lie on the disk
 * @param fileCount how many files
 * @param paths files, or folders of files
 */
record BenchInput(String title, long pages, long bytes, int fileCount, List<Path> paths) {
  private static final int FILES = 16;

  /** As {@code --input} has it. */
  String flag() {
    return String.join(",", paths.stream().map(Path::toString).toList());
  }

  /** All files, in a fixed order. */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> found = Files.walk(path)) {
        found.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /**
   * Invented pages below {@code folder}, in sixteen WARC files and, the same, in one. What is there
   * already is taken as it is.
   *
   * @return the one, and the sixteen
   */
  static List<BenchInput> sample(Path folder, long pages) throws IOException {
    Path parts = folder.resolve(pages + "-in-16");
    Path whole = folder.resolve(pages + "-in-1.warc.gz");
    if (!Files.exists(whole)) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        long share = pages * (i + 1) / FILES - pages * i / FILES;
        Path file = parts.resolve(String.format(Locale.ROOT, "part-%02d.warc.gz", i));
        Files.deleteIfExists(file);
        Sample.write(new SampleOptions(share, i + 1L), file);
        // It would be read as input.
        Files.delete(parts.resolve(String.format(Locale.ROOT, "part-%02d.truth.jsonl", i)));
        files.add(file);
      }
      // Each record is a gzip member of its own, so archives end to end are an archive.
      Path aside = folder.resolve(pages + "-in-1.part");
      try (OutputStream out = Files.newOutputStream(aside)) {
        for (Path file : files) {
          Files.copy(file, out);
        }
      }
      Files.move(aside, whole);
    }
    String number = String.format(Locale.ROOT, "%,d sample pages", pages);
    long bytes = Files.size(whole);
    return List.of(
        new BenchInput(number + ", 1 WARC", pages, bytes, 1, List.of(whole)),
        new BenchInput(number + ", 16 WARCs", pages, bytes, FILES, List.of(parts)));
  }

  /** The real pages of the bench, read in place; none where it is absent. */
  static List<BenchInput> real(Path shared) throws IOException {
    Path sets = shared.resolve("bench/extract");
    if (!Files.isDirectory(sets)) {
      return List.of();
    }
    List<Path> folders;
    try (Stream<Path> found = Files.list(sets)) {
      folders = found.map(set -> set.resolve("pages")).filter(Files::isDirectory).sorted().toList();
    }
    BenchInput input = new BenchInput("real pages", 0, 0, 0, folders);
    List<Path> files = input.files();
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    String title = String.format(Locale.ROOT, "%,d real pages", files.size());
    return List.of(new BenchInput(title, files.size(), bytes, files.size(), folders));
  }
}
