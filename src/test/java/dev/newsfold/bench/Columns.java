package dev.newsfold.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scorer's columns for one set, as far as the floors need them; see the head of score.py.
 *
 * <p>Where readers labelled that a page has no editor, topic and so on, {@code fields.editor} is
 * the share of labelled pages that are right, and {@code fields.editor.there} that of the pages
 * which have one.
 *
 * <p>{@code authors.named} is the share of the authors given whom the truth names; the others are
 * invented, or somebody else.
 */
final class Columns {
  /** The truth's key to the prediction's, of fields whose absence is labelled, too. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "author", "authors",
          "editor", "editor",
          "section", "section",
          "original_title", "original_title",
          "dateline", "dateline",
          "agencies", "agencies",
          "topic", "topic");

  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern CLOCK = Pattern.compile("T(\\d{2}:\\d{2})");

  private final Shingles bodies = new Shingles();
  private int bodyPages;
  private int segmentsRight;
  private int segmentsWrong;
  private int segmentsMissed;
  private final Map<String, int[]> shares = new TreeMap<>();

  /** Adds one page: its truth and its prediction. */
  void add(JsonNode truth, JsonNode prediction) {
    String text = prediction.path("text").asText("");
    if (truth.hasNonNull("text")) {
      bodyPages++;
      bodies.add(truth.get("text").asText(), text);
    }
    String flat = text.replaceAll("\\s+", " ").strip();
    for (JsonNode with : truth.path("with")) {
      if (flat.contains(squeezed(with))) {
        segmentsRight++;
      } else {
        segmentsMissed++;
      }
    }
    for (JsonNode without : truth.path("without")) {
      segmentsWrong += !flat.isEmpty() && flat.contains(squeezed(without)) ? 1 : 0;
    }
    if (says(truth, "title")) {
      share(
          "title",
          key(truth.get("title").asText()).equals(key(prediction.path("title").asText(""))));
    }
    if (says(truth, "source")) {
      share(
          "source",
          key(truth.get("source").asText()).equals(key(prediction.path("source").asText(""))));
    }
    if (says(truth, "author")) {
      share("authors", names(truth.get("author")).equals(names(prediction.path("author"))));
    }
    if (truth.hasNonNull("author")) {
      Set<String> wanted = names(truth.get("author"));
      names(prediction.path("author"))
          .forEach(name -> share("authors.named", wanted.contains(name)));
    }
    Matcher day = DAY.matcher(truth.path("date").asText(""));
    if (says(truth, "date") && day.lookingAt()) {
      addDate(truth.get("date").asText(), prediction.path("date").asText(""), day.group());
    }
    if (truth.path("truth_kind").asText("").contains("machine-assisted reader")) {
      FIELDS.forEach(
          (field, predicted) -> {
            if (truth.has(field) && !isAmbiguous(truth, field)) {
              addField(field, predicted, truth, prediction);
            }
          });
    }
  }

  private void addField(String field, String predicted, JsonNode truth, JsonNode prediction) {
    Set<String> wanted = names(truth.get(field));
    Set<String> given = names(prediction.path(predicted));
    boolean right = wanted.equals(given);
    if (field.equals("section")) {
      right |= names(truth.path("section_path")).equals(given);
    } else {
      share("fields." + predicted, right);
    }
    if (!wanted.isEmpty()) {
      share("fields." + predicted + ".there", right);
    }
  }

  private void addDate(String truth, String prediction, String day) {
    OffsetDateTime exact = withOffset(truth);
    boolean right =
        prediction.startsWith(day)
            || exact != null
                && prediction.startsWith(
                    exact.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().toString());
    share("day", right);
    Matcher clock = CLOCK.matcher(truth);
    if (clock.find()) {
      OffsetDateTime given = withOffset(prediction);
      boolean same = exact != null && given != null && minute(exact) == minute(given);
      share("minute", same || prediction.startsWith(day + "T" + clock.group(1)));
    }
  }

  private static long minute(OffsetDateTime time) {
    return Math.floorDiv(time.toEpochSecond(), 60L);
  }

  private static @Nullable OffsetDateTime withOffset(String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Column to its value, 0 to 1; only columns for which the set holds truth. */
  Map<String, Double> values() {
    Map<String, Double> values = new TreeMap<>();
    if (bodyPages > 0) {
      values.put("body", bodies.f1());
    }
    if (segmentsRight + segmentsMissed > 0) {
      values.put(
          "segments", 2.0 * segmentsRight / (2.0 * segmentsRight + segmentsWrong + segmentsMissed));
    }
    shares.forEach((column, counts) -> values.put(column, (double) counts[0] / counts[1]));
    return values;
  }

  private void share(String column, boolean right) {
    int[] counts = shares.computeIfAbsent(column, c -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
  }

  private static boolean says(JsonNode truth, String field) {
    JsonNode value = truth.get(field);
    return value != null
        && !isAmbiguous(truth, field)
        && (value.isArray() ? value.size() > 0 : !value.asText("").isEmpty());
  }

  private static boolean isAmbiguous(JsonNode truth, String field) {
    for (JsonNode ambiguous : truth.path("ambiguous")) {
      if (ambiguous.asText().equals(field)) {
        return true;
      }
    }
    return false;
  }

  private static String squeezed(JsonNode segment) {
    return segment.asText().replaceAll("\\s+", " ").strip();
  }

  /** The keys of a list of names, of one name, or of an object's outlet, name or title. */
  private static Set<String> names(JsonNode names) {
    Set<String> keys = new HashSet<>();
    if (names.isObject()) {
      return names(
          names.path(names.has("outlet") ? "outlet" : names.has("name") ? "name" : "title"));
    }
    if (names.isTextual()) {
      keys.add(key(names.asText()).toLowerCase(Locale.ROOT));
    }
    for (JsonNode name : names) {
      keys.add(key(name.asText()).toLowerCase(Locale.ROOT));
    }
    keys.remove("");
    return keys;
  }

  /** NFKC without punctuation, symbols, white space and controls. */
  private static String key(String text) {
    StringBuilder key = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(
            c ->
                Character.isLetter(c)
                    || switch (Character.getType(c)) {
                      case Character.DECIMAL_DIGIT_NUMBER,
                          Character.LETTER_NUMBER,
                          Character.OTHER_NUMBER,
                          Character.NON_SPACING_MARK,
                          Character.COMBINING_SPACING_MARK,
                          Character.ENCLOSING_MARK ->
                          true;
                      default -> false;
                    })
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
