package dev.newsfold.parse;

import dev.newsfold.records.Dateline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads dateline and agencies. */
final class Datelines implements FieldRules {
  @Override
  public void fill(Draft draft) {
    DatelineText dateline = null;
    for (Line line : openings(draft)) {
      dateline = DatelineText.read(line.text());
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

  /** The first lines of the body, and what the body cleaner took for a byline above them. */
  private static List<Line> openings(Draft draft) {
    Line first = draft.firstBodyLine();
    if (first == null) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>(draft.body().subList(0, Math.min(2, draft.body().size())));
    for (int back = 1; back <= 2; back++) {
      Line before = draft.page().line(first.index() - back);
      if (before != null && !before.hidden() && before != draft.headline().line()) {
        lines.add(before);
      }
    }
    return lines;
  }
}
