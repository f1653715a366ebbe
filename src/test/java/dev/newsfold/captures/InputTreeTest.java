package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTreeTest {
  @TempDir Path folder;

  @Test
  void aFolderIsListedInTheOrderOfItsNames() throws IOException {
    files("b/2.html", "b/10.html", "a.html", "c", "B.HTML");
    assertThat(listed(folder), contains("B.HTML", "a.html", "b/10.html", "b/2.html", "c"));
  }

  @Test
  void pathsAreBelowTheCommonFolderOfTheInputs() throws IOException {
    files("x/a/1.html", "x/b/2.html", "x/b/3.html", "y");
    assertThat(listed(folder.resolve("x/a")), contains("1.html"));
    assertThat(
        listed(folder.resolve("x/a"), folder.resolve("x/b/2.html")),
        contains("a/1.html", "b/2.html"));
  }

  @Test
  void pathsAreBelowADotWhereAnInputHasOne() throws IOException {
    files("x/2024/05/a.html", "x/2024/06/a.html", "x/2024/06/b/c.html");
    Path x = folder.resolve("x");
    assertThat(listed(Path.of(x + "/./2024/05")), contains("2024/05/a.html"));
    assertThat(listed(Path.of(x + "/./2024/05/a.html")), contains("2024/05/a.html"));
    assertThat(
        listed(Path.of(x + "/./2024/06/*.html"), Path.of(x + "/./2024/06/b")),
        contains("2024/06/a.html", "2024/06/b/c.html"));
  }

  @Test
  void whatSeveralInputsNameIsListedOnce() throws IOException {
    files("a/1.html", "a/2.html");
    Path a = folder.resolve("a");
    assertThat(listed(a, a, a.resolve("1.html")), contains("1.html", "2.html"));
    assertThat(
        listed(folder.resolve("a/*.html"), folder.resolve("a/1*"), folder.resolve("a/2.html")),
        contains("1.html", "2.html"));
  }

  @Test
  void aGlobMatchesAsShellsDoAndTakesFoldersWhole() throws IOException {
    files("a/1.html", "a/2.htm", "b/1.html", "b/deep/3.txt", "c/1.html");
    assertThat(listed(folder.resolve("[ab]/*.html")), contains("a/1.html", "b/1.html"));
    assertThat(listed(folder.resolve("{b,c}")), contains("b/1.html", "b/deep/3.txt", "c/1.html"));
    assertThat(listed(folder.resolve("**.txt")), contains("b/deep/3.txt"));
    assertThat(listed(folder.resolve("*.nothing")), empty());
  }

  @Test
  void aNameWithGlobSignsIsItselfFirst() throws IOException {
    files("a[1]*{b,c}?.html", "a1.html");
    assertThat(listed(folder.resolve("a[1]*{b,c}?.html")), contains("a[1]*{b,c}?.html"));
  }

  @Test
  void anInputThatDoesNotExistIsAnError() {
    String missing = folder.resolve("missing").toString();
    assertThrows(NoSuchFileException.class, () -> InputTree.list(List.of(missing)));
  }

  @Test
  void hiddenAndUnfinishedFilesAreSkippedUnlessNamed() throws IOException {
    files(".hidden.html", "_tmp/1.html", "a.html.part", "b.tmp", "~lock#", "d.html");
    assertThat(
        listed(folder),
        contains(
            ".hidden.html hidden-file",
            "_tmp hidden-file",
            "a.html.part temporary-file",
            "b.tmp temporary-file",
            "d.html",
            "~lock# temporary-file"));
    assertThat(listed(folder.resolve(".hidden.html")), contains(".hidden.html"));
  }

  @Test
  void linksAreFollowedWithinTheInputsAndLoopsEnd() throws IOException {
    files("in/a/1.html", "out/secret.html");
    Path in = folder.resolve("in");
    Files.createSymbolicLink(in.resolve("a/self"), in.resolve("a"));
    Files.createSymbolicLink(in.resolve("alias.html"), in.resolve("a/1.html"));
    Files.createSymbolicLink(in.resolve("dangling"), in.resolve("nowhere"));
    Files.createSymbolicLink(in.resolve("escape"), folder.resolve("out"));
    Files.createSymbolicLink(in.resolve("loop"), in.resolve("loop2"));
    Files.createSymbolicLink(in.resolve("loop2"), in.resolve("loop"));
    Files.createSymbolicLink(in.resolve("leak.html"), folder.resolve("out/secret.html"));
    assertThat(
        listed(in),
        contains(
            "a/1.html",
            "a/self symlink-loop",
            "alias.html",
            "dangling",
            "escape symlink-outside",
            "leak.html symlink-outside",
            "loop symlink-loop",
            "loop2 symlink-loop"));
  }

  @Test
  void aPipeIsNeverOpened() throws Exception {
    Path pipe = folder.resolve("pipe.html");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "skipped: no mkfifo here");
    new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
    assertThat(listed(folder), contains("pipe.html special-file"));
    assertThat(listed(pipe), contains("pipe.html special-file"));
  }

  @Test
  void namesOfAnyBytesKeepDifferentTexts() {
    assertThat(PathText.text(bytes("中文 a.html")), equalTo("中文 a.html"));
    assertThat(PathText.text(bytes("a\nb\tc\u202ed")), equalTo("a\\u000Ab\\u0009c\\u202Ed"));
    assertThat(PathText.text(new byte[] {'x', (byte) 0xff, 'y'}), equalTo("x\\xFFy"));
    assertThat(PathText.text(bytes("x\\xFFy")), equalTo("x\\\\xFFy"));
  }

  @Test
  void aListedFileCanBeOpenedWhateverItsName() throws IOException {
    files("new\nline.html", "100%25.html", "q?#.html", "引文“”.html");
    try (Stream<InputEntry> entries = InputTree.list(List.of(folder.toString()))) {
      for (InputEntry entry : entries.toList()) {
        try (var in = InputOpener.local().open(entry.file().location())) {
          assertThat(entry.file().path(), in.readAllBytes().length, equalTo(1));
        }
      }
    }
  }

  private void files(String... paths) throws IOException {
    for (String path : paths) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[] {'x'});
    }
  }

  private static List<String> listed(Path... inputs) throws IOException {
    try (Stream<InputEntry> entries =
        InputTree.list(Arrays.stream(inputs).map(Path::toString).toList())) {
      return entries
          .map(
              entry -> {
                SkipKind skip = entry.skip();
                return entry.file().path() + (skip == null ? "" : " " + skip.label());
              })
          .toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
