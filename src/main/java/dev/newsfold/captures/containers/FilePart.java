package dev.newsfold.captures.containers;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.warc.ArchivePart;
import org.jspecify.annotations.Nullable;

/**
 * A part of an input file that can be read by itself.
 *
 * @param archive which part of a WARC or ARC; null for a file that is read whole
 */
public record FilePart(InputFileRef file, @Nullable ArchivePart archive) {}
