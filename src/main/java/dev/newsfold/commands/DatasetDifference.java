package dev.newsfold.commands;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * How one dataset of two runs differs, here and there.
 *
 * @param here what identifies records, here: each key once
 * @param there the same there
 * @param recordsHere records here, several of which may have one key
 * @param recordsThere records there
 * @param same in both, with equal fields
 * @param changed in both, with a field that differs
 * @param onlyHere records that are only here, with the names of some
 * @param onlyThere records that are only there
 * @param fieldsOnlyHere fields that no record there has
 * @param fieldsOnlyThere fields that no record here has
 * @param fields for each field that differs, in how many records, with examples
 */
record DatasetDifference(
    long here,
    long there,
    long recordsHere,
    long recordsThere,
    long same,
    long changed,
    Missing onlyHere,
    Missing onlyThere,
    SortedSet<String> fieldsOnlyHere,
    SortedSet<String> fieldsOnlyThere,
    SortedMap<String, FieldDifference> fields) {

  /** Records that only one side has. */
  record Missing(long count, List<String> names) {}

  /** A field that differs in {@code count} records. */
  record FieldDifference(long count, List<Example> examples) {}

  /** A record's name and the values of a field on either side. */
  record Example(String name, String here, String there) {}
}
