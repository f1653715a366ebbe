package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flink is told of the files of a store: here of one in a local folder. */
class StoreFileSystemTest {
  @TempDir Path local;
  private StoreFileSystem files;
  private String root;

  @BeforeEach
  void setUp() {
    // A store none of whose reads and writes fail.
    root = "faulty://1-0" + local;
    files = new StoreFileSystem(URI.create(root), PipelineOptionsFactory::create);
  }

  @Test
  void aFileIsShownWholeWhenItIsClosed() throws IOException {
    try (FSDataOutputStream out = files.create(path("/a/b"), FileSystem.WriteMode.NO_OVERWRITE)) {
      out.write(7);
      out.write(new byte[5000], 1, 4000);
      assertThat(out.getPos(), equalTo(4001L));
      assertThrows(FileNotFoundException.class, () -> files.getFileStatus(path("/a/b")));
    }
    assertThat(files.getFileStatus(path("/a/b")).getLen(), equalTo(4001L));
    assertThat(files.getFileStatus(path("/a/b")).isDir(), is(false));
    assertThat(files.getFileStatus(path("/a")).isDir(), is(true));
    assertThrows(
        IOException.class, () -> files.create(path("/a/b"), FileSystem.WriteMode.NO_OVERWRITE));
  }

  @Test
  void aFolderListsItsFilesWithTheirSizesAndItsFolders() throws IOException {
    Files.createDirectories(local.resolve("points/below/deeper"));
    Files.write(local.resolve("points/b"), new byte[20]);
    Files.write(local.resolve("points/below/deeper/c"), new byte[30]);
    Files.write(local.resolve("points/below/d"), new byte[40]);
    FileStatus[] found = files.listStatus(path("/points"));
    assertThat(
        Arrays.stream(found).map(file -> file.getPath().getName()).toList(),
        equalTo(List.of("b", "below")));
    assertThat(found[0].getLen(), equalTo(20L));
    assertThat(found[0].isDir(), is(false));
    assertThat(found[1].isDir(), is(true));
    assertThat(files.listStatus(path("/points/b"))[0].getLen(), equalTo(20L));
    assertThat(files.delete(path("/points"), true), is(true));
    assertThat(Files.exists(local.resolve("points/b")), is(false));
  }

  private org.apache.flink.core.fs.Path path(String below) {
    return new org.apache.flink.core.fs.Path(root + below);
  }
}
