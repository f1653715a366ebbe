package dev.newsfold.captures.containers;

import dev.newsfold.captures.LenientTime;
import dev.newsfold.captures.Markup;
import dev.newsfold.captures.RowNames;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table of pages hold what: the page itself, its address, and when it was
 * captured. Names are in lower case; one of a nested record has the names above it before a dot.
 *
 * @param html names of the page's column, best first
 * @param url names of the address's column
 * @param time names of the capture time's column
 * @param named whether the page's column is the one that a user named: then whatever it holds is
 *     the page
 */
record RowFields(List<String> html, List<String> url, List<String> time, boolean named) {
  /** The names that crawlers and data sets commonly use. */
  static final RowFields COMMON =
      new RowFields(
          words(
              "html raw_html rawhtml html_raw full_html html_content htmlcontent page_html"
                  + " body_html content_html html_body source_html page_source pagesource raw_page"
                  + " page page_content pagecontent payload content body raw raw_content"
                  + " rawcontent response response_body markup document source data text html_base64"
                  + " base64_html html_b64 content_base64 body_base64"),
          words(
              "url target_uri warc_target_uri warc-target-uri page_url pageurl final_url"
                  + " source_url request_url original_url canonical_url permalink link uri href"
                  + " address loc location"),
          words(
              "captured_at capturedat capture_time crawled_at crawledat crawl_date crawl_time"
                  + " crawltime crawl_timestamp fetch_time fetchtime fetched_at fetched fetch_date"
                  + " warc_date warc-date retrieved_at download_date downloaded_at scraped_at"
                  + " scrape_time timestamp datetime date time created_at"),
          false);

  /**
   * Columns of other things may hold HTML in pieces; these hold a page, if their names are true.
   */
  private static final Pattern TELLS_HTML = Pattern.compile(".*(html|markup|page).*");

  private static final Pattern TAG =
      Pattern.compile("<(html|head|body|div|p|h[1-6]|article|title|table|span|br|a)[\\s>/]");

  /** The common names, but for those that a user gives; empty ones change nothing. */
  static RowFields of(RowNames given) {
    return new RowFields(
        first(given.html(), COMMON.html),
        first(given.url(), COMMON.url),
        first(given.time(), COMMON.time),
        !given.html().isEmpty());
  }

  /** All last parts of the names, to see which columns need not be kept. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (List<String> list : List.of(html, url, time)) {
      list.forEach(name -> names.add(lastPart(name)));
    }
    return names;
  }

  static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The name of the column that holds a row's page; null if none does. */
  @Nullable String page(Map<String, String> row) {
    for (String name : html) {
      String column = column(row, name);
      if (column != null && isPage(column, row.get(column))) {
        return column;
      }
    }
    return null;
  }

  /** The address of a row's page, where it states one. */
  @Nullable String url(Map<String, String> row) {
    for (String name : url) {
      String column = column(row, name);
      String value = column == null ? null : row.get(column);
      if (value != null && value.strip().toLowerCase(Locale.ROOT).startsWith("http")) {
        return value;
      }
    }
    return null;
  }

  /** When a row's page was captured, where it states that. */
  @Nullable Instant time(Map<String, String> row) {
    for (String name : time) {
      String column = column(row, name);
      String value = column == null ? null : row.get(column);
      Instant at = value == null ? null : LenientTime.parse(value);
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  /** Whether a list of columns may be that of a table of pages. */
  boolean hasPage(List<String> columns) {
    return columns.stream()
        .anyMatch(
            column -> html.contains(column) && (named || TELLS_HTML.matcher(column).matches()));
  }

  private boolean isPage(String column, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return false;
    }
    if (named
        || Markup.isHtml(
            Markup.firstElement(value.substring(0, Math.min(16384, value.length()))))) {
      return true;
    }
    if (EncodedCell.holdsPage(value)) {
      return true;
    }
    boolean tells = TELLS_HTML.matcher(lastPart(column)).matches();
    return tells && TAG.matcher(value.toLowerCase(Locale.ROOT)).find();
  }

  /** The column of a name: that itself, or else one of a nested record. */
  private static @Nullable String column(Map<String, String> row, String name) {
    if (row.containsKey(name)) {
      return name;
    }
    return row.keySet().stream().filter(key -> key.endsWith("." + name)).findFirst().orElse(null);
  }

  private static List<String> first(String given, List<String> common) {
    return given.isEmpty() ? common : List.of(given.toLowerCase(Locale.ROOT));
  }

  /** The names, and those of programs that write capitals instead of underscores. */
  private static List<String> words(String names) {
    return Arrays.stream(names.split(" "))
        .flatMap(name -> Stream.of(name, name.replace("_", "")))
        .distinct()
        .toList();
  }
}
