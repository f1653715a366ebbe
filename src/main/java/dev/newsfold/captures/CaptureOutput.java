package dev.newsfold.captures;

import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;

/** Where a {@link CaptureReader} puts what it finds in a file: each record goes to one of them. */
public interface CaptureOutput {

  /** A page as it was fetched. */
  void capture(Capture capture);

  /** A record, or a stretch of the file, that is broken. */
  void reject(Rejection rejection);

  /** A record that is whole, but is no page. */
  void skip(SkipKind kind);
}
