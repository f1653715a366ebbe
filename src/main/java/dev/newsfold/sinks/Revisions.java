package dev.newsfold.sinks;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Drift;
import dev.newsfold.records.Late;
import dev.newsfold.records.Story;
import dev.newsfold.records.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * How records supersede each other. A record that has changed is written anew with a higher {@code
 * revision}; of the records with one key the highest revision counts. What is no more is withdrawn:
 * written once more, as a record that says so.
 */
public final class Revisions {
  private static final String REVISION = "revision";

  private Revisions() {}

  /** What makes two records of a dataset the same thing: a digest of its key fields. */
  public static String keyOf(Dataset dataset, IndexedRecord item) {
    return keyOf(values(dataset, item));
  }

  private static List<String> values(Dataset dataset, IndexedRecord item) {
    return dataset.keyFields().stream()
        .map(name -> String.valueOf(item.get(field(item, name).pos())))
        .toList();
  }

  /** The same by the values of those fields. */
  public static String keyOf(List<String> values) {
    return Digests.hex(digest(values)).substring(0, 32);
  }

  private static byte[] digest(List<String> values) {
    StringBuilder key = new StringBuilder();
    for (String value : values) {
      // A length ahead of each, so that no two lists of values read the same.
      key.append(value.length()).append(':').append(value);
    }
    return Digests.newSha256().digest(key.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The first 64 bits of a record's key. */
  public static long shortKeyOf(Dataset dataset, IndexedRecord item) {
    return ByteBuffer.wrap(digest(values(dataset, item))).getLong();
  }

  /** The fields that tell what a record is of, and what it supersedes: those that are read here. */
  public static Schema headOf(Dataset dataset) {
    Set<String> names = new HashSet<>(dataset.keyFields());
    names.addAll(List.of(REVISION, "members", "articles", "withdrawn"));
    Schema whole = dataset.schema();
    return Schema.createRecord(
        whole.getName(),
        whole.getDoc(),
        whole.getNamespace(),
        false,
        whole.getFields().stream()
            .filter(field -> names.contains(field.name()))
            .map(Revisions::head)
            .toList());
  }

  /** Of records in a list no more than how many they are. */
  private static Schema.Field head(Schema.Field field) {
    Schema schema = field.schema();
    boolean records =
        schema.getType() == Schema.Type.ARRAY
            && schema.getElementType().getType() == Schema.Type.RECORD;
    if (!records) {
      return new Schema.Field(field, schema);
    }
    Schema item = schema.getElementType();
    return new Schema.Field(
        field,
        Schema.createArray(
            Schema.createRecord(
                item.getName(), item.getDoc(), item.getNamespace(), false, List.of())));
  }

  /** The revision of a record; 0 where its schema has none. */
  public static int revisionOf(IndexedRecord item) {
    Schema.Field field = item.getSchema().getField(REVISION);
    return field != null && item.get(field.pos()) instanceof Integer revision ? revision : 0;
  }

  /** A record with a revision: a copy, or as it is if it has that, or its schema has none. */
  public static <T extends SpecificRecord> T withRevision(T item, int revision) {
    Schema.Field field = item.getSchema().getField(REVISION);
    if (field == null || revisionOf(item) == revision) {
      return item;
    }
    T copy = SpecificData.getForSchema(item.getSchema()).deepCopy(item.getSchema(), item);
    copy.put(field.pos(), revision);
    return copy;
  }

  /** Whether a record says that the thing is no more. */
  public static boolean isWithdrawn(IndexedRecord item) {
    return switch (item.getSchema().getName()) {
      case "Story" -> value(item, "members") instanceof List<?> members && members.isEmpty();
      case "DailyAggregate" -> Long.valueOf(0).equals(value(item, "articles"));
      case "Late", "Copy", "Version", "Drift" -> Boolean.TRUE.equals(value(item, "withdrawn"));
      default -> false;
    };
  }

  /**
   * The record that withdraws another; nothing for what is never withdrawn.
   *
   * @param successor the story that the canonical article of a withdrawn story is in now, if any
   */
  @SuppressWarnings("unchecked") // each case returns a record of the type that it was given
  public static <T extends SpecificRecord> Optional<T> withdrawn(
      T item, @Nullable String successor) {
    int revision = revisionOf(item) + 1;
    SpecificRecord withdrawn = null;
    if (item instanceof Story story) {
      withdrawn =
          Story.newBuilder(story)
              .setHeadline("")
              .setMembers(List.of())
              .setSiteCount(0)
              .setCanonicalIsGuess(false)
              .setRevision(revision)
              .setSuccessor(successor)
              .build();
    } else if (item instanceof DailyAggregate row) {
      withdrawn =
          DailyAggregate.newBuilder(row)
              .setCaptures(0)
              .setArticles(0)
              .setStories(0)
              .setCrossPosts(0)
              .setSites(0)
              .setFirstPublishedAt(row.getWindowStart())
              .setLastPublishedAt(row.getWindowStart())
              .setTopStories(List.of())
              .setRevision(revision)
              .build();
    } else if (item instanceof Late late) {
      withdrawn = Late.newBuilder(late).setWithdrawn(true).setRevision(revision).build();
    } else if (item instanceof Copy copy) {
      withdrawn = Copy.newBuilder(copy).setWithdrawn(true).setRevision(revision).build();
    } else if (item instanceof Drift row) {
      withdrawn = Drift.newBuilder(row).setWithdrawn(true).setRevision(revision).build();
    } else if (item instanceof Version version) {
      withdrawn = Version.newBuilder(version).setWithdrawn(true).setRevision(revision).build();
    }
    return Optional.ofNullable((T) withdrawn);
  }

  private static @Nullable Object value(IndexedRecord item, String name) {
    Schema.Field field = item.getSchema().getField(name);
    return field == null ? null : item.get(field.pos());
  }

  private static Schema.Field field(IndexedRecord item, String name) {
    Schema.Field field = item.getSchema().getField(name);
    if (field == null) {
      throw new IllegalArgumentException(item.getSchema().getName() + " has no field " + name);
    }
    return field;
  }
}
