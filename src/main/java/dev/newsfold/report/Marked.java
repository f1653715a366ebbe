package dev.newsfold.report;

import dev.newsfold.dedupe.Differences;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a text with its differences from another marked: {@code del} and {@code ins}. */
final class Marked {
  /** Characters of what both texts share that are shown beside a difference. */
  private static final int CONTEXT = 24;

  private static final int PART = 400;
  private static final int PARTS = 120;

  private Marked() {}

  /** A headline, marked; the whole of it as new if the two have too little in common. */
  static void headline(Html html, String before, String after, int limit) {
    List<Differences.Part> parts =
        Differences.between(Html.shorten(before, limit), Html.shorten(after, limit));
    html.tag("bdi", "marked", () -> write(html, parts, after, limit));
  }

  private static void write(
      Html html, @Nullable List<Differences.Part> parts, String after, int limit) {
    if (parts == null) {
      html.tag("ins", "", Html.shorten(after, limit));
      return;
    }
    parts.forEach(part -> part(html, part.kind(), Html.shorten(part.text(), limit)));
  }

  /**
   * The differences of a body, with a little of what is around them.
   *
   * @return false if there is nothing to mark, or too much
   */
  static boolean body(Html html, String before, String after) {
    List<Differences.Part> parts = Differences.between(before, after);
    if (parts == null || parts.stream().allMatch(p -> p.kind() == Differences.Kind.SAME)) {
      return false;
    }
    html.tag(
        "p",
        "marked",
        () ->
            html.tag(
                "bdi",
                "",
                () -> {
                  int last = Math.min(parts.size(), PARTS);
                  for (int i = 0; i < last; i++) {
                    Differences.Part part = parts.get(i);
                    String text =
                        part.kind() == Differences.Kind.SAME
                            ? context(part.text(), i == 0, i == parts.size() - 1)
                            : Html.shorten(part.text(), PART);
                    part(html, part.kind(), text);
                  }
                  if (last < parts.size()) {
                    html.text(" … and further differences");
                  }
                }));
    return true;
  }

  private static void part(Html html, Differences.Kind kind, String text) {
    switch (kind) {
      case SAME -> html.text(text);
      case REMOVED -> html.tag("del", "", text);
      case ADDED -> html.tag("ins", "", text);
    }
  }

  private static String context(String text, boolean opens, boolean closes) {
    int length = text.codePointCount(0, text.length());
    if (length <= 2 * CONTEXT) {
      return text;
    }
    String start = opens ? "" : text.substring(0, text.offsetByCodePoints(0, CONTEXT));
    String end = closes ? "" : text.substring(text.offsetByCodePoints(text.length(), -CONTEXT));
    return start + " … " + end;
  }
}
