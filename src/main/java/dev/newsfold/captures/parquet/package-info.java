/**
 * Tables in Parquet, read column by column from a file of this machine. The footer and the headers
 * of pages are Apache Parquet's to parse, once they are known to fit; what they say is then checked
 * against what is there, since a reader that trusts them sets aside gigabytes.
 */
@NullMarked
package dev.newsfold.captures.parquet;

import org.jspecify.annotations.NullMarked;
