package dev.newsfold.report;

import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rejections by reason, with examples. */
final class RejectionsSection {
  private static final int PLACE_LENGTH = 200;
  private static final int MESSAGE_LENGTH = 400;
  private static final int PAYLOAD_LENGTH = 160;

  private RejectionsSection() {}

  static void write(Html html, RunReport run) {
    List<Map.Entry<Reason, ReasonTotals>> reasons =
        run.totals().rejections().entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                    (Map.Entry<Reason, ReasonTotals> entry) -> -entry.getValue().count()))
            .toList();
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", () -> html.page(PageNames.REJECTIONS, () -> html.text("Rejections")));
          if (reasons.isEmpty()) {
            html.tag("p", "none", "Nothing was rejected.");
          }
          reasons.forEach(
              entry -> reason(html, run.ledger().captures(), entry.getKey(), entry.getValue()));
          if (!reasons.isEmpty()) {
            Tables.data(html, "rejection-reasons");
          }
          if (run.ledger().skipped() > 0) {
            html.tag("p", "note", skips(run.ledger()));
          }
        });
    html.line();
  }

  private static void reason(Html html, long captures, Reason reason, ReasonTotals totals) {
    html.tag(
        "details",
        "reason",
        () -> {
          html.tag(
              "summary",
              "",
              () -> {
                html.tag("b", "n", Figures.count(totals.count()));
                html.text(" " + words(reason) + " ");
                html.tag("small", "", Figures.percent(totals.count(), captures));
              });
          html.tag("ul", "", () -> totals.examples().forEach(example -> example(html, example)));
        });
    html.line();
  }

  private static void example(Html html, Rejection rejection) {
    String url = rejection.getUrl();
    ByteBuffer payload = rejection.getPayload();
    html.tag(
        "li",
        "",
        () -> {
          html.tag("p", "", () -> html.foreign(rejection.getMessage(), MESSAGE_LENGTH));
          html.tag(
              "p",
              "meta",
              () -> {
                html.text(rejection.getStage().name().toLowerCase(Locale.ROOT) + " · ");
                html.foreign(place(rejection.getOrigin()), PLACE_LENGTH);
                if (url != null) {
                  html.text(" · ").foreign(url, PLACE_LENGTH);
                }
              });
          if (payload != null && payload.hasRemaining()) {
            html.tag("p", "payload", () -> html.foreign(opening(payload), PAYLOAD_LENGTH));
          }
        });
  }

  private static String place(Origin origin) {
    StringBuilder place = new StringBuilder(origin.getFile());
    if (origin.getOffset() != null) {
      place.append(" at byte ").append(Figures.count(origin.getOffset()));
    }
    if (origin.getMember() != null) {
      place.append(", ").append(origin.getMember());
    }
    return place.toString();
  }

  /** The first bytes as if they were UTF-8: a look, not a decoding. */
  private static String opening(ByteBuffer payload) {
    return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
  }

  private static String skips(LedgerTotals ledger) {
    StringBuilder note = new StringBuilder("Skipped, as they are no pages:");
    String separator = " ";
    for (Map.Entry<String, Long> skip : ledger.skips().entrySet()) {
      note.append(separator).append(Figures.count(skip.getValue())).append(' ');
      note.append(skip.getKey());
      separator = ", ";
    }
    return note.append('.').toString();
  }

  static String words(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
