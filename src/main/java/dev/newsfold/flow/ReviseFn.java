package dev.newsfold.flow;

import dev.newsfold.aggregate.MapsInOrder;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.EncodedRecord;
import dev.newsfold.sinks.Precedence;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/**
 * A record that has changed gets the next revision; what is no more is withdrawn ({@link
 * Revisions}). What has not changed is kept, where it stands in the output that is being written.
 */
final class ReviseFn
    extends DoFn<KV<String, Iterable<KV<String, RecordAt>>>, KV<String, EncodedRecord>> {
  /** Records that stay as they are, of the output that is being written. */
  static final TupleTag<KV<String, EncodedRecord>> KEPT = new TupleTag<>("kept") {};

  private final Grouping grouping;
  private transient @Nullable Map<Dataset, SpecificDatumReader<SpecificRecord>> readers;

  ReviseFn(Grouping grouping) {
    this.grouping = grouping;
  }

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, RecordAt>>> group, MultiOutputReceiver out) {
    grouping.<RecordAt>forEachKey(
        group, (key, places) -> revise(RevisionKey.datasetOf(key), places, out));
  }

  private void revise(Dataset dataset, Iterable<RecordAt> places, MultiOutputReceiver out) {
    SpecificRecord now = null;
    Earlier last = null;
    String successor = null;
    for (RecordAt at : places) {
      if (at.place() == RecordAt.SUCCESSOR) {
        successor = new String(at.bytes(), StandardCharsets.UTF_8);
        continue;
      }
      SpecificRecord item = decode(dataset, at.bytes());
      if (at.place() == RecordAt.NOW) {
        now = item;
      } else {
        Earlier earlier = new Earlier(at.place(), item, at.bytes());
        last = last == null || earlier.supersedes(last) ? earlier : last;
      }
    }
    if (now != null) {
      revise(dataset, now, last, out);
    } else if (last != null) {
      withdraw(dataset, last, successor, out);
    }
  }

  /** A record of an earlier output, and the bytes that it was decoded from. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Earlier(int place, SpecificRecord record, byte[] bytes) {
    boolean supersedes(Earlier other) {
      return Precedence.compare(record, place, other.record, other.place) > 0;
    }
  }

  private SpecificRecord decode(Dataset dataset, byte[] bytes) {
    Map<Dataset, SpecificDatumReader<SpecificRecord>> known = readers;
    if (known == null) {
      known = new EnumMap<>(Dataset.class);
      readers = known;
    }
    try {
      return known
          .computeIfAbsent(dataset, any -> new SpecificDatumReader<>(any.schema()))
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private void revise(
      Dataset dataset, SpecificRecord record, @Nullable Earlier last, MultiOutputReceiver out) {
    if (last == null) {
      // In an output of its own it has no neighbours to be written again, and none gives way.
      change(dataset, record, true, out);
      return;
    }
    int revision = Revisions.revisionOf(last.record());
    SpecificRecord same = Revisions.withRevision(record, revision);
    if (Arrays.equals(MapsInOrder.encode(same), last.bytes)) {
      keep(dataset, last, out);
      return;
    }
    leave(dataset, last, out);
    boolean replaces = History.isOwn(last.place());
    change(dataset, Revisions.withRevision(record, revision + 1), replaces, out);
  }

  private void change(
      Dataset dataset, SpecificRecord record, boolean replaces, MultiOutputReceiver out) {
    if (dataset == Dataset.ARTICLES) {
      Counters.count(Metric.ARTICLES_CHANGED);
    } else if (dataset == Dataset.STORIES) {
      Counters.count(Metric.STORIES_CHANGED);
    }
    write(dataset, record, out);
    if (replaces) {
      out.get(ReviseRecords.REPLACED).output(folder(dataset, record));
    }
  }

  /** Only stories leave a word in the output they are in: of where their articles have gone. */
  private void withdraw(
      Dataset dataset, Earlier last, @Nullable String successor, MultiOutputReceiver out) {
    if (Revisions.isWithdrawn(last.record())) {
      keep(dataset, last, out);
      return;
    }
    if (!History.isOwn(last.place()) || dataset == Dataset.STORIES) {
      Revisions.withdrawn(last.record(), successor)
          .ifPresent(withdrawn -> write(dataset, withdrawn, out));
    }
    leave(dataset, last, out);
  }

  private void keep(Dataset dataset, Earlier last, MultiOutputReceiver out) {
    if (History.isOwn(last.place())) {
      out.get(KEPT)
          .output(
              EncodeRecords.encoded(dataset, last.record(), last.bytes, grouping.writers(), ""));
    }
  }

  private static void leave(Dataset dataset, Earlier last, MultiOutputReceiver out) {
    if (History.isOwn(last.place())) {
      out.get(ReviseRecords.REPLACED).output(folder(dataset, last.record()));
    }
  }

  private void write(Dataset dataset, SpecificRecord record, MultiOutputReceiver out) {
    out.get(ReviseRecords.WRITTEN)
        .output(EncodeRecords.encode(dataset, record, grouping.writers(), ""));
  }

  private static String folder(Dataset dataset, SpecificRecord record) {
    return RunLayout.folderOf(dataset, dataset.partitionOf(record));
  }
}
