package dev.newsfold.jobs;

import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/**
 * What is folded, wherever it comes from.
 *
 * @param captured articles, several of which may be captures of one address
 * @param tallies of headlines seen, several of each
 * @param sightings those that {@code tallies} are of; null where nobody asks for them
 * @param ledger entries of the files that all of it came from
 */
record Material(
    PCollection<Article> captured,
    PCollection<HeadlineTally> tallies,
    @Nullable PCollection<HeadlineSighting> sightings,
    PCollection<Rejection> rejections,
    PCollectionList<InputFile> ledger) {}
