package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are opened anywhere, and tell their size. */
class InputOpenerTest {
  @Test
  void aLocalFileIsReadFromAnyByteOn(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "0123456789");
    InputOpener opener = InputOpener.local();
    String location = file.toUri().toString();
    assertThat(opener.size(location), is(10L));
    assertThat(text(opener.open(location, 0)), equalTo("0123456789"));
    assertThat(text(opener.open(location, 7)), equalTo("789"));
    assertThat(text(opener.open(location, 99)), equalTo(""));
  }

  @Test
  void whatCannotSeekPassesTheBytesBefore() throws IOException {
    InputOpener opener =
        location ->
            new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.UTF_8)) {
              @Override
              public synchronized long skip(long count) {
                return super.skip(Math.min(count, 2) - 1);
              }
            };
    assertThat(opener.size("a"), is(InputOpener.UNKNOWN_SIZE));
    assertThat(text(opener.open("a", 7)), equalTo("789"));
    assertThat(text(opener.open("a", 99)), equalTo(""));
  }

  private static String text(InputStream in) throws IOException {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
