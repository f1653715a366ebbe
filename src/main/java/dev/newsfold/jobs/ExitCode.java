package dev.newsfold.jobs;

/** How a run or a command ends. The codes are those of BSD's {@code sysexits.h}. */
public enum ExitCode {
  /** Done. */
  OK(0),
  /** EX_USAGE: a flag, a key or an argument is wrong. */
  USAGE(64),
  /**
   * EX_DATAERR: the input is there, but not what was promised: fewer than {@code --minCaptures} or
   * {@code --minArticles}. Nothing was published.
   */
  TOO_FEW(65),
  /** EX_NOINPUT: there is nothing to read. */
  NO_INPUT(66),
  /** EX_SOFTWARE: the run has failed; nothing was published. */
  FAILED(70),
  /** EX_IOERR: input is there, but cannot be read. */
  UNREADABLE(74),
  /**
   * EX_TEMPFAIL: not now; another run holds the output folder, a day's captures are not there yet,
   * or the Flink cluster cannot be reached. Try again later.
   */
  NOT_NOW(75),
  /**
   * EX_PROTOCOL: what came was not what is spoken here. All captures were rejected; the run is
   * published, as its rejections say why.
   */
  ALL_REJECTED(76),
  /**
   * EX_CONFIG: what is set up fits no longer. A site fills a field less often than before, by
   * {@code --failOnDrift}; the run is published.
   */
  DRIFT(78);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The process's exit status. */
  public int code() {
    return code;
  }
}
