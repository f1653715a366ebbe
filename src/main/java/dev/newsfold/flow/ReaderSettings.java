package dev.newsfold.flow;

import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.RowNames;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.stores.Stores;
import java.io.Serializable;
import org.apache.beam.sdk.options.PipelineOptions;

/** What it takes to make a reader where it is to read. */
record ReaderSettings(
    long maxPageBytes, long maxFileBytes, String htmlField, String urlField, String timeField)
    implements Serializable {

  static ReaderSettings of(ReadLimits limits) {
    RowNames rows = limits.rows();
    return new ReaderSettings(
        limits.maxPageBytes(), limits.maxFileBytes(), rows.html(), rows.url(), rows.time());
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
