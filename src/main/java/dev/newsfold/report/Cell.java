package dev.newsfold.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table: what it is, as a value of JSON and CSV, and how a page shows it.
 *
 * @param value a text, a number or null
 * @param sort what a script sorts by, where that is not the text shown; empty otherwise
 * @param cssClass of its element, may be empty
 * @param view writes its content
 */
record Cell(@Nullable Object value, String sort, String cssClass, Consumer<Html> view) {
  private static final Cell EMPTY = new Cell(null, "", "", html -> {});

  static Cell none() {
    return EMPTY;
  }

  /** A text of ours. */
  static Cell text(String text) {
    return new Cell(text, "", "", html -> html.text(text));
  }

  /** A text of ours that leads to a page of the report. */
  static Cell text(String text, @Nullable String page) {
    return new Cell(text, "", "", html -> html.page(page, () -> html.text(text)));
  }

  /** A text from a page or a file name. */
  static Cell foreign(@Nullable String text, int limit) {
    return foreign(text, limit, null);
  }

  /** The same, as a link to a page of the report if there is one. */
  static Cell foreign(@Nullable String text, int limit, @Nullable String page) {
    return text == null || text.isEmpty()
        ? EMPTY
        : new Cell(text, "", "", html -> html.page(page, () -> html.foreign(text, limit)));
  }

  /** A site's name, which may break between its parts, as a link to its page if there is one. */
  static Cell site(String site, @Nullable String page) {
    String name = ArticleTables.named(site);
    return new Cell(
        name, "", "site", html -> html.page(page, () -> html.name(name, ArticleTables.NAME)));
  }

  /** A language by its tag, with its name in English behind it. */
  static Cell language(String tag, @Nullable String page) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return new Cell(
        tag,
        "",
        "",
        html -> {
          html.page(page, () -> html.foreign(tag, ArticleTables.NAME));
          if (!name.isEmpty() && !name.equals(tag)) {
            html.text(" ").tag("small", "", name);
          }
        });
  }

  /** A headline in its language, as a link to a page of the report if there is one. */
  static Cell headline(
      String headline, int limit, @Nullable String language, @Nullable String page) {
    return new Cell(
        headline,
        "",
        "headline",
        html ->
            html.page(
                page,
                () ->
                    html.foreign(headline.isEmpty() ? "no headline" : headline, limit, language)));
  }

  /** An address, which is a link if it leads into the web. */
  static Cell address(String address, int limit) {
    return new Cell(address, "", "address", html -> html.address(address, limit));
  }

  static Cell count(long count) {
    return new Cell(
        count,
        Long.toString(count),
        count == 0 ? "n zero" : "n",
        html -> html.text(Figures.count(count)));
  }

  /** A count, with what it is of the whole behind it, unless it is none. */
  static Cell share(long count, long whole) {
    return share(count, whole, null);
  }

  /** The same, as a link to what is counted. */
  static Cell share(long count, long whole, @Nullable String page) {
    return new Cell(
        count,
        Long.toString(count),
        count == 0 ? "n zero" : "n",
        html -> {
          html.page(count == 0 ? null : page, () -> html.text(Figures.count(count)));
          if (count != 0) {
            html.text(" ").tag("small", "", Figures.percent(count, whole));
          }
        });
  }

  /** A part of one, shown as a percentage; null shows nothing. */
  static Cell ratio(@Nullable Double ratio) {
    return ratio == null
        ? EMPTY
        : new Cell(
            Math.round(ratio * 10_000) / 10_000.0,
            Figures.fixed(ratio, 4),
            "n",
            html -> html.text(Figures.fixed(100 * ratio, 0) + " %"));
  }

  /** A number from 0 to 1 with three places. */
  static Cell decimal(double value) {
    String text = Figures.fixed(value, 3);
    return new Cell(Math.round(value * 1000) / 1000.0, text, "n", html -> html.text(text));
  }

  /** A length of time in seconds; null shows nothing. */
  static Cell seconds(@Nullable Long seconds) {
    return seconds == null
        ? EMPTY
        : new Cell(seconds, seconds.toString(), "n", html -> html.text(Figures.span(seconds)));
  }

  /** A time as exactly as it is known. */
  static Cell time(@Nullable Instant time, boolean exact, ZoneId zone) {
    return time(time, exact, zone, "undated");
  }

  /** When something was captured, where that is known. */
  static Cell captured(@Nullable Instant time, ZoneId zone) {
    return time(time, true, zone, "not known");
  }

  private static Cell time(@Nullable Instant time, boolean exact, ZoneId zone, String unknown) {
    String shown =
        time == null
            ? unknown
            : exact
                ? Figures.minute(time, zone)
                : Figures.day(time.atZone(zone).toLocalDate()) + ", time not known";
    return new Cell(
        time == null ? null : time.toString(),
        time == null ? "" : time.toString(),
        time == null || !exact ? "time assumed" : "time",
        html -> html.text(shown));
  }

  /** The same cell with another class. */
  Cell as(String newClass) {
    return new Cell(value, sort, newClass, view);
  }
}
