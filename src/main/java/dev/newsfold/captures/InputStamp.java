package dev.newsfold.captures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what a change of an input file shows without reading it.
 *
 * @param path the file below the common root of the inputs: {@code Origin.file}
 * @param size in bytes
 * @param modified when it was last changed, in milliseconds since 1970
 */
public record InputStamp(String path, long size, long modified) {
  /**
   * Of a file that cannot be looked at; whoever reads it will meet the same error, and reject it.
   */
  private static final long UNKNOWN = -1;

  /** The stamp of a file that nobody can look at. */
  public static InputStamp unknown(InputFileRef file) {
    return new InputStamp(file.path(), UNKNOWN, UNKNOWN);
  }

  /** Whether nobody could look at the file. */
  public boolean isUnknown() {
    return size == UNKNOWN;
  }

  /** The stamp of a file of this machine as it is now. */
  public static InputStamp local(InputFileRef file) {
    try {
      Path path = InputOpener.localPath(file.location());
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new InputStamp(
          file.path(), attributes.size(), attributes.lastModifiedTime().toMillis());
    } catch (IOException e) {
      return unknown(file);
    }
  }

  /** The digest of a file as it lies, in hexadecimal. */
  public static String sha256(InputFileRef file, InputOpener opener) throws IOException {
    try (MeasuredInput bytes = new MeasuredInput(opener.open(file.location()), Long.MAX_VALUE)) {
      return String.valueOf(bytes.finish(0).sha256());
    }
  }
}
