package dev.newsfold.parse.section;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.body.Boilerplate;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headlines of other articles listed on a page: tickers, most-read and related lists. A
 * list is a run of lines outside of the body that are links worded like headlines; a ticker may
 * hold all of its headlines in one line. What follows a label carries the label as its list.
 */
public final class Sightings {
  /** A headline says at least this much: six CJK characters, three or four words. */
  private static final int MIN_WEIGHT = 18;

  private static final int MIN_LENGTH = 6;
  private static final int MAX_LENGTH = 120;
  private static final int MAX_LABEL = 30;
  private static final int MIN_LIST = 3;
  private static final int MAX_SIGHTINGS = 1_000;

  /** Lines that are no links may stand between two of a list: dates, counters, teasers. */
  private static final int MAX_GAP = 4;

  private final Draft draft;
  private final Article article;
  private final List<HeadlineSighting> sightings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Sightings(Draft draft) {
    this.draft = draft;
    this.article = draft.article();
  }

  public static List<HeadlineSighting> find(Draft draft) {
    return new Sightings(draft).find();
  }

  private record Item(String text, @Nullable String href) {}

  private List<HeadlineSighting> find() {
    BitSet body = new BitSet();
    draft.body().forEach(line -> body.set(line.index()));
    Line title = draft.headline().line();
    seen.add(Keys.of(article.getHeadline()));
    List<Item> run = new ArrayList<>();
    String label = "";
    int gap = 0;
    for (Line line : draft.page().lines()) {
      List<Item> items = body.get(line.index()) || line == title ? List.of() : items(line);
      if (!items.isEmpty()) {
        run.addAll(items);
        gap = 0;
        continue;
      }
      boolean labelled = isLabel(line);
      boolean border = body.get(line.index()) || line == title || labelled || ++gap > MAX_GAP;
      if (border) {
        flush(run, label, line.index());
        label = labelled ? line.text() : gap > MAX_GAP ? "" : label;
        gap = 0;
      }
    }
    flush(run, label, draft.page().lines().size());
    return sightings;
  }

  private static List<Item> items(Line line) {
    if (line.linkWeight() == 0 || line.linkDensity() < 0.6) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    for (Span span : line.spans()) {
      if (span.isLink()
          && span.text().length() >= MIN_LENGTH
          && span.text().length() <= MAX_LENGTH
          && Text.weight(span.text()) >= MIN_WEIGHT) {
        items.add(new Item(span.text(), span.href()));
      }
    }
    return items;
  }

  /** A short line of its own above a list: 相关新闻, Most read. */
  private static boolean isLabel(Line line) {
    return line.text().length() <= MAX_LABEL
        && (line.isHeading() || Boilerplate.whatBegins(line) != null);
  }

  private void flush(List<Item> run, String label, int next) {
    if (run.size() >= MIN_LIST) {
      String list = label.isEmpty() ? position(next) : label;
      int rank = 0;
      for (Item item : run) {
        rank++;
        if (sightings.size() < MAX_SIGHTINGS && seen.add(Keys.of(item.text()))) {
          sightings.add(sighting(item, rank, list));
        }
      }
    }
    run.clear();
  }

  private String position(int next) {
    Line first = draft.firstBodyLine();
    Line title = draft.headline().line();
    int start = title != null ? title.index() : first != null ? first.index() : Integer.MAX_VALUE;
    Line last = draft.lastBodyLine();
    return next <= start ? "ticker" : last != null && next > last.index() ? "below" : "sidebar";
  }

  private HeadlineSighting sighting(Item item, int rank, String list) {
    String href = item.href();
    String absolute = href == null ? null : Addresses.resolve(article.getUrl(), href);
    // A builder copies all that it is given.
    HeadlineSighting sighting = new HeadlineSighting();
    sighting.setHeadline(item.text());
    sighting.setHref(absolute == null ? href : absolute);
    sighting.setPageUrl(article.getCanonicalUrl());
    sighting.setSite(article.getSite());
    sighting.setCapturedAt(article.getCapturedAt());
    sighting.setRank(rank);
    sighting.setList(list);
    sighting.setOrigin(article.getOrigin());
    sighting.setPayloadDigest(article.getPayloadDigest());
    return sighting;
  }
}
