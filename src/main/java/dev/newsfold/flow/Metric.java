package dev.newsfold.flow;

/**
 * What a person would watch while a job runs, by the names that Flink's web page shows. They are
 * for watching only. A bundle that is tried again counts again, and a job that is restarted begins
 * at nought; what a run came to is in its {@code run.json}.
 */
public enum Metric {
  CAPTURES(Kind.COUNTER, "captures", "captures whose fate is known: parsed, rejected or skipped"),
  FILES(Kind.COUNTER, "files", "input files read to their end"),
  ARTICLES(
      Kind.COUNTER,
      "articles",
      "articles folded; in a stream articles written, again at every change"),
  RECAPTURES(Kind.COUNTER, "recaptures", "captures of an address that another capture stands for"),
  STORIES(
      Kind.COUNTER,
      "stories",
      "stories folded; in a stream stories written, again at every change"),
  ARTICLES_CHANGED(
      Kind.COUNTER,
      "articlesChanged",
      "of those folded onto a history, the articles that are new" + " or have changed"),
  STORIES_CHANGED(
      Kind.COUNTER,
      "storiesChanged",
      "of those folded onto a history, the stories that are new or" + " have changed"),
  LATE(Kind.COUNTER, "late", "records written to `late/`"),
  REJECTED(
      Kind.COUNTER,
      "rejected_REASON",
      "rejections, a counter for each reason: `rejected_not_article`"),
  COMPARISONS(Kind.COUNTER, "comparisons", "pairs of articles compared in full; batches only"),
  FIRING(Kind.GAUGE, "firing", "number of the stream's last firing; it goes on after a restart"),
  FIRING_MILLIS(Kind.DISTRIBUTION, "firingMillis", "how long a firing of the stream took"),
  WAIT_MILLIS(
      Kind.GAUGE,
      "waitMillis",
      "how long the first of what the last firing said had waited for it: `--every` at most, if the"
          + " coordinator keeps up; 0 where nothing had come"),
  LAG_MILLIS(
      Kind.GAUGE,
      "lagMillis",
      "how far the newest capture heard of since the last restart lay behind the clock at the last"
          + " firing. It grows while no captures come; it is as large as the dump is old where an old"
          + " one is streamed"),
  REMEMBERED(Kind.GAUGE, "remembered", "articles in the stream's memory: the size of its state"),
  WINDOWS(Kind.GAUGE, "windows", "windows in the stream's memory, open and closed");

  /** How the values of a metric come together. */
  public enum Kind {
    /** A sum over all tasks. */
    COUNTER,
    /** The last value; one task alone has it. */
    GAUGE,
    /** Sum, count, least and greatest. */
    DISTRIBUTION
  }

  private final Kind kind;
  private final String id;
  private final String meaning;

  Metric(Kind kind, String id, String meaning) {
    this.kind = kind;
    this.id = id;
    this.meaning = meaning;
  }

  /** How its values come together. */
  public Kind kind() {
    return kind;
  }

  /** Its name below {@link Counters#NAMESPACE}. */
  public String id() {
    return id;
  }

  /** What it tells, for people. */
  public String meaning() {
    return meaning;
  }
}
