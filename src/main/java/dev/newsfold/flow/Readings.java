package dev.newsfold.flow;

import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.records.Article;
import dev.newsfold.records.Capture;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.PageSightings;
import dev.newsfold.records.Rejection;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.join.UnionCoder;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * What reading gives: articles and the headlines seen beside them, or captures where they are not
 * parsed, and what it tells of files, all in one collection. Flink's batch hands each element of a
 * step on to every output of it, to be thrown away there if it is for another: what is small and
 * goes to several steps is picked together, as {@link #notes}.
 */
public final class Readings {
  private static final int CAPTURE = 0;
  private static final int ENTRY = 1;
  private static final int REJECTION = 2;
  private static final int CLUES = 3;
  private static final int ARTICLE = 4;
  private static final int SIGHTINGS = 5;
  private static final int TALLY = 6;

  private static final RecordCoder<Capture> CAPTURES = RecordCoder.of(Capture.class);
  private static final RecordCoder<InputFile> ENTRIES = RecordCoder.of(InputFile.class);
  private static final RecordCoder<Rejection> REJECTIONS = RecordCoder.of(Rejection.class);
  private static final KvCoder<String, FileClues> NAMES =
      KvCoder.of(StringUtf8Coder.of(), new FileCluesCoder());
  private static final RecordCoder<Article> ARTICLES = RecordCoder.of(Article.class);
  private static final RecordCoder<PageSightings> OF_PAGES = RecordCoder.of(PageSightings.class);
  private static final RecordCoder<HeadlineTally> TALLIES = RecordCoder.of(HeadlineTally.class);

  static final UnionCoder CODER =
      UnionCoder.of(List.of(CAPTURES, ENTRIES, REJECTIONS, NAMES, ARTICLES, OF_PAGES, TALLIES));

  private Readings() {}

  static RawUnionValue of(Capture capture) {
    return new RawUnionValue(CAPTURE, capture);
  }

  static RawUnionValue of(Article article) {
    return new RawUnionValue(ARTICLE, article);
  }

  /** Headlines in tickers, most-read and related lists, those of a capture together. */
  static RawUnionValue of(PageSightings sightings) {
    return new RawUnionValue(SIGHTINGS, sightings);
  }

  /** Some of the sightings of a headline; others may be elsewhere. */
  static RawUnionValue of(HeadlineTally tally) {
    return new RawUnionValue(TALLY, tally);
  }

  static RawUnionValue of(InputFile entry) {
    return new RawUnionValue(ENTRY, entry);
  }

  /** A rejection, which is counted. */
  static RawUnionValue of(Rejection rejection) {
    Counters.rejected(rejection.getReason());
    return new RawUnionValue(REJECTION, rejection);
  }

  static RawUnionValue of(String group, FileClues some) {
    return new RawUnionValue(CLUES, KV.of(group, some));
  }

  /** The articles among {@code readings}; several may be captures of one address. */
  public static PCollection<Article> articles(PCollection<RawUnionValue> readings) {
    return pick(readings, "Parsed", ARTICLE, ARTICLES);
  }

  /** The headlines beside articles among {@code readings}, those of a capture together. */
  public static PCollection<PageSightings> sightings(PCollection<RawUnionValue> readings) {
    return pick(readings, "Seen", SIGHTINGS, OF_PAGES);
  }

  /** The tallies of headlines among {@code readings}, where these tell no single sightings. */
  public static PCollection<HeadlineTally> tallies(PCollection<RawUnionValue> readings) {
    return pick(readings, "Tallied", TALLY, TALLIES);
  }

  /** Tells the headlines of each page apart. */
  public static FlatMapElements<PageSightings, HeadlineSighting> eachSighting() {
    return FlatMapElements.into(TypeDescriptor.of(HeadlineSighting.class))
        .via(PageSightings::getSightings);
  }

  /** All that is told of files among {@code readings}: entries, rejections, and clues. */
  public static PCollection<RawUnionValue> notes(PCollection<RawUnionValue> readings) {
    return readings.apply("Notes", ParDo.of(new NotesFn())).setCoder(CODER);
  }

  /** The captures among {@code readings}. */
  static PCollection<Capture> captures(PCollection<RawUnionValue> readings) {
    return pick(readings, "Captures", CAPTURE, CAPTURES);
  }

  /**
   * The ledger entries among {@code readings}, one or more a file: its size, digest, number of
   * captures, and skips, which add up.
   */
  public static PCollection<InputFile> ledger(PCollection<RawUnionValue> readings) {
    return pick(readings, "Files", ENTRY, ENTRIES);
  }

  /** The rejections among {@code readings}. */
  public static PCollection<Rejection> rejections(PCollection<RawUnionValue> readings) {
    return pick(readings, "Rejections", REJECTION, REJECTIONS);
  }

  /** The names of archives' records among {@code readings}, in groups; a stream gives none. */
  public static PCollection<KV<String, FileClues>> clues(PCollection<RawUnionValue> readings) {
    return pick(readings, "Names", CLUES, NAMES);
  }

  private static <T> PCollection<T> pick(
      PCollection<RawUnionValue> readings, String name, int kind, Coder<T> coder) {
    return readings.apply(name, ParDo.of(new PickFn<T>(kind))).setCoder(coder);
  }

  private static final class NotesFn extends DoFn<RawUnionValue, RawUnionValue> {
    @ProcessElement
    public void process(@Element RawUnionValue reading, OutputReceiver<RawUnionValue> out) {
      int kind = reading.getUnionTag();
      if (kind == ENTRY || kind == REJECTION || kind == CLUES) {
        out.output(reading);
      }
    }
  }

  private static final class PickFn<T> extends DoFn<RawUnionValue, T> {
    private final int kind;

    private PickFn(int kind) {
      this.kind = kind;
    }

    @ProcessElement
    @SuppressWarnings("unchecked") // The kind says the type.
    public void process(@Element RawUnionValue reading, OutputReceiver<T> out) {
      if (reading.getUnionTag() == kind) {
        out.output((T) reading.getValue());
      }
    }
  }
}
