package dev.newsfold.flow;

import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.RowNames;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.stores.Stores;
import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.join.RawUnionValue;

/**
 * What it takes to make a reader where it is to read.
 *
 * @param step what becomes of the captures
 * @param tallies whether headlines seen are tallied where they are read, for those who ask for no
 *     single sightings
 */
record ReaderSettings(
    long maxPageBytes,
    long maxFileBytes,
    String htmlField,
    String urlField,
    String timeField,
    CaptureStep step,
    boolean tallies)
    implements Serializable {

  static ReaderSettings of(ReadLimits limits) {
    RowNames rows = limits.rows();
    return new ReaderSettings(
        limits.maxPageBytes(),
        limits.maxFileBytes(),
        rows.html(),
        rows.url(),
        rows.time(),
        CaptureStep.HAND_ON,
        false);
  }

  /** The same, for captures that are parsed where they are read. */
  ReaderSettings parsing(ParseSettings settings) {
    return new ReaderSettings(
        maxPageBytes,
        maxFileBytes,
        htmlField,
        urlField,
        timeField,
        new ParsePages(settings),
        tallies);
  }

  /** The same, with headlines seen tallied where they are read. */
  ReaderSettings tallying() {
    return new ReaderSettings(
        maxPageBytes, maxFileBytes, htmlField, urlField, timeField, step, true);
  }

  /**
   * Takes captures.
   *
   * @param out takes {@link Readings}
   */
  TakeCaptures captures(Consumer<RawUnionValue> out) {
    return tallies ? new TakeCaptures.Tallied(step, out) : new TakeCaptures.AsRead(step, out);
  }

  /**
   * Takes what is read of a file.
   *
   * @param path of the file, as origins name it
   * @param out takes {@link Readings}
   */
  ReadOutput output(String path, Consumer<RawUnionValue> out) {
    return new ReadOutput(path, captures(out), out);
  }

  CaptureReader reader(PipelineOptions options) {
    ReadLimits limits =
        ReadLimits.DEFAULT
            .withMaxPageBytes(maxPageBytes)
            .withMaxFileBytes(maxFileBytes)
            .withRows(new RowNames(htmlField, urlField, timeField));
    return new CaptureReader(limits, Stores.of(options).inputs());
  }
}
