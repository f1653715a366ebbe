package dev.newsfold.captures;

import org.jspecify.annotations.Nullable;

/**
 * A file found below the inputs.
 *
 * @param file where it lies
 * @param skip why it is not read; null if it is to be read. A file that is not read counts in the
 *     ledger with this one skip.
 * @param listed its stamp, where the listing told it anyway
 */
public record InputEntry(InputFileRef file, @Nullable SkipKind skip, @Nullable InputStamp listed) {

  /** A file of which the listing told no more than where it lies. */
  public InputEntry(InputFileRef file, @Nullable SkipKind skip) {
    this(file, skip, null);
  }
}
