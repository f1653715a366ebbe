package dev.newsfold.jobs;

/** The flags of every job. */
public interface NewsfoldOptions
    extends InputOptions,
        ParseOptions,
        WindowOptions,
        HistoryOptions,
        OutputOptions,
        StreamOptions {}
