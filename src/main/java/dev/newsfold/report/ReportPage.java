package dev.newsfold.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One self-contained HTML page about a run: no script, nothing fetched, and a content security
 * policy that holds the browser to it. The same model always gives the same page.
 */
public final class ReportPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private ReportPage() {}

  /** Renders the page as a complete document, to be stored as UTF-8. */
  public static String render(RunReport run) {
    Html html = new Html();
    html.doctype()
        .attr("lang", "en")
        .tag(
            "html",
            "",
            () -> {
              html.tag("head", "", () -> head(html, run)).line();
              html.tag("body", "", () -> html.tag("main", "", () -> body(html, run))).line();
            });
    return html.line().toString();
  }

  private static void head(Html html, RunReport run) {
    html.attr("charset", "utf-8").empty("meta").line();
    html.attr("http-equiv", "Content-Security-Policy").attr("content", POLICY).empty("meta").line();
    html.attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1")
        .empty("meta")
        .line();
    html.attr("name", "referrer").attr("content", "no-referrer").empty("meta").line();
    html.attr("name", "color-scheme").attr("content", "light dark").empty("meta").line();
    html.tag("title", "", "Newsfold · " + Opening.headline(run)).line();
    html.style(styleSheet());
  }

  private static void body(Html html, RunReport run) {
    Opening.write(html, run);
    DaysSection.write(html, run);
    StoriesSection.write(html, run);
    KeysSection.write(html, run);
    FieldsSection.write(html, run);
    RejectionsSection.write(html, run);
    LedgerSection.write(html, run);
    RunSection.write(html, run);
  }

  private static String styleSheet() {
    try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
      if (css == null) {
        throw new IllegalStateException("report.css is missing from the jar");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
