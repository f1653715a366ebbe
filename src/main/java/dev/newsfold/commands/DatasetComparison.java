package dev.newsfold.commands;

import dev.newsfold.commands.DatasetDifference.Example;
import dev.newsfold.commands.DatasetDifference.FieldDifference;
import dev.newsfold.commands.DatasetDifference.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares one dataset of two runs by digests, in any order of files and records.
 *
 * <p>It holds no records: some 30 bytes for each record of both runs, and the digests of all fields
 * of at most {@value #ROUND} changed records at a time, for which it reads the files again.
 */
final class DatasetComparison {
  private static final int ROUND = 200_000;

  private final DatasetShape shape;
  private final Side hereFiles;
  private final Side thereFiles;
  private final int examples;
  private final TreeSet<String> fieldsOnlyHere = new TreeSet<>();
  private final TreeSet<String> fieldsOnlyThere = new TreeSet<>();
  private final List<String> fields;
  private final SortedMap<String, KeySample> changedFields = new TreeMap<>();
  private final KeySample onlyHere;
  private final KeySample onlyThere;

  private record Side(List<RunFile> files, LatestRevisions latest) {}

  private interface Visitor {
    void visit(GenericRecord record, long key);
  }

  /**
   * @param ignored fields that make no difference
   * @param examples how many examples to keep of each kind of difference
   */
  DatasetComparison(
      String dataset, RunFolder here, RunFolder there, Set<String> ignored, int examples)
      throws CommandFailure {
    this.shape = DatasetShape.of(dataset);
    this.hereFiles = new Side(here.files(dataset), here.latest(dataset));
    this.thereFiles = new Side(there.files(dataset), there.latest(dataset));
    this.examples = examples;
    onlyHere = new KeySample(examples);
    onlyThere = new KeySample(examples);
    Set<String> hereFields = fieldNames(hereFiles);
    Set<String> thereFields = fieldNames(thereFiles);
    if (!hereFiles.files().isEmpty() && !thereFiles.files().isEmpty()) {
      fieldsOnlyHere.addAll(hereFields);
      fieldsOnlyHere.removeAll(thereFields);
      fieldsOnlyThere.addAll(thereFields);
      fieldsOnlyThere.removeAll(hereFields);
    }
    fields =
        hereFields.stream()
            .filter(name -> thereFields.contains(name) && !ignored.contains(name))
            .toList();
  }

  DatasetDifference compare() throws CommandFailure {
    LongMap here = new LongMap();
    LongMap there = new LongMap();
    read(hereFiles, (record, key) -> here.add(key, digest(record)));
    read(thereFiles, (record, key) -> there.add(key, digest(record)));
    LongStream.Builder changedKeys = LongStream.builder();
    here.forEachKey(
        key -> {
          if (!there.has(key)) {
            onlyHere.add(key);
          } else if (here.get(key) != there.get(key)) {
            changedKeys.add(key);
          }
        });
    there.forEachKey(
        key -> {
          if (!here.has(key)) {
            onlyThere.add(key);
          }
        });
    long[] changed = changedKeys.build().toArray();
    for (int from = 0; from < changed.length; from += ROUND) {
      compareFields(Arrays.copyOfRange(changed, from, Math.min(changed.length, from + ROUND)));
    }
    return describe(here.size(), there.size(), changed.length);
  }

  /** Adds up each field's digests here and takes off those there: what is left has changed. */
  private void compareFields(long[] keys) throws CommandFailure {
    LongMap rows = new LongMap();
    for (int row = 0; row < keys.length; row++) {
      rows.add(keys[row], row);
    }
    long[][] differences = new long[keys.length][fields.size()];
    read(hereFiles, (record, key) -> add(record, row(rows, key, differences), 1));
    read(thereFiles, (record, key) -> add(record, row(rows, key, differences), -1));
    for (int row = 0; row < keys.length; row++) {
      for (int i = 0; i < fields.size(); i++) {
        if (differences[row][i] != 0) {
          changedFields
              .computeIfAbsent(fields.get(i), none -> new KeySample(examples))
              .add(keys[row]);
        }
      }
    }
  }

  private static long @Nullable [] row(LongMap rows, long key, long[][] differences) {
    return rows.has(key) ? differences[(int) rows.get(key)] : null;
  }

  private void add(GenericRecord record, long @Nullable [] row, int sign) {
    for (int i = 0; row != null && i < row.length; i++) {
      row[i] += sign * DatasetShape.digest(DatasetShape.value(record, fields.get(i)));
    }
  }

  private long digest(GenericRecord record) {
    long digest = 1;
    for (String field : fields) {
      digest = digest * 31 + DatasetShape.digest(DatasetShape.value(record, field));
    }
    return digest;
  }

  /** Reads the files once more, for the examples' names and values. */
  private DatasetDifference describe(long here, long there, long changed) throws CommandFailure {
    Set<Long> wanted = new TreeSet<>(onlyHere.keys());
    wanted.addAll(onlyThere.keys());
    changedFields.values().forEach(sample -> wanted.addAll(sample.keys()));
    Map<Long, String> names = new HashMap<>();
    Map<Long, Map<String, String>> hereValues = new HashMap<>();
    Map<Long, Map<String, String>> thereValues = new HashMap<>();
    if (!wanted.isEmpty()) {
      read(hereFiles, (record, key) -> remember(wanted, record, key, names, hereValues));
      read(thereFiles, (record, key) -> remember(wanted, record, key, names, thereValues));
    }
    SortedMap<String, FieldDifference> differences = new TreeMap<>();
    changedFields.forEach(
        (field, sample) -> {
          List<Example> list = new ArrayList<>();
          for (long key : sample.keys()) {
            list.add(
                new Example(
                    names.getOrDefault(key, ""),
                    hereValues.getOrDefault(key, Map.of()).getOrDefault(field, ""),
                    thereValues.getOrDefault(key, Map.of()).getOrDefault(field, "")));
          }
          differences.put(field, new FieldDifference(sample.count(), list));
        });
    return new DatasetDifference(
        here,
        there,
        here - changed - onlyHere.count(),
        changed,
        missing(onlyHere, names),
        missing(onlyThere, names),
        fieldsOnlyHere,
        fieldsOnlyThere,
        differences);
  }

  private static Missing missing(KeySample sample, Map<Long, String> names) {
    return new Missing(
        sample.count(), sample.keys().stream().map(key -> names.getOrDefault(key, "")).toList());
  }

  private void remember(
      Set<Long> wanted,
      GenericRecord record,
      long key,
      Map<Long, String> names,
      Map<Long, Map<String, String>> values) {
    if (wanted.contains(key)) {
      names.putIfAbsent(key, shape.label(record));
      Map<String, String> texts = values.computeIfAbsent(key, none -> new HashMap<>());
      for (String field : changedFields.keySet()) {
        texts.put(field, DatasetShape.text(DatasetShape.value(record, field)));
      }
    }
  }

  private void read(Side side, Visitor visitor) throws CommandFailure {
    for (RunFile path : side.files()) {
      try (AvroFile file = AvroFile.open(path)) {
        while (file.hasNext()) {
          GenericRecord record = file.next();
          if (side.latest().has(record)) {
            visitor.visit(record, shape.key(record));
          }
        }
      }
    }
  }

  private static Set<String> fieldNames(Side side) throws CommandFailure {
    Set<String> names = new TreeSet<>();
    for (RunFile path : side.files()) {
      try (AvroFile file = AvroFile.open(path)) {
        file.schema().getFields().stream().map(Schema.Field::name).forEach(names::add);
      }
    }
    return names;
  }
}
