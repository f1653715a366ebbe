package dev.newsfold.captures.containers;

import java.util.List;
import java.util.Locale;

/**
 * Which columns of a table of pages hold what: the page itself, its address, and when it was
 * captured. Names are compared without regard to case.
 *
 * @param html names of the page's column, best first
 * @param url names of the address's column
 * @param time names of the capture time's column
 */
public record RowFields(List<String> html, List<String> url, List<String> time) {
  /** The names that crawlers and data sets commonly use. */
  public static final RowFields COMMON =
      new RowFields(
          List.of(
              "html", "raw_html", "rawhtml", "html_content", "page_html", "body_html", "content_html",
              "page", "page_content", "payload", "page_source", "source_html", "content", "body",
              "raw", "raw_content", "response", "response_body", "markup", "document", "text"),
          List.of(
              "url", "link", "uri", "address", "target_uri", "warc_target_uri", "page_url",
              "final_url", "source_url", "permalink", "href", "loc", "location"),
          List.of(
              "captured_at", "capturedat", "crawled_at", "crawl_date", "crawl_time", "crawltime",
              "fetch_time", "fetchtime", "fetched_at", "fetch_date", "timestamp", "warc_date",
              "retrieved_at", "download_date", "downloaded_at", "scraped_at", "date", "time",
              "datetime", "created_at"));

  /** The common names behind those that a user gives; empty ones change nothing. */
  public static RowFields of(String html, String url, String time) {
    return new RowFields(
        first(html, COMMON.html), first(url, COMMON.url), first(time, COMMON.time));
  }

  private static List<String> first(String given, List<String> common) {
    return given.isEmpty() ? common : List.of(given.toLowerCase(Locale.ROOT));
  }
}
