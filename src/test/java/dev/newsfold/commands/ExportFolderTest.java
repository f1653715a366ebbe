package dev.newsfold.commands;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {
  /** Above all that Linux gives to processes. */
  private static final String GONE = "-999999999";

  @TempDir Path folder;

  @Test
  void whatAKilledExportHasLeftGoes() throws CommandFailure, IOException {
    write(folder.resolve("to"), "old");
    write(folder.resolve(".to.writing" + GONE), "half");
    write(folder.resolve(".other.writing" + GONE), "of another export");
    ExportFolder export = ExportFolder.of(folder.resolve("to").toString());
    Files.writeString(export.begin().resolve(ExportManifest.NAME), "new");
    assertThat(read("to"), equalTo("old"));
    export.commit();
    export.abandon();
    assertThat(read("to"), equalTo("new"));
    assertThat(names(), equalTo(List.of(".other.writing" + GONE, "to")));
  }

  @Test
  void anExportThatWasTakenAwayAndNotReplacedComesBack() throws CommandFailure, IOException {
    write(folder.resolve(".to.replaced" + GONE), "old");
    ExportFolder export = ExportFolder.of(folder.resolve("to").toString());
    export.begin();
    export.abandon();
    assertThat(read("to"), equalTo("old"));
    assertThat(names(), equalTo(List.of("to")));
  }

  @Test
  void whatAnotherProcessWritesStays() throws CommandFailure, IOException {
    long alive = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
    write(folder.resolve(".to.writing-" + alive), "half");
    ExportFolder export = ExportFolder.of(folder.resolve("to").toString());
    export.begin();
    export.abandon();
    assertThat(names(), equalTo(List.of(".to.writing-" + alive)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name).resolve(ExportManifest.NAME));
  }

  private static void write(Path export, String manifest) throws IOException {
    Files.createDirectories(export);
    Files.writeString(export.resolve(ExportManifest.NAME), manifest);
  }
}
