package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import dev.newsfold.records.Article;
import dev.newsfold.records.Dateline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads dateline and agencies. */
public final class Datelines {
  private static final int MAX_SUBHEADS = 7;
  private static final int LONGEST_SUBHEAD = 45;
  private static final TimeContext NO_CAPTURE = TimeContext.ofText(null);

  private Datelines() {}

  /** The dateline that the text opens with; null if it opens with none. */
  public static @Nullable DatelineText opening(Draft draft) {
    for (String opening : openings(draft)) {
      DatelineText dateline = DatelineText.read(opening);
      if (dateline != null) {
        return dateline;
      }
    }
    return null;
  }

  /** Sets the dateline as the record holds it. */
  public static void set(Article article, DatelineText dateline) {
    article.setDateline(
        Dateline.newBuilder()
            .setOutlet(dateline.outlet())
            .setPlace(dateline.place())
            .setDay(dateline.day())
            .setText(dateline.text())
            .build());
  }

  /** The agencies of the dateline and of the text, in order; null if there are none. */
  public static @Nullable List<String> agencies(Draft draft) {
    Set<String> agencies = new LinkedHashSet<>();
    Dateline dateline = draft.article().getDateline();
    String outlet = dateline == null ? null : dateline.getOutlet();
    String agency = outlet == null ? null : Agencies.name(outlet);
    if (agency != null) {
      agencies.add(agency);
    }
    agencies.addAll(Agencies.quoted(draft.article().getBody()));
    return agencies.isEmpty() ? null : new ArrayList<>(agencies);
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
