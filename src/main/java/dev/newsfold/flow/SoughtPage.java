package dev.newsfold.flow;

import dev.newsfold.captures.containers.NamedRecord;
import dev.newsfold.captures.warc.Revisit;
import dev.newsfold.records.Capture;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** A revisit that was read, and the record that is to be the page that it repeats. */
record SoughtPage(Revisit revisit, NamedRecord page) {

  /** All of it; of the capture there is no payload yet. */
  static final class SoughtPageCoder extends AtomicCoder<SoughtPage> {
    private static final RecordCoder<Capture> CAPTURE = RecordCoder.of(Capture.class);
    private static final ListCoder<String> NAMES = ListCoder.of(StringUtf8Coder.of());
    private static final NamedRecordCoder RECORD = new NamedRecordCoder();

    @Override
    public void encode(SoughtPage sought, OutputStream out) throws IOException {
      CAPTURE.encode(sought.revisit().capture(), out);
      NAMES.encode(sought.revisit().names(), out);
      RECORD.encode(sought.page(), out);
    }

    @Override
    public SoughtPage decode(InputStream in) throws IOException {
      Capture capture = CAPTURE.decode(in);
      List<String> names = NAMES.decode(in);
      return new SoughtPage(new Revisit(capture, names), RECORD.decode(in));
    }
  }
}
