package dev.newsfold.parse.time;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.structured.Meta;
import dev.newsfold.parse.structured.ScriptData;
import dev.newsfold.parse.structured.Statement;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what a page tells machines about its times: structured data, meta tags, page data in
 * scripts; in order of trust.
 */
final class StatedTimes {
  private static final String PUBLISHED = "publishedAt";
  private static final String MODIFIED = "modifiedAt";

  private final Draft draft;

  StatedTimes(Draft draft) {
    this.draft = draft;
  }

  /** When the page says it was published. */
  List<TimeReading> published(TimeContext context) {
    List<TimeReading> readings = new ArrayList<>();
    data(readings, PUBLISHED, "datePublished", context);
    metas(readings, PUBLISHED, Statement.PUBLISHED, context);
    for (String property : List.of("dateCreated", "uploadDate")) {
      data(readings, PUBLISHED, property, context);
    }
    return readings;
  }

  /** When the page says it was last changed. */
  List<TimeReading> modified(TimeContext context) {
    List<TimeReading> readings = new ArrayList<>();
    data(readings, MODIFIED, "dateModified", context);
    metas(readings, MODIFIED, Statement.MODIFIED, context);
    return readings;
  }

  /** What page data in scripts says; none or one. Searches all scripts: ask only if need be. */
  List<TimeReading> inScripts(TimeContext context) {
    List<TimeReading> readings = new ArrayList<>();
    String value =
        ScriptData.find(
            draft.page().scripts(), Statement.SCRIPT_PUBLISHED.names(), draft.headline().text());
    if (value != null) {
      add(readings, PUBLISHED, "script:time", value, context);
    }
    return readings;
  }

  private void data(
      List<TimeReading> readings, String field, String property, TimeContext context) {
    for (StructuredData.Finding finding : draft.data().all(property)) {
      add(readings, field, finding.rule(), finding.value(), context);
    }
  }

  private void metas(
      List<TimeReading> readings, String field, Statement statement, TimeContext context) {
    Meta meta = draft.page().meta();
    for (String name : statement.names()) {
      for (String value : meta.all(name)) {
        add(readings, field, "meta:" + name, value, context);
      }
    }
  }

  private void add(
      List<TimeReading> readings, String field, String rule, String value, TimeContext context) {
    TimeText.Scan scan = TimeText.scanValue(value, context);
    StatedTime time = scan.first();
    if (time != null) {
      readings.add(new TimeReading(rule, time));
    }
    for (String refusal : scan.refusals()) {
      draft.evidence().refused(field, rule, value, refusal);
    }
  }
}
