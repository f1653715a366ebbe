package dev.newsfold.captures.warc;

import dev.newsfold.captures.SkipKind;
import org.jspecify.annotations.Nullable;

/** Tells answers that hold pages from others by their status. */
public final class HttpStatus {
  private HttpStatus() {}

  /**
   * Why an answer of this status is no page; null if it is one.
   *
   * @param status 0 if it is not known
   */
  public static @Nullable SkipKind skipKind(int status) {
    if (status == 200 || status == 203 || status == 0) {
      return null;
    }
    if (status >= 300 && status < 400) {
      return SkipKind.REDIRECT;
    }
    return status >= 400 && status < 600 ? SkipKind.HTTP_ERROR : SkipKind.OTHER_STATUS;
  }
}
