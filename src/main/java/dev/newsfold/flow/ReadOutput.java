package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.join.RawUnionValue;

/** Hands on what is read of one file, and enters it in the ledger. */
final class ReadOutput implements CaptureOutput {
  private final String path;
  private final TakeCaptures captures;
  private final Consumer<RawUnionValue> out;
  private final Map<String, Long> skips = new HashMap<>();

  /** What is run again belongs to the file that it was read from first. */
  private final Map<String, Long> elsewhere = new TreeMap<>();

  private long bytes;

  ReadOutput(String path, TakeCaptures captures, Consumer<RawUnionValue> out) {
    this.path = path;
    this.captures = captures;
    this.out = out;
  }

  @Override
  public void capture(Capture capture) {
    note(capture.getOrigin());
    bytes += capture.getPayload().remaining();
    captures.take(capture);
  }

  @Override
  public void reject(Rejection rejection) {
    note(rejection.getOrigin());
    Counters.captureDone();
    out.accept(Readings.of(rejection));
  }

  @Override
  public void skip(SkipKind kind) {
    Counters.captureDone();
    skips.merge(kind.label(), 1L, Long::sum);
  }

  /** Hands on some of the names of a file's records, for {@link ResolveRevisits}. */
  void names(String group, FileClues some) {
    out.accept(Readings.of(group, some));
  }

  /** How many bytes of pages were read. */
  long bytes() {
    return bytes;
  }

  /** Enters what was read, behind all that came of it. */
  void enter(FileFacts facts) {
    captures.finish();
    out.accept(
        Readings.of(
            Ledger.of(path)
                .setSize(facts.size())
                .setDigest(facts.sha256())
                .setCaptures(facts.captures())
                .setSkips(skips)
                .build()));
    elsewhere.forEach(
        (file, count) -> out.accept(Readings.of(Ledger.of(file).setCaptures(count).build())));
  }

  private void note(Origin origin) {
    if (!origin.getFile().equals(path)) {
      elsewhere.merge(origin.getFile(), 1L, Long::sum);
    }
  }
}
