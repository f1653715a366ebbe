package dev.newsfold.parse.site;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * The rules for one site in one period of its design.
 *
 * @param host the site without {@code www.}, or {@code *.example.com} for it and all below it
 * @param from first capture day it applies to; null for any
 * @param until last capture day it applies to; null for any
 * @param zone the zone of the site's times; null to leave it to the page
 * @param select for each field the elements that hold it
 * @param drop elements that are removed before anything is read
 */
public record SiteRule(
    String host,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable ZoneId zone,
    Map<SiteField, Evaluator> select,
    List<Evaluator> drop) {

  boolean appliesTo(String site, @Nullable LocalDate captured) {
    if (from != null && (captured == null || captured.isBefore(from))) {
      return false;
    }
    if (until != null && (captured == null || captured.isAfter(until))) {
      return false;
    }
    if (host.startsWith("*.")) {
      String base = host.substring(2);
      return site.equals(base) || site.endsWith("." + base);
    }
    return site.equals(host);
  }
}
