package dev.newsfold.commands;

import dev.newsfold.commands.DatasetDifference.Example;
import dev.newsfold.commands.DatasetDifference.FieldDifference;
import dev.newsfold.commands.DatasetDifference.Missing;
import dev.newsfold.sinks.LongMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
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

  /** Stands among the names of fields. */
  private static final String COUNT = "number of records with this key";

  private static final String BETWEEN = "  and  ";

  private final DatasetShape shape;
  private final DatasetFiles hereFiles;
  private final DatasetFiles thereFiles;
  private final int examples;
  private final TreeSet<String> fieldsOnlyHere = new TreeSet<>();
  private final TreeSet<String> fieldsOnlyThere = new TreeSet<>();
  private final List<String> fields;
  private final SortedMap<String, KeySample> changedFields = new TreeMap<>();
  private final KeyDigests here = new KeyDigests();
  private final KeyDigests there = new KeyDigests();
  private final KeySample changedCounts;
  private final KeySample onlyHere;
  private final KeySample onlyThere;

  /**
   * @param ignored fields that make no difference
   * @param examples how many examples to keep of each kind of difference
   */
  DatasetComparison(
      String dataset, RunFolder runHere, RunFolder runThere, Set<String> ignored, int examples)
      throws CommandFailure {
    this.shape = DatasetShape.of(dataset);
    this.hereFiles = DatasetFiles.of(runHere, dataset);
    this.thereFiles = DatasetFiles.of(runThere, dataset);
    this.examples = examples;
    changedCounts = new KeySample(examples);
    onlyHere = new KeySample(examples);
    onlyThere = new KeySample(examples);
    Set<String> hereFields = hereFiles.fieldNames();
    Set<String> thereFields = thereFiles.fieldNames();
    if (!hereFiles.isEmpty() && !thereFiles.isEmpty()) {
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
    hereFiles.read(shape, (record, key) -> here.add(key, digest(record)));
    thereFiles.read(shape, (record, key) -> there.add(key, digest(record)));
    LongStream.Builder changedKeys = LongStream.builder();
    here.forEachKey(
        key -> {
          if (!there.has(key)) {
            onlyHere.add(key);
          } else if (here.digest(key) != there.digest(key)) {
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
    return describe(changed.length);
  }

  /** Adds up each field's digests here and takes off those there: what is left has changed. */
  private void compareFields(long[] keys) throws CommandFailure {
    LongMap rows = new LongMap();
    for (int row = 0; row < keys.length; row++) {
      rows.add(keys[row], row);
    }
    long[][] differences = new long[keys.length][fields.size()];
    hereFiles.read(shape, (record, key) -> add(record, row(rows, key, differences), 1));
    thereFiles.read(shape, (record, key) -> add(record, row(rows, key, differences), -1));
    for (int row = 0; row < keys.length; row++) {
      if (here.records(keys[row]) != there.records(keys[row])) {
        // Sums of different numbers of records differ in all fields, and tell nothing of any.
        changedCounts.add(keys[row]);
        continue;
      }
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
  private DatasetDifference describe(long changed) throws CommandFailure {
    Set<Long> wanted = new TreeSet<>(onlyHere.keys());
    wanted.addAll(onlyThere.keys());
    wanted.addAll(changedCounts.keys());
    changedFields.values().forEach(sample -> wanted.addAll(sample.keys()));
    Map<Long, String> names = new HashMap<>();
    Map<Long, Map<String, String>> hereValues = new HashMap<>();
    Map<Long, Map<String, String>> thereValues = new HashMap<>();
    if (!wanted.isEmpty()) {
      hereFiles.read(shape, (record, key) -> remember(wanted, record, key, names, hereValues));
      thereFiles.read(shape, (record, key) -> remember(wanted, record, key, names, thereValues));
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
    if (changedCounts.count() > 0) {
      differences.put(COUNT, new FieldDifference(changedCounts.count(), counts(names)));
    }
    return new DatasetDifference(
        here.keys(),
        there.keys(),
        here.records(),
        there.records(),
        here.keys() - changed - onlyHere.count(),
        changed,
        missing(onlyHere, names),
        missing(onlyThere, names),
        fieldsOnlyHere,
        fieldsOnlyThere,
        differences);
  }

  private List<Example> counts(Map<Long, String> names) {
    return changedCounts.keys().stream()
        .map(
            key ->
                new Example(
                    names.getOrDefault(key, ""),
                    String.valueOf(here.records(key)),
                    String.valueOf(there.records(key))))
        .toList();
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
        // Several records may have one key: all their values together are what has changed.
        texts.merge(
            field,
            DatasetShape.text(DatasetShape.value(record, field)),
            DatasetComparison::inOrder);
      }
    }
  }

  private static String inOrder(String values, String value) {
    List<String> all = new ArrayList<>(List.of(values.split(BETWEEN, -1)));
    all.add(value);
    Collections.sort(all);
    return String.join(BETWEEN, all);
  }
}
