package dev.newsfold.captures;

import dev.newsfold.records.Reason;
import java.io.IOException;

/** A part of a file is not what its format says. */
final class Damaged extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * @param message says where and what, in words
   */
  Damaged(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  /** Damage met behind the face of a stream. */
  static final class InStream extends IOException {
    private static final long serialVersionUID = 1L;

    private final Damaged damaged;

    InStream(Damaged damaged) {
      super(damaged);
      this.damaged = damaged;
    }

    Damaged damaged() {
      return damaged;
    }
  }
}
