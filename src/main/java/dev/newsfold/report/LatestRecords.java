package dev.newsfold.report;

import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Precedence;
import dev.newsfold.sinks.Precedences;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.sinks.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * The records that count of an output that writes anew what has changed, as a stream does: of each
 * thing the one that is first by {@link Precedence}, unless that says that the thing is no more.
 *
 * <p>Which these are is learnt once for each dataset, from the few fields that tell; a bit for each
 * record is kept of it. Then the records that count are read, and nothing of the others: neither
 * files and blocks that hold none of them, nor their fields.
 */
public final class LatestRecords implements RunRecords {
  private final OutputFolder output;
  private final List<RunManifest.DataFile> files;
  private final Map<Dataset, Standing> standing = new EnumMap<>(Dataset.class);

  /**
   * Of the files that a manifest lists.
   *
   * @param output the folder that their paths are below
   */
  public LatestRecords(OutputFolder output, List<RunManifest.DataFile> files) {
    this.output = output;
    this.files = ListedRecords.sorted(files);
  }

  /**
   * The records that count.
   *
   * @param files of a dataset, in order
   * @param records of each file, those that count
   * @param count how many things there are
   */
  private record Standing(List<RunManifest.DataFile> files, List<BitSet> records, long count) {}

  /**
   * Some records of one file.
   *
   * @param keys of what each is a record of
   * @param ranks by {@link Precedence}
   */
  private record Heads(int file, long[] keys, long[] ranks) {}

  @Override
  public SortedMap<String, Long> counts() throws IOException {
    SortedMap<String, Long> counts = ListedRecords.counts(files);
    for (Dataset dataset : Dataset.values()) {
      if (isRevised(dataset) && counts.containsKey(dataset.folder())) {
        counts.put(dataset.folder(), standing(dataset).count());
      }
    }
    return counts;
  }

  @Override
  public <T extends SpecificRecord> void forEachBlock(
      Dataset dataset, Class<T> type, Taker<List<T>> taker) throws IOException {
    if (!isRevised(dataset)) {
      new ListedRecords(output, files).forEachBlock(dataset, type, taker);
      return;
    }
    Standing known = standing(dataset);
    List<Feed.Source<List<T>>> sources = new ArrayList<>();
    for (int i = 0; i < known.files().size(); i++) {
      BitSet records = known.records().get(i);
      if (!records.isEmpty()) {
        sources.add(
            ListedRecords.source(output, known.files().get(i), dataset, type, Wanted.of(records)));
      }
    }
    ReadAhead.forEach(sources, taker);
  }

  private Standing standing(Dataset dataset) throws IOException {
    Standing known = standing.get(dataset);
    if (known == null) {
      known = read(dataset);
      standing.put(dataset, known);
    }
    return known;
  }

  private Standing read(Dataset dataset) throws IOException {
    List<RunManifest.DataFile> some =
        files.stream().filter(file -> file.dataset().equals(dataset.folder())).toList();
    List<Feed.Source<Heads>> sources = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      sources.add(heads(dataset, some.get(i), i));
    }
    Precedences known = new Precedences();
    List<Heads> all = new ArrayList<>();
    ReadAhead.forEach(
        sources,
        heads -> {
          all.add(heads);
          for (int i = 0; i < heads.keys().length; i++) {
            known.add(heads.keys()[i], heads.ranks()[i]);
          }
        });
    List<BitSet> first = bits(some.size(), all, known::isHighest);
    if (known.hasTies()) {
      dropLosers(dataset, some, first, bits(some.size(), all, known::isTied), known);
    }
    return new Standing(some, first, known.standing());
  }

  @FunctionalInterface
  private interface Ranked {
    boolean test(long key, long rank);
  }

  /** Of each file the places of the records that pass and withdraw nothing. */
  private static List<BitSet> bits(int files, List<Heads> all, Ranked test) {
    List<BitSet> records = Stream.generate(BitSet::new).limit(files).toList();
    int[] sizes = new int[files];
    for (Heads heads : all) {
      for (int i = 0; i < heads.keys().length; i++) {
        long rank = heads.ranks()[i];
        records
            .get(heads.file())
            .set(
                sizes[heads.file()]++,
                !Precedence.isWithdrawn(rank) && test.test(heads.keys()[i], rank));
      }
    }
    return records;
  }

  /** Reads all there is of the records that are tied, and clears the bits of those that lose. */
  private void dropLosers(
      Dataset dataset,
      List<RunManifest.DataFile> some,
      List<BitSet> first,
      List<BitSet> tied,
      Precedences known)
      throws IOException {
    List<Tie> ties = new ArrayList<>();
    for (int file = 0; file < some.size(); file++) {
      if (tied.get(file).isEmpty()) {
        continue;
      }
      List<GenericRecord> records = new ArrayList<>();
      AvroFiles.readBlocks(
          output,
          some.get(file),
          dataset.schema(),
          new GenericDatumReader<GenericRecord>(dataset.schema()),
          Wanted.of(tied.get(file)),
          records::addAll);
      int bit = -1;
      for (GenericRecord item : records) {
        bit = tied.get(file).nextSetBit(bit + 1);
        long key = Revisions.shortKeyOf(dataset, item);
        ties.add(new Tie(first.get(file), bit, key, Precedence.digest(item)));
      }
    }
    ties.forEach(tie -> known.settle(tie.key(), tie.digest()));
    ties.forEach(tie -> tie.bits().set(tie.bit(), known.isSettled(tie.key(), tie.digest())));
  }

  /**
   * A record that is tied with others.
   *
   * @param bits of its file
   * @param bit its place there
   */
  private record Tie(BitSet bits, int bit, long key, long digest) {}

  private Feed.Source<Heads> heads(Dataset dataset, RunManifest.DataFile file, int number) {
    Schema fields = Revisions.headOf(dataset);
    return sink ->
        AvroFiles.readBlocks(
            output,
            file,
            dataset.schema(),
            new GenericDatumReader<GenericRecord>(dataset.schema(), fields),
            Wanted.ALL,
            records -> sink.accept(heads(dataset, number, records)));
  }

  private static Heads heads(Dataset dataset, int file, List<GenericRecord> records) {
    long[] keys = new long[records.size()];
    long[] ranks = new long[records.size()];
    for (int i = 0; i < keys.length; i++) {
      GenericRecord item = records.get(i);
      keys[i] = Revisions.shortKeyOf(dataset, item);
      ranks[i] = Precedence.rank(item, 0);
    }
    return new Heads(file, keys, ranks);
  }

  private static boolean isRevised(Dataset dataset) {
    return !dataset.keyFields().isEmpty() && dataset.schema().getField("revision") != null;
  }
}
