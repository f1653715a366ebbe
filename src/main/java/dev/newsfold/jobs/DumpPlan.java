package dev.newsfold.jobs;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.parse.ArticleParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a dump was cut into parts, and what else they depend on: written before the first one is
 * read, so that a run that goes on cuts alike.
 *
 * @param made flags and versions that the parts depend on
 * @param asOf the instant that stood in for {@code --asOf}, ISO 8601
 * @param ends the path of the last file of each part
 * @param files how many files all parts have
 */
record DumpPlan(SortedMap<String, String> made, String asOf, List<String> ends, long files) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  DumpPlan {
    made = new TreeMap<>(made);
    ends = List.copyOf(ends);
  }

  /** The flags and versions that what is made of a part depends on. */
  static SortedMap<String, String> dependencies(NewsfoldOptions options) throws IOException {
    SortedMap<String, String> names = new TreeMap<>();
    names.put("--input", String.join(",", options.getInput()));
    names.put("--zone", options.getZone());
    names.put("--asOf", Objects.requireNonNullElse(options.getAsOf(), ""));
    names.put("--maxPageBytes", String.valueOf(options.getMaxPageBytes()));
    names.put("--maxFileBytes", String.valueOf(options.getMaxFileBytes()));
    names.put("--htmlField", Objects.requireNonNullElse(options.getHtmlField(), ""));
    names.put("--urlField", Objects.requireNonNullElse(options.getUrlField(), ""));
    names.put("--timeField", Objects.requireNonNullElse(options.getTimeField(), ""));
    names.put("--siteRules", Versions.siteRules(options));
    names.put("--sightings", String.valueOf(options.getSightings()));
    names.put("newsfold", Versions.newsfold());
    names.put("parser", ArticleParser.VERSION);
    return names;
  }

  /** Whether the dump is read at once. */
  boolean isWhole() {
    return ends.size() < 2;
  }

  byte[] toJson() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  static DumpPlan fromJson(byte[] json) throws IOException {
    return JSON.readValue(json, DumpPlan.class);
  }

  /** What differs from what parts of {@code now} would depend on, in words; empty if nothing. */
  List<String> differences(Map<String, String> now) {
    SortedMap<String, String> names = new TreeMap<>(made);
    names.putAll(now);
    List<String> differences = new ArrayList<>();
    for (String name : names.keySet()) {
      String then = made.getOrDefault(name, "");
      String today = now.getOrDefault(name, "");
      if (!then.equals(today)) {
        differences.add(name + " was '" + then + "', now '" + today + '\'');
      }
    }
    return differences;
  }
}
