/**
 * {@code pipelines/run bench}: the pipeline on each runner beside a plain loop over the same pages,
 * each in a process of its own.
 */
@org.jspecify.annotations.NullMarked
package dev.newsfold.bench.runs;
