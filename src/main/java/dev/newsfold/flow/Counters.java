package dev.newsfold.flow;

import dev.newsfold.records.Reason;
import java.util.Locale;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/** The counters a person would watch while a job runs. */
public final class Counters {
  /** The namespace of all of them. */
  public static final String NAMESPACE = "newsfold";

  /** Prefix of the counters of rejections, one a reason. */
  public static final String REJECTED = "rejected.";

  /** Captures that have been read, decoded and parsed, whatever came of them. */
  public static final String CAPTURES = "captures";

  static final Counter ARTICLES = counter("articles");
  static final Counter STORIES = counter("stories");
  static final Counter LATE = counter("late");
  static final Counter FILES = counter("files");
  static final Counter DONE = counter(CAPTURES);

  private Counters() {}

  static Counter rejection(Reason reason) {
    return counter(REJECTED + reason.name().toLowerCase(Locale.ROOT));
  }

  private static Counter counter(String name) {
    return Metrics.counter(NAMESPACE, name);
  }
}
