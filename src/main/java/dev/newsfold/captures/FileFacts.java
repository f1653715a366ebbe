package dev.newsfold.captures;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a file that was read.
 *
 * @param size in bytes; null if the file could not be read to its end
 * @param sha256 of the file as it lies, in hexadecimal; null if it could not be read to its end
 * @param captures the records found in it: captures, rejections and skips together
 */
public record FileFacts(@Nullable Long size, @Nullable String sha256, long captures) {}
