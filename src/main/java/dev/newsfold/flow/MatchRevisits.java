package dev.newsfold.flow;

import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.captures.containers.NamedRecord;
import dev.newsfold.captures.containers.Repeat;
import dev.newsfold.captures.warc.Clue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Brings revisits and pages of one name together: for each name of a revisit the likeliest page.
 */
final class MatchRevisits
    extends DoFn<KV<String, Iterable<KV<String, FileClues>>>, KV<String, Repeat>> {
  private final Grouping grouping;

  MatchRevisits(Grouping grouping) {
    this.grouping = grouping;
  }

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, FileClues>>> group,
      OutputReceiver<KV<String, Repeat>> out) {
    grouping.<FileClues>forEachKey(group, (key, files) -> match(files, out));
  }

  private static void match(Iterable<FileClues> files, OutputReceiver<KV<String, Repeat>> out) {
    Map<Long, List<NamedRecord>> revisits = new HashMap<>();
    List<FileClues> all = new ArrayList<>();
    for (FileClues file : files) {
      all.add(file);
      for (Clue clue : file.clues()) {
        if (!clue.isPage()) {
          add(revisits, file, clue);
        }
      }
    }
    if (revisits.isEmpty()) {
      return;
    }
    Map<Long, List<NamedRecord>> pages = new HashMap<>();
    for (FileClues file : all) {
      for (Clue clue : file.clues()) {
        if (clue.isPage() && revisits.containsKey(clue.name())) {
          add(pages, file, clue);
        }
      }
    }
    revisits.forEach(
        (name, seekers) ->
            seekers.forEach(revisit -> choose(revisit, pages.getOrDefault(name, List.of()), out)));
  }

  private static void add(Map<Long, List<NamedRecord>> records, FileClues file, Clue clue) {
    records
        .computeIfAbsent(clue.name(), none -> new ArrayList<>())
        .add(new NamedRecord(file.file(), file.format(), clue));
  }

  /** One a name is enough: the others would not be chosen. */
  private static void choose(
      NamedRecord revisit, List<NamedRecord> pages, OutputReceiver<KV<String, Repeat>> out) {
    pages.stream()
        .filter(page -> revisit.name().mayMean(page.name()))
        .map(page -> new Repeat(revisit, page))
        .reduce(Repeat::likelier)
        .ifPresent(repeat -> out.output(KV.of(repeat.key(), repeat)));
  }
}
