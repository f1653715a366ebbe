package dev.newsfold;

import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * What a reader of one or several outputs goes by: of the records that are the same thing, the one
 * with the highest revision, unless it says that the thing has been withdrawn.
 *
 * <p>Told so that outputs can be compared that may differ in {@code revision}, in {@code run} (the
 * capture day of a scheduled run, null elsewhere), and in the ids of stories, for which the
 * canonical article stands.
 *
 * @param datasets by dataset and name, the fields of a record as text; of records that are the same
 *     thing under the same revision, which must not be, all but the first have a {@code #2} and so
 *     on behind their names
 */
public record CurrentRecords(
    SortedMap<String, SortedMap<String, SortedMap<String, String>>> datasets) {
  private static final String STORY_ID = "storyId";
  private static final Set<String> IGNORED = Set.of("revision", "run");

  private static final Map<String, String> NAMED_AS_THEY_ARE = new TreeMap<>();

  /** As many stories as a row names; of those that tie for the last places it names some. */
  private static final int TOP_STORIES = 10;

  /** Fields that tell what a record is of; a dataset that is not here has its whole content. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "articles", List.of("id"),
          "stories", List.of("id"),
          "aggregates", List.of("day", "window", "windowStart", "dimension", "key"),
          "headlines", List.of("headlineKey"),
          "copies", List.of("articleId"),
          "drift", List.of("site", "week"),
          "versions", List.of("articleId", "number"),
          "ledger", List.of("path"),
          "late", List.of("articleId"));

  /** The current records of the files that the {@code run.json} of each output lists. */
  public static CurrentRecords in(Collection<Path> outputs) throws IOException {
    SortedMap<String, List<GenericRecord>> all = new TreeMap<>();
    for (Path output : outputs) {
      RunManifest manifest = RunManifest.read(output).orElseThrow();
      for (RunManifest.DataFile file : manifest.files()) {
        read(
            output.resolve(file.path()),
            all.computeIfAbsent(file.dataset(), none -> new ArrayList<>()));
      }
    }
    return of(all);
  }

  /** The current ones of records by dataset. */
  public static CurrentRecords of(Map<String, List<GenericRecord>> all) {
    Map<String, List<GenericRecord>> current = new TreeMap<>();
    all.forEach((dataset, records) -> current.put(dataset, current(dataset, records)));
    Map<String, String> canonicals = new TreeMap<>();
    for (GenericRecord story : current.getOrDefault("stories", List.of())) {
      canonicals.put(text(story.get("id")), text(story.get("canonicalArticleId")));
    }
    SortedMap<String, SortedMap<String, SortedMap<String, String>>> told = new TreeMap<>();
    current.forEach((dataset, records) -> told.put(dataset, told(dataset, records, canonicals)));
    return new CurrentRecords(told);
  }

  /** A record as text in which maps are sorted: their own order is that of their making. */
  public static String text(GenericRecord item) {
    return value("", item, NAMED_AS_THEY_ARE);
  }

  /** The records of a dataset, by name. */
  public SortedMap<String, SortedMap<String, String>> of(String dataset) {
    return datasets.getOrDefault(dataset, new TreeMap<>());
  }

  private static List<GenericRecord> current(String dataset, List<GenericRecord> records) {
    List<String> key = KEYS.get(dataset);
    if (key == null) {
      return records;
    }
    Map<String, List<GenericRecord>> latest = new TreeMap<>();
    for (GenericRecord item : records) {
      List<GenericRecord> others =
          latest.computeIfAbsent(name(item, key), none -> new ArrayList<>());
      if (!others.isEmpty() && revision(others.get(0)) < revision(item)) {
        others.clear();
      }
      if (others.isEmpty() || revision(others.get(0)) == revision(item)) {
        others.add(item);
      }
    }
    return latest.values().stream()
        .flatMap(List::stream)
        .filter(item -> !isWithdrawn(item))
        .toList();
  }

  private static SortedMap<String, SortedMap<String, String>> told(
      String dataset, List<GenericRecord> records, Map<String, String> canonicals) {
    List<String> key =
        dataset.equals("stories")
            ? List.of("canonicalArticleId")
            : KEYS.getOrDefault(dataset, List.of());
    SortedMap<String, List<SortedMap<String, String>>> byName = new TreeMap<>();
    for (GenericRecord item : records) {
      SortedMap<String, String> fields = new TreeMap<>();
      for (Schema.Field field : item.getSchema().getFields()) {
        boolean storyId = dataset.equals("stories") && field.name().equals("id");
        if (!IGNORED.contains(field.name()) && !storyId) {
          fields.put(field.name(), value(field.name(), item.get(field.pos()), canonicals));
        }
      }
      String name = key.isEmpty() ? fields.toString() : name(item, key);
      byName.computeIfAbsent(name, none -> new ArrayList<>()).add(fields);
    }
    SortedMap<String, SortedMap<String, String>> told = new TreeMap<>();
    byName.forEach(
        (name, same) -> {
          same.sort((a, b) -> a.toString().compareTo(b.toString()));
          for (int i = 0; i < same.size(); i++) {
            told.put(i == 0 ? name : name + " #" + (i + 1), same.get(i));
          }
        });
    return told;
  }

  private static String value(String name, Object value, Map<String, String> canonicals) {
    if (name.equals(STORY_ID) && value != null && canonicals != NAMED_AS_THEY_ARE) {
      return canonicals.getOrDefault(text(value), "a story that is not current: " + value);
    }
    if (value instanceof GenericRecord nested) {
      SortedMap<String, String> fields = new TreeMap<>();
      for (Schema.Field field : nested.getSchema().getFields()) {
        fields.put(field.name(), value(field.name(), nested.get(field.pos()), canonicals));
      }
      return fields.toString();
    }
    if (value instanceof Map<?, ?> map) {
      SortedMap<String, String> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(text(key), value("", item, canonicals)));
      return sorted.toString();
    }
    if (value instanceof List<?> list) {
      List<String> items =
          new ArrayList<>(list.stream().map(item -> value("", item, canonicals)).toList());
      if (name.equals("topStories")) {
        return topStories(list, items);
      }
      return items.toString();
    }
    return value == null ? "null" : GenericData.get().toString(value);
  }

  /** Ties are in the order of ids, so which of them come in at the end depends on ids too. */
  private static String topStories(List<?> list, List<String> items) {
    List<String> certain = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      boolean tiesWithLast =
          list.size() == TOP_STORIES && rank(list.get(i)).equals(rank(list.get(TOP_STORIES - 1)));
      if (!tiesWithLast) {
        certain.add(items.get(i));
      }
    }
    certain.sort(null);
    return certain.toString();
  }

  private static List<Object> rank(Object topStory) {
    GenericRecord story = (GenericRecord) topStory;
    return List.of(story.get("sites"), story.get("articles"));
  }

  private static String name(GenericRecord item, List<String> fields) {
    return String.join(" ", fields.stream().map(field -> text(item.get(field))).toList());
  }

  private static int revision(GenericRecord item) {
    return item.hasField("revision") && item.get("revision") instanceof Integer number ? number : 0;
  }

  private static boolean isWithdrawn(GenericRecord item) {
    return item.hasField("withdrawn") && Boolean.TRUE.equals(item.get("withdrawn"))
        || switch (item.getSchema().getName()) {
          case "Story" -> item.get("members") instanceof List<?> members && members.isEmpty();
          case "DailyAggregate" -> Long.valueOf(0).equals(item.get("articles"));
          case "Headline" -> Long.valueOf(0).equals(item.get("pages"));
          default -> false;
        };
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }

  private static void read(Path file, List<GenericRecord> out) throws IOException {
    try (DataFileReader<GenericRecord> records =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      records.forEach(out::add);
    }
  }
}
