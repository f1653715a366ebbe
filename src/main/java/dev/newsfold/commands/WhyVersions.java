package dev.newsfold.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** What a run's versions say of an article: what it said when, and what changed each time. */
final class WhyVersions {
  private static final String DATASET = "versions";
  private static final int PASSAGES = 3;

  private final RunFolder run;

  WhyVersions(RunFolder run) {
    this.run = run;
  }

  /** A line for each version of an article; none where all of its captures say the same. */
  List<String> lines(String articleId) throws CommandFailure {
    SortedMap<Integer, String> lines = new TreeMap<>();
    LatestRevisions latest = run.latest(DATASET);
    for (RunFile path : run.files(DATASET)) {
      try (AvroFile file = AvroFile.open(path)) {
        while (file.hasNext()) {
          GenericRecord version = file.next();
          if (articleId.equals(text(version, "articleId")) && latest.has(version)) {
            lines.put((Integer) version.get("number"), told(version));
          }
        }
      }
    }
    return new ArrayList<>(lines.values());
  }

  private static String told(GenericRecord version) {
    StringBuilder told = new StringBuilder();
    told.append(version.get("number")).append(" of ").append(version.get("versions"));
    String time = time(version);
    told.append(", ").append(time.isEmpty() ? "at a time not known" : "from " + time);
    told.append(": ").append(text(version, "headline"));
    List<String> changed = list(version, "changed");
    if (!changed.isEmpty()) {
      told.append("; changed: ").append(String.join(", ", changed).toLowerCase(Locale.ROOT));
    }
    if (changed.contains("TEXT")) {
      told.append("; words added ").append(version.get("wordsAdded"));
      told.append(", removed ").append(version.get("wordsRemoved"));
      told.append(passages(" +", list(version, "added")));
      told.append(passages(" -", list(version, "removed")));
    }
    told.append(Boolean.TRUE.equals(version.get("current")) ? "; it stands" : "");
    return told.append(place(version)).toString();
  }

  /** Where its bytes lie; nothing in files of versions that did not say. */
  private static String place(GenericRecord version) {
    if (!version.hasField("origin") || !(version.get("origin") instanceof GenericRecord origin)) {
      return "";
    }
    Object offset = origin.get("offset");
    return "; its bytes: "
        + text(origin, "file")
        + (offset == null ? "" : " at byte " + offset)
        + ", inspect FILE --payload="
        + text(version, "payloadDigest");
  }

  private static String passages(String sign, List<String> passages) {
    String more = passages.size() > PASSAGES ? " …" : "";
    return passages.stream()
        .limit(PASSAGES)
        .map(passage -> sign + '"' + passage + '"')
        .collect(Collectors.joining("", "", more));
  }

  private static String time(GenericRecord version) {
    Object time = RecordJson.fieldValue(version, version.getSchema().getField("firstCapturedAt"));
    return time == null ? "" : time.toString();
  }

  private static List<String> list(GenericRecord version, String field) {
    return version.get(field) instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String text(GenericRecord version, String field) {
    Object value = version.get(field);
    return value == null ? "" : value.toString();
  }
}
