package dev.newsfold.sinks;

import dev.newsfold.captures.Digests;
import dev.newsfold.sinks.RunManifest.DataFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which files are in the lists that a {@code run.json} names. Each list is read once; what
 * stays of it are eight bytes a file. Where they speak for a file, the list itself decides.
 */
final class SealedFiles {
  private final OutputFolder output;
  private final Map<String, long[]> keysByList = new HashMap<>();

  SealedFiles(OutputFolder output) {
    this.output = output;
  }

  /** The paths of those of {@code files} that one of {@code lists} holds. */
  Set<String> among(Collection<DataFile> files, List<FileList> lists) throws IOException {
    long[] wanted = keys(files);
    Set<String> held = new HashSet<>();
    for (FileList list : lists) {
      long[] keys = keysOf(list);
      if (Arrays.stream(wanted).anyMatch(key -> Arrays.binarySearch(keys, key) >= 0)) {
        list.read(output).forEach(file -> held.add(file.path()));
      }
    }
    held.retainAll(files.stream().map(DataFile::path).toList());
    return held;
  }

  private long[] keysOf(FileList list) throws IOException {
    long[] keys = keysByList.get(list.path());
    if (keys == null) {
      keys = keys(list.read(output));
      keysByList.put(list.path(), keys);
    }
    return keys;
  }

  private static long[] keys(Collection<DataFile> files) {
    return files.stream()
        .mapToLong(file -> Long.parseUnsignedLong(Digests.sha256(file.path()).substring(0, 16), 16))
        .sorted()
        .toArray();
  }
}
