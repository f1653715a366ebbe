package dev.newsfold.stores;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreGlobTest {
  private static final List<String> NAMES =
      List.of(
          "a.warc",
          "b.warc.gz",
          "a/b/c.html",
          "a/b.html",
          "ab",
          "a-b",
          "a^b",
          "a.b",
          "a,b",
          "a}b",
          "a+b",
          "a b",
          "渡船.html",
          "渡船/1.html",
          "𠮷.html",
          "𠮷a",
          "😀b",
          "a[b]",
          "a*b",
          "line\nend");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*", "**", "*.warc", "*.{warc,warc.gz}", "?b", "a?b", "a[-+]b", "a[!-+]b", "a[a-z]b",
        "[a-b]*", "[!a]*", "**/*.html", "**.html", "a/*", "a/**", "渡?.html", "渡*", "a\\*b",
        "a\\[b\\]", "a{,.}b", "a[,}]b", "a[*?]b", "a[^]b", "*b", "{a,b}*", "a*b,", "{a*,渡*}",
        "𠮷*", "[𠮷]*", "[!𠮷]*", "?b", "\\\\𠮷*"
      })
  void meansWhatItMeansHere(String glob) {
    // A sign in front, so that each is a glob.
    StoreGlob there = Objects.requireNonNull(StoreGlob.of("s3://bucket/in/{x}" + glob));
    PathMatcher here = FileSystems.getDefault().getPathMatcher("glob:{x}" + glob);
    for (String name : NAMES) {
      boolean expected = false;
      for (Path at = Path.of("x" + name); at != null; at = at.getParent()) {
        expected |= here.matches(at);
      }
      assertThat(name, there.matches("s3://bucket/in/x" + name), equalTo(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a", "{a{b}}", "[a", "a*\\"})
  void whatIsNoGlobIsRefusedAsHere(String glob) {
    assertThrows(PatternSyntaxException.class, () -> StoreGlob.of("gs://bucket/" + glob));
    assertThrows(
        PatternSyntaxException.class,
        () -> FileSystems.getDefault().getPathMatcher("glob:" + glob));
  }

  /** As all Chinese ones are in the locale C, this name is none in any. */
  @Test
  void aNameThatIsNoPathHereIsOneThere() {
    String name = "a\u0000/\ud83d.html";
    assertThrows(InvalidPathException.class, () -> Path.of(name));
    StoreGlob there = Objects.requireNonNull(StoreGlob.of("gs://bucket/*/*.html"));
    assertThat(there.matches("gs://bucket/" + name), equalTo(true));
    assertThat(StoreGlob.of("gs://bucket/a.html"), nullValue());
  }
}
