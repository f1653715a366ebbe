package dev.newsfold.captures.warc;

import dev.newsfold.records.Reason;
import java.io.IOException;

/** A part of a file is not what its format says. */
public final class Damaged extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * @param message says where and what, in words
   */
  public Damaged(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  /** Damage met behind the face of a stream. */
  public static class InStream extends IOException {
    private static final long serialVersionUID = 1L;

    private final Damaged damaged;

    public InStream(Damaged damaged) {
      super(damaged);
      this.damaged = damaged;
    }

    public Damaged damaged() {
      return damaged;
    }
  }

  /**
   * Damage in a piece of a stream that is {@link Resumable}, and of nothing that lies around it.
   */
  public static final class InPiece extends InStream {
    private static final long serialVersionUID = 1L;

    public InPiece(Damaged damaged) {
      super(damaged);
    }
  }
}
