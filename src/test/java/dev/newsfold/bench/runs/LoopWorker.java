package dev.newsfold.bench.runs;

import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Article;
import dev.newsfold.records.Capture;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.Page;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one thread of a {@link Loop} does with a capture: decodes, parses and sketches it. */
final class LoopWorker {
  private static final ParseSettings SETTINGS =
      new ParseSettings(
          ZoneId.of("Asia/Shanghai"), Instant.parse("2026-11-01T00:00:00Z"), SiteRules.NONE);

  private final PageDecoder decoder = new PageDecoder();
  private final ArticleParser parser = new ArticleParser(SETTINGS);
  private final LoopOutput output;
  private final @Nullable Extractor other;

  LoopWorker(Subject subject, LoopOutput output) {
    this.output = output;
    this.other =
        switch (subject) {
          case JSOUP, READABILITY4J, BOILERPIPE -> Extractor.of(subject);
          default -> null;
        };
  }

  void take(Capture capture) {
    if (!(decoder.decode(capture) instanceof Verdict.Accepted<Page> page)) {
      output.reject();
    } else if (other != null) {
      output.text(other.text(page.value()));
    } else if (parser.parse(page.value()) instanceof Verdict.Accepted<ParsedPage> parsed) {
      Article article = parsed.value().article();
      // Read from the page when they are asked for.
      List<HeadlineSighting> seen = parsed.value().sightings();
      seen.forEach(one -> one.setHeadlineKey(HeadlineKey.of(one.getHeadline())));
      article.setSketch(ByteBuffer.wrap(Sketch.of(article.getBody()).toBytes()));
      output.article(article, seen);
    } else {
      output.reject();
    }
  }
}
