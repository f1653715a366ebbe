package dev.newsfold.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * Writes pages as a mirror: {@code pages/host/path}, HTTP headers lost, the file's time the
 * capture's; and {@code truth.jsonl} beside {@code pages}.
 */
final class FolderWriter implements SampleWriter {

  private final Path pages;
  private final TruthWriter truth;
  private Path lastFolder;

  FolderWriter(Path folder) throws IOException {
    this.pages = folder.resolve("pages");
    this.lastFolder = Files.createDirectories(pages);
    this.truth = new TruthWriter(folder.resolve("truth.jsonl"));
  }

  @Override
  public void write(SamplePage page) throws IOException {
    Path file = pages.resolve(page.path());
    Path folder = file.getParent();
    if (folder != null && !folder.equals(lastFolder)) {
      lastFolder = Files.createDirectories(folder);
    }
    Files.write(file, page.body());
    Files.setLastModifiedTime(file, FileTime.from(page.capturedAt()));
    truth.write(page, page.path());
  }

  @Override
  public void close() throws IOException {
    truth.close();
  }
}
