package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  @TempDir Path folder;

  @Test
  void aSecondReportLeavesNothingOfTheFirst() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    output.write("articles/a.avro", bytes("kept"));
    write(output, "a long page", "article/1.html", "article/2.html");
    write(output, "short", "article/2.html", "story/3.html");
    assertThat(
        output.list().stream().map(OutputFolder.Entry::name).toList(),
        equalTo(
            List.of(
                "articles/a.avro",
                "report/article/2.html",
                "report/index.html",
                "report/story/3.html")));
    assertThat(output.readText("report/article/2.html"), equalTo("short"));
    assertThat(output.readText("report/index.html"), equalTo("short"));
  }

  @Test
  void aPageThatIsTheSameIsLeftAlone() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    write(output, "a page", "same.html");
    FileTime old = FileTime.fromMillis(1000);
    Files.setLastModifiedTime(folder.resolve("report/same.html"), old);
    write(output, "a page", "same.html");
    assertThat(Files.getLastModifiedTime(folder.resolve("report/same.html")), equalTo(old));
  }

  @Test
  void whoReadsAPageWhileItIsReplacedReadsItAsItWas() throws IOException {
    OutputFolder output = new LocalFolder(folder);
    write(output, "a long page", "page.html");
    try (InputStream reader = output.open("report/page.html")) {
      write(output, "short", "page.html");
      assertThat(reader.readAllBytes(), equalTo(bytes("a long page")));
    }
    assertThat(output.readText("report/page.html"), equalTo("short"));
  }

  private static void write(OutputFolder output, String content, String... names)
      throws IOException {
    try (ReportFolder report = new ReportFolder(output)) {
      for (String name : names) {
        report.put(name, bytes(content));
      }
      report.finish("index.html", bytes(content));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
