package dev.newsfold.report;

import dev.newsfold.records.StoryMember;
import java.util.function.Predicate;

/** The first page of the report: the run at a glance, each number a way to what it counts. */
final class ReportPage {
  private ReportPage() {}

  /**
   * Renders the page as a complete document, to be stored as UTF-8.
   *
   * @param exact whether a member's publish time is known to the minute
   */
  static String render(RunReport run, Links links, Predicate<StoryMember> exact) {
    return Shell.render(
        PageNames.INDEX, Opening.headline(run), html -> body(html, run, links, exact));
  }

  private static void body(Html html, RunReport run, Links links, Predicate<StoryMember> exact) {
    Opening.write(html, run);
    DaysSection.write(html, run, links);
    StoriesSection.write(html, run, links, exact);
    KeysSection.write(html, run, links);
    FieldsSection.write(html, run);
    RejectionsSection.write(html, run);
    LedgerSection.write(html, run);
    RunSection.write(html, run);
  }
}
