package dev.newsfold.flow;

import dev.newsfold.captures.containers.FilePart;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.RawUnionValue;

/**
 * Reads a part of a file at once, for a runner that hands records on as they come. {@link
 * ReadParts} is for one that holds them.
 */
final class ReadPartFn extends DoFn<FilePart, RawUnionValue> {
  private final PartReading reading;

  ReadPartFn(PartReading reading) {
    this.reading = reading;
  }

  @ProcessElement
  public void process(
      @Element FilePart part, PipelineOptions options, OutputReceiver<RawUnionValue> out) {
    PartRange range = PartRange.of(part);
    reading.read(
        part,
        range,
        start -> start.offset() < range.to(),
        options,
        reading.settings().output(part.file().path(), out::output));
  }
}
