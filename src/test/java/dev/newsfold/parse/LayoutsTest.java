package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dateline;
import dev.newsfold.records.Precision;
import dev.newsfold.records.UrlEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ways in which Chinese portals lay out an article, on small invented pages: {@code
 * layouts.txt} holds a page a block, and behind {@code >} every field that it states. A field that
 * is not listed must be empty, and the body must be the prose and nothing else.
 */
class LayoutsTest {
  private static final String HEADLINE = "海潮渔港迎来多年未见的丰收";

  private static final List<String> PROSE =
      List.of(
          "海潮市的渔民在清晨出海，傍晚时分带着满舱的鲜鱼回到码头，市场里早已挤满了前来采购的居民。",
          "老人们说，这样的丰收已经多年不见，孩子们在堤岸上奔跑，为每一条靠岸的船大声喝彩。",
          "市里计划在明年春天修建新的冷库，让更多的鲜鱼能够在一夜之间送到内地的城市。");

  private record Layout(String html, Map<String, String> fields) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void everyFieldIsReadAndNothingElse(Layout layout) {
    Page page = Page.of(layout.html());
    Map<String, String> expected = new TreeMap<>(layout.fields());
    expected.putIfAbsent("headline", HEADLINE);
    expected.putIfAbsent("body", "the prose");

    assertThat(page.fields(), is(expected));
  }

  /** The fields of the article on a page that hold something. */
  private record Page(Map<String, String> fields) {
    static Page of(String html) {
      String url = "https://news.haichao.example/a/1234.html";
      Article article = Pages.parse(Pages.page(html, url, UrlEvidence.FETCHED)).article();
      Map<String, String> fields = new TreeMap<>();
      put(fields, "headline", article.getHeadline());
      put(fields, "body", body(article.getBody()));
      put(fields, "time", time(article));
      put(fields, "source", article.getSource());
      put(fields, "authors", String.join(", ", article.getAuthors()));
      put(fields, "editor", String.join(", ", article.getEditor()));
      put(fields, "section", article.getSection());
      put(fields, "original", article.getOriginalHeadline());
      put(fields, "topic", article.getTopic());
      put(fields, "agencies", String.join(", ", article.getAgencies()));
      Dateline dateline = article.getDateline();
      if (dateline != null) {
        put(fields, "dateline", dateline.getOutlet());
        put(fields, "place", dateline.getPlace());
        put(fields, "day", dateline.getDay());
      }
      return new Page(fields);
    }

    /** What was added to the prose and what is missing from it, by line. */
    private static String body(String body) {
      List<String> lines = new ArrayList<>();
      List<String> missing = new ArrayList<>(PROSE);
      for (String line : body.split("\n", -1)) {
        if (!missing.remove(line) && !missing.remove(line.replaceFirst("^.*?(?=海潮市的渔民)", ""))) {
          lines.add("+" + line);
        }
      }
      missing.forEach(line -> lines.add("-" + line));
      return lines.isEmpty() ? "the prose" : String.join(" ", lines);
    }

    private static @Nullable String time(Article article) {
      Instant at = article.getPublishedAt();
      if (at == null) {
        return null;
      }
      var local = at.atZone(ZoneId.of(article.getPublishedZone()));
      return article.getPublishedPrecision() == Precision.DAY
          ? local.toLocalDate().toString()
          : local.toLocalDateTime().toString().replace('T', ' ');
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        fields.put(name, value);
      }
    }
  }

  static Stream<Named<Layout>> layouts() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LayoutsTest.class.getResourceAsStream("layouts.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("\n\n"))
          .filter(block -> block.startsWith("# "))
          .map(LayoutsTest::layout)
          .toList()
          .stream();
    }
  }

  /** A block: its name, the page's lines, the fields it states. */
  private static Named<Layout> layout(String block) {
    String name = "";
    StringBuilder html = new StringBuilder();
    Map<String, String> fields = new TreeMap<>();
    for (String line : block.split("\n")) {
      if (line.startsWith("# ")) {
        name = line.substring(2);
      } else if (line.startsWith("> ")) {
        int colon = line.indexOf(": ");
        fields.put(line.substring(2, colon), line.substring(colon + 2));
      } else {
        html.append(line).append('\n');
      }
    }
    String page =
        "<html lang=zh><head><title>{headline}_海潮新闻网</title></head><body>"
            + html
            + "</body></html>";
    return Named.of(
        name,
        new Layout(
            page.replace("{headline}", HEADLINE)
                .replace("{text}", "<p>" + String.join("</p>\n<p>", PROSE) + "</p>")
                .replace("{first}", PROSE.get(0))
                .replace("{rest}", "<p>" + PROSE.get(1) + "</p>\n<p>" + PROSE.get(2) + "</p>")
                .replace("{lines}", String.join("<br>\n<br>　　", PROSE)),
            fields));
  }
}
