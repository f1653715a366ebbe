package dev.newsfold;

/** What the program says of itself. */
final class Usage {
  static final String TEXT =
      """
      Newsfold folds captures of news pages into articles, stories and daily counts.

        pipelines/run JOB [--flag=value …]
            local       fold captures on this machine; without --input, a sample
            scheduled   fold the captures of one day onto those of the days before
            reprocess   fold a historical dump anew, as a whole
            fold        fold articles that someone else extracted
            stream      follow a folder or a Kafka topic, and keep all of it up to date
            FILE.yaml   a job definition of your own
        pipelines/run sample --pages=N --output=DIR or FILE.warc.gz [--seed=S] [--pageBytes=B]
        pipelines/run inspect FILE…             what the parser makes of a page, and why
        pipelines/run cat PATH…                 our Avro files as JSON Lines
        pipelines/run export RUN… --to=DIR      its records as Parquet, for other programs
        pipelines/run diff RUN_A RUN_B          how two runs differ
        pipelines/run why RUN ARTICLE ARTICLE   why two articles are cross-posts, or are not

      The README has a table of the flags. Exit status: 0 done, 64 bad usage,
      65 fewer captures than --minCaptures, 66 no input, 70 failed, 74 input unreadable, 75 not now.
      """;

  private Usage() {}

  static boolean asksForHelp(String word) {
    return word.equals("help") || word.equals("--help") || word.equals("-h");
  }
}
