package dev.newsfold.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a run's copies say of two articles, A and B: from which article each took its text, why, how
 * long after it, how alike the two are, and which is the fuller.
 */
final class WhyCopy {
  private static final String DATASET = "copies";

  private final RunFolder run;
  private final String a;
  private final String b;

  WhyCopy(RunFolder run, String a, String b) {
    this.run = run;
    this.a = a;
    this.b = b;
  }

  /** A line for each of the two that copies another; none where the run says nothing of it. */
  List<String> lines() throws CommandFailure {
    @Nullable String ofA = null;
    @Nullable String ofB = null;
    LatestRevisions latest = run.latest(DATASET);
    for (RunFile path : run.files(DATASET)) {
      try (AvroFile file = AvroFile.open(path)) {
        while (file.hasNext()) {
          GenericRecord copy = file.next();
          if (a.equals(text(copy, "articleId")) && latest.has(copy)) {
            ofA = told("A", copy);
          } else if (b.equals(text(copy, "articleId")) && latest.has(copy)) {
            ofB = told("B", copy);
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    if (ofA != null) {
      lines.add(ofA);
    }
    if (ofB != null) {
      lines.add(ofB);
    }
    return lines;
  }

  private String told(String name, GenericRecord copy) {
    StringBuilder told = new StringBuilder(name).append(" took it from ").append(original(copy));
    told.append(", ").append(text(copy, "why")).append(": ").append(text(copy, "evidence"));
    if (copy.get("lagSeconds") instanceof Long lag) {
      told.append("; ").append(lag(lag));
    }
    if (copy.get("similarity") instanceof Double similarity) {
      told.append(String.format(Locale.ROOT, "; similarity about %.2f", similarity));
    }
    return told.append("; ").append(fuller(text(copy, "fuller"))).toString();
  }

  private String original(GenericRecord copy) {
    String id = text(copy, "originalId");
    if (id.equals(a)) {
      return "A";
    } else if (id.equals(b)) {
      return "B";
    }
    String url = text(copy, "originalUrl");
    return url.isEmpty() ? id : url;
  }

  /** Seconds as people read them: {@code 1 h 5 min later}. */
  private static String lag(long seconds) {
    long left = Math.abs(seconds);
    List<String> parts = new ArrayList<>();
    add(parts, left / 86_400, "d");
    add(parts, left / 3_600 % 24, "h");
    add(parts, left / 60 % 60, "min");
    add(parts, left % 60, "s");
    return parts.isEmpty()
        ? "at the same time"
        : String.join(" ", parts) + (seconds < 0 ? " earlier" : " later");
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit);
    }
  }

  private static String fuller(String fuller) {
    return switch (fuller) {
      case "COPY" -> "the copy is the fuller";
      case "ORIGINAL" -> "the original is the fuller";
      case "EQUAL" -> "neither is the fuller";
      default -> "which is the fuller is not known";
    };
  }

  private static String text(GenericRecord copy, String field) {
    Object value = copy.hasField(field) ? copy.get(field) : null;
    return value == null ? "" : value.toString();
  }
}
