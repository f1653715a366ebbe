package dev.newsfold.jobs;

import dev.newsfold.captures.Quantity;
import dev.newsfold.report.LedgerTotals;
import dev.newsfold.sinks.OutputFolder;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a run has come to as much as it should. */
final class Enough {
  /** Reasons that are named. */
  private static final int REASONS = 3;

  private Enough() {}

  /**
   * Holds a run to {@code --minCaptures} and {@code --minArticles}, before it is published.
   *
   * @param ledger of this run alone
   * @throws JobException TOO_FEW if there are fewer
   */
  static void check(LedgerTotals ledger, NewsfoldOptions options) throws JobException {
    check("capture", ledger.captures(), "minCaptures", options.getMinCaptures());
    check("article", ledger.articles(), "minArticles", options.getMinArticles());
  }

  private static void check(String what, long there, String flag, long least) throws JobException {
    if (there < least) {
      throw new JobException(
          ExitCode.TOO_FEW,
          "%s, fewer than --%s=%s; nothing is published"
              .formatted(Quantity.of(there, what), flag, least));
    }
  }

  /**
   * Tells of a run that has made an article of no capture, once it is published. Captures that are
   * skipped, as images are, were none to make articles of.
   *
   * @param ledger of this run alone
   * @throws JobException ALL_REJECTED if it is such a run
   */
  static void refuseNone(LedgerTotals ledger, OutputFolder output) throws JobException {
    long rejected = ledger.rejected();
    if (rejected == 0 || ledger.articles() + ledger.recaptures() > 0) {
      return;
    }
    String reasons =
        ledger.rejections().entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(REASONS)
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", "));
    throw new JobException(
        ExitCode.ALL_REJECTED,
        "all captures were rejected, %s of them: %s; see %s/rejections"
            .formatted(rejected, reasons, output.address()));
  }
}
