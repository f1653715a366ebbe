package dev.newsfold.flow;

import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.dedupe.Deliveries;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.records.Article;
import dev.newsfold.records.Capture;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.Page;
import dev.newsfold.records.PageSightings;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Decodes the captures among {@link Readings} and parses them into articles, one for each, and the
 * headlines seen beside them. Both is one step: a page's text is the largest thing there is, and
 * Flink writes down what goes from step to step once for each way that it may go.
 */
public final class ParseArticles extends PTransform<PCollection<RawUnionValue>, PCollectionTuple> {
  /** The articles; several may be captures of one address. */
  public static final TupleTag<Article> ARTICLES = new TupleTag<>("articles") {};

  /** Headlines in tickers, most-read and related lists, those of a capture together. */
  public static final TupleTag<PageSightings> SIGHTINGS = new TupleTag<>("sightings") {};

  /** Ledger entries and rejections of reading, and more rejections; see {@link Readings}. */
  public static final TupleTag<RawUnionValue> NOTES = new TupleTag<>("notes") {};

  private final ParseSettings settings;

  private ParseArticles(ParseSettings settings) {
    this.settings = settings;
  }

  /** Parses with {@code settings}. */
  public static ParseArticles with(ParseSettings settings) {
    return new ParseArticles(settings);
  }

  /** Tells the headlines of each page apart. */
  public static FlatMapElements<PageSightings, HeadlineSighting> sightings() {
    return FlatMapElements.into(TypeDescriptor.of(HeadlineSighting.class))
        .via(PageSightings::getSightings);
  }

  @Override
  public PCollectionTuple expand(PCollection<RawUnionValue> readings) {
    PCollectionTuple parsed =
        readings.apply(
            "Parse",
            ParDo.of(new ParseFn(settings))
                .withOutputTags(ARTICLES, TupleTagList.of(SIGHTINGS).and(NOTES)));
    parsed.get(NOTES).setCoder(Readings.CODER);
    return parsed;
  }

  private static final class ParseFn extends DoFn<RawUnionValue, Article> {
    private final ParseSettings settings;
    private transient PageDecoder decoder;
    private transient ArticleParser parser;

    private ParseFn(ParseSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void setUp() {
      decoder = new PageDecoder();
      parser = new ArticleParser(settings);
    }

    @ProcessElement
    public void process(@Element RawUnionValue reading, MultiOutputReceiver out) {
      Capture capture = Readings.capture(reading);
      if (capture == null) {
        if (!Readings.isClues(reading)) {
          out.get(NOTES).output(reading);
        }
        return;
      }
      Counters.captureDone();
      Verdict<Page> page = decoder.decode(capture);
      if (page instanceof Verdict.Accepted<Page> decoded) {
        Verdict<ParsedPage> verdict = parser.parse(decoded.value());
        if (verdict instanceof Verdict.Accepted<ParsedPage> parsed) {
          give(parsed.value(), out);
        } else if (verdict instanceof Verdict.Rejected<ParsedPage> rejected) {
          out.get(NOTES).output(Readings.of(rejected.rejection()));
        }
      } else if (page instanceof Verdict.Rejected<Page> rejected) {
        out.get(NOTES).output(Readings.of(rejected.rejection()));
      }
    }

    private void give(ParsedPage parsed, MultiOutputReceiver out) {
      Article article = parsed.article();
      List<HeadlineSighting> sightings = parsed.sightings();
      sightings.forEach(one -> one.setHeadlineKey(HeadlineKey.of(one.getHeadline())));
      out.get(ARTICLES).output(article);
      out.get(SIGHTINGS)
          .output(new PageSightings(Long.toHexString(Deliveries.identity(article)), sightings));
    }
  }
}
