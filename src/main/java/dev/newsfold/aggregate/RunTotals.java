package dev.newsfold.aggregate;

import java.util.List;

/** The totals of a run, by the names that they have in {@code run.json}. */
public final class RunTotals {
  /** All of them. */
  public static final List<String> NAMES =
      List.of(
          "inputFiles",
          "captures",
          "articles",
          "recaptures",
          "rejections",
          "skips",
          "stories",
          "crossPosts",
          "undated",
          "late");

  private RunTotals() {}
}
