package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.draft.FieldRules;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import dev.newsfold.records.Dateline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads dateline and agencies. */
public final class Datelines implements FieldRules {
  private static final int MAX_SUBHEADS = 7;
  private static final int LONGEST_SUBHEAD = 45;
  private static final TimeContext NO_CAPTURE = TimeContext.ofText(null);

  @Override
  public void fill(Draft draft) {
    DatelineText dateline = null;
    for (String opening : openings(draft)) {
      dateline = DatelineText.read(opening);
      if (dateline != null) {
        break;
      }
    }
    Set<String> agencies = new LinkedHashSet<>();
    if (dateline != null) {
      draft
          .article()
          .setDateline(
              Dateline.newBuilder()
                  .setOutlet(dateline.outlet())
                  .setPlace(dateline.place())
                  .setDay(dateline.day())
                  .setText(dateline.text())
                  .build());
      draft.evidence().won("dateline", "text:opening", dateline.text());
      String outlet = dateline.outlet();
      String agency = outlet == null ? null : Agencies.name(outlet);
      if (agency != null) {
        agencies.add(agency);
      }
    }
    agencies.addAll(Agencies.quoted(draft.article().getBody()));
    if (!agencies.isEmpty()) {
      draft.article().setAgencies(new ArrayList<>(agencies));
      draft.evidence().won("agencies", "text:quoted", agencies);
    }
  }

  /**
   * The first lines of the body, as far as those before are short as subheads are, and what the
   * body cleaner took for a byline above them.
   */
  private static List<String> openings(Draft draft) {
    Line first = draft.firstBodyLine();
    if (first == null) {
      return List.of();
    }
    List<String> openings = new ArrayList<>();
    for (Line line : draft.body().subList(0, Math.min(MAX_SUBHEADS, draft.body().size()))) {
      openings.add(line.text());
      if (line.text().length() > LONGEST_SUBHEAD && openings.size() > 1) {
        break;
      }
    }
    for (int back = 1; back <= 2; back++) {
      Line before = draft.page().line(first.index() - back);
      if (before != null && !before.hidden() && before != draft.headline().line()) {
        openings.add(withoutTime(before.text()));
      }
    }
    return openings;
  }

  private static String withoutTime(String text) {
    StatedTime time = TimeText.scan(text, NO_CAPTURE).first();
    return time == null || time.start() > 2
        ? text
        : text.substring(Math.min(text.length(), time.end()));
  }
}
