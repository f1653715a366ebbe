package dev.newsfold.jobs;

import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * What is folded, wherever it comes from.
 *
 * @param captured articles, several of which may be captures of one address
 * @param ledger entries of the files that all of it came from
 */
record Material(
    PCollection<Article> captured,
    PCollection<HeadlineSighting> sightings,
    PCollection<Rejection> rejections,
    PCollectionList<InputFile> ledger) {}
