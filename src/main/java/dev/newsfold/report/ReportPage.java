package dev.newsfold.report;

/** The first page of the report: the run at a glance, each number a way to what it counts. */
final class ReportPage {
  private ReportPage() {}

  /** Renders the page as a complete document, to be stored as UTF-8. */
  static String render(RunReport run, Links links) {
    return Shell.render(PageNames.INDEX, Opening.headline(run), html -> body(html, run, links));
  }

  private static void body(Html html, RunReport run, Links links) {
    Opening.write(html, run);
    DaysSection.write(html, run, links);
    StoriesSection.write(html, run, links);
    KeysSection.write(html, run, links);
    FieldsSection.write(html, run);
    RejectionsSection.write(html, run);
    LedgerSection.write(html, run);
    RunSection.write(html, run);
  }
}
