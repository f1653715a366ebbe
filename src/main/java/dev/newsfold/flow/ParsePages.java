package dev.newsfold.flow;

import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.dedupe.Deliveries;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.records.Capture;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.Page;
import dev.newsfold.records.PageSightings;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a capture and parses it into an article, and the headlines seen beside it, where it was
 * read. A page is the largest thing there is, and Flink writes down what goes from step to step
 * once for each way that it may go: no page goes anywhere.
 */
final class ParsePages implements CaptureStep {
  private static final long serialVersionUID = 1L;

  private final ParseSettings settings;
  private transient @Nullable Parser parser;

  ParsePages(ParseSettings settings) {
    this.settings = settings;
  }

  private record Parser(PageDecoder decoder, ArticleParser articles) {}

  private Parser parser() {
    Parser made = parser;
    if (made == null) {
      made = new Parser(new PageDecoder(), new ArticleParser(settings));
      parser = made;
    }
    return made;
  }

  @Override
  public void take(Capture capture, Consumer<RawUnionValue> out) {
    Counters.captureDone();
    Verdict<Page> page = parser().decoder().decode(capture);
    if (page instanceof Verdict.Accepted<Page> decoded) {
      Verdict<ParsedPage> verdict = parser().articles().parse(decoded.value());
      if (verdict instanceof Verdict.Accepted<ParsedPage> parsed) {
        give(parsed.value(), out);
      } else if (verdict instanceof Verdict.Rejected<ParsedPage> rejected) {
        out.accept(Readings.of(rejected.rejection()));
      }
    } else if (page instanceof Verdict.Rejected<Page> rejected) {
      out.accept(Readings.of(rejected.rejection()));
    }
  }

  private static void give(ParsedPage parsed, Consumer<RawUnionValue> out) {
    List<HeadlineSighting> sightings = parsed.sightings();
    sightings.forEach(one -> one.setHeadlineKey(HeadlineKey.of(one.getHeadline())));
    out.accept(Readings.of(parsed.article()));
    out.accept(
        Readings.of(
            new PageSightings(Long.toHexString(Deliveries.identity(parsed.article())), sightings)));
  }
}
