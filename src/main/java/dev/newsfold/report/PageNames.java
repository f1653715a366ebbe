package dev.newsfold.report;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.Dimension;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of the report's files. None is made of the text of a page or a file name: of what we did
 * not name ourselves a digest names it, so that no name is too long, clashes by case, or leads out
 * of the folder.
 */
final class PageNames {
  static final String INDEX = "index.html";
  static final String SEARCH = "search.html";
  static final String STORIES = "stories.html";
  static final String ARTICLES = "articles.html";
  static final String VERSIONS = "versions.html";
  static final String COPYING = "copying.html";
  static final String DAYS = "day/index.html";
  static final String DRIFT = "drift.html";
  static final String HEADLINES = "headlines.html";
  static final String REJECTIONS = "rejections.html";
  static final String LEDGER = "ledger.html";

  private static final Pattern OUR_ID = Pattern.compile("[0-9a-f]{16,40}");
  private static final int DIGITS = 32;

  private PageNames() {}

  static String story(String id) {
    return "story/" + name(id) + ".html";
  }

  static String article(String id) {
    return "article/" + name(id) + ".html";
  }

  /** The page of a value; of the empty one, which stands for articles that have no value, too. */
  static String key(Dimension dimension, String key) {
    String name = key.isEmpty() ? "none" : Digests.sha256(key).substring(0, DIGITS);
    return folder(dimension) + '/' + name + ".html";
  }

  static String folder(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  /** The page of all values of a dimension. */
  static String keys(Dimension dimension) {
    return folder(dimension) + "/index.html";
  }

  /** The page of the day, week or longer that begins on a day. */
  static String period(LocalDate start) {
    // A year of five digits begins with a plus sign.
    return "day/" + start.toString().replace("+", "") + ".html";
  }

  static String undated() {
    return "day/undated.html";
  }

  private static String name(String id) {
    return OUR_ID.matcher(id).matches() ? id : Digests.sha256(id).substring(0, DIGITS);
  }
}
