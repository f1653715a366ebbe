package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that hold no page are rejected as what they are, and skipped beside pages. */
class OtherFileTest {
  private static final String PAGELESS =
      "JSON without a column of pages in HTML; articles are read by the job fold";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<rss version=\"2.0\"><channel><item>x</item></channel></rss> | NOT_ARTICLE | a feed (RSS)",
        "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"/> | NOT_ARTICLE | a feed (Atom)",
        "<?xml version=\"1.0\"?><urlset><url/></urlset> | NOT_ARTICLE | a sitemap",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><p>x</p></svg> | NOT_ARTICLE | an SVG image",
        "%PDF-1.4 <html> | NOT_HTML | a PDF document",
        "{\\rtf1 <html>} | NOT_HTML | a rich text document",
        "#!/bin/sh~echo '<html>' | NOT_HTML | a script",
        // What Facebook exports: posts and comments, with markup in none of them.
        "[{\"timestamp\":1600000000,\"attachments\":[{\"data\":[{\"external_context\":{\"url\":\"https://a.example/1\"}}]}],"
            + "\"data\":[{\"post\":\"A bridge <3 reopens\"}],\"title\":\"Anna shared a link.\"}] | NOT_HTML | "
            + PAGELESS,
        "{\"comments_v2\":[{\"timestamp\":1600000000,\"data\":[{\"comment\":{\"comment\":\"Well put.\"}}],\"title\":\"x\"}]}"
            + " | NOT_HTML | "
            + PAGELESS,
      })
  void aFileIsNamedByWhatItIs(String content, String reason, String what) {
    Found found = Found.in("a", bytes(content.replace('~', '\n')));
    assertThat(found.rejections.get(0).getReason().toString(), equalTo(reason));
    assertThat(found.rejections.get(0).getMessage(), equalTo("the file is " + what));
    assertThat(found.words.size(), equalTo(1));
  }
}
