package dev.newsfold.sample;

import static dev.newsfold.sample.Edit.ALL_CAPITALS;
import static dev.newsfold.sample.Edit.CORNER_QUOTES;
import static dev.newsfold.sample.Edit.CORRECTED;
import static dev.newsfold.sample.Edit.EXPANDED;
import static dev.newsfold.sample.Edit.EXTENDED;
import static dev.newsfold.sample.Edit.HALF_WIDTH;
import static dev.newsfold.sample.Edit.KICKER;
import static dev.newsfold.sample.Edit.NUMBER_WORDING;
import static dev.newsfold.sample.Edit.PICTURE;
import static dev.newsfold.sample.Edit.REORDERED;
import static dev.newsfold.sample.Edit.REPEATED;
import static dev.newsfold.sample.Edit.SERIES;
import static dev.newsfold.sample.Edit.SPACE_FOR_COMMA;
import static dev.newsfold.sample.Edit.STRAIGHT_QUOTES;
import static dev.newsfold.sample.Edit.TICKER_SYMBOL;
import static dev.newsfold.sample.Edit.TRUNCATED;
import static dev.newsfold.sample.Edit.UPDATED;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a copy's headline comes to differ from the original's. */
final class HeadlineEdits {
  private HeadlineEdits() {}

  /** Edits that any headline can bear. */
  private static final List<Edit> CHINESE = List.of(KICKER, SERIES, PICTURE, TRUNCATED, EXTENDED);

  private static final List<Edit> ENGLISH =
      List.of(
          KICKER, SERIES, PICTURE, TRUNCATED, EXTENDED, ALL_CAPITALS, CORRECTED, REPEATED, UPDATED);

  /** Edits that need something in the headline to work on; tried first. */
  private static final List<Edit> PARTICULAR =
      List.of(
          STRAIGHT_QUOTES,
          CORNER_QUOTES,
          HALF_WIDTH,
          SPACE_FOR_COMMA,
          EXPANDED,
          NUMBER_WORDING,
          REORDERED,
          TICKER_SYMBOL);

  /** Decorations that leave the words alone: what a page without a body must make do with. */
  private static final List<Edit> HARMLESS = List.of(PICTURE, STRAIGHT_QUOTES, HALF_WIDTH, KICKER);

  private static final int ATTEMPTS = 3;

  /**
   * Edits a headline once, in a way that it offers itself to.
   *
   * @param harmless only decorations that leave the words alone
   * @param edits what has been done so far; the edit is added, and none is done twice
   */
  static String once(
      String headline, Opening opening, Telling telling, boolean harmless, List<Edit> edits) {
    boolean isEnglish = opening.outlet().language() == Language.ENGLISH;
    for (int i = 0; i < 2 * ATTEMPTS; i++) {
      List<Edit> menu = i < ATTEMPTS ? PARTICULAR : isEnglish ? ENGLISH : CHINESE;
      Edit edit = telling.dice().pick(harmless ? HARMLESS : menu);
      String edited = edits.contains(edit) ? null : apply(edit, headline, opening, telling);
      if (edited != null) {
        edits.add(edit);
        return edited;
      }
    }
    return headline;
  }

  /** The headline edited so, or null where it offers nothing to do that to. */
  static @Nullable String apply(Edit edit, String headline, Opening opening, Telling telling) {
    String edited =
        switch (edit) {
          case KICKER -> telling.tell("kicker") + headline;
          case SERIES -> telling.tell("series") + headline;
          case PICTURE, HEADLINE_TOUCHED -> headline + telling.tell("picture");
          case STRAIGHT_QUOTES ->
              headline.replace('“', '"').replace('”', '"').replace('‘', '\'').replace('’', '\'');
          case CORNER_QUOTES -> headline.replace('“', '「').replace('”', '」');
          case HALF_WIDTH, HEADLINE_PUNCTUATED ->
              headline.replace('，', ',').replace('：', ':').replace('？', '?').replace('“', '"');
          case SPACE_FOR_COMMA -> headline.replace('，', ' ');
          case TRUNCATED -> truncated(headline);
          case EXTENDED, HEADLINE_EXTENDED -> headline + comma(opening) + telling.tell("extra");
          case EXPANDED ->
              opening.outlet().language() == Language.ENGLISH
                  ? headline
                  : expanded(headline, telling);
          case NUMBER_WORDING -> reworded(headline);
          case REORDERED -> reordered(headline);
          case ALL_CAPITALS -> headline.toUpperCase(Locale.ENGLISH);
          case CORRECTED -> "CORRECTED - " + headline;
          case REPEATED -> "RPT-" + headline;
          case UPDATED -> "UPDATE " + telling.dice().between(1, 3) + "-" + headline;
          case TICKER_SYMBOL -> ticker(headline, telling);
          case HEADLINE_SHORTENED -> shortened(headline);
          case HEADLINE_PARTLY_REWRITTEN ->
              shortened(headline) + comma(opening) + telling.tell("extra");
          case HEADLINE_REWRITTEN, ORIGINAL_REWRITTEN ->
              Newsroom.polish(opening.outlet().language(), telling.tell("headline.other"));
          default -> headline;
        };
    return edited.equals(headline) ? null : edited;
  }

  private static String comma(Opening opening) {
    return opening.outlet().language() == Language.ENGLISH ? ", " : "，";
  }

  private static String truncated(String headline) {
    int end = headline.length() * 7 / 10;
    return headline.length() < 14 ? headline : headline.substring(0, end).stripTrailing() + "...";
  }

  /** The city with its rank, the company with its legal form, the person with a title. */
  private static String expanded(String headline, Telling telling) {
    String edited = headline;
    String city = telling.recall("City");
    if (city != null && !headline.contains(city + "市")) {
      edited = edited.replace(city, city + "市");
    }
    String company = telling.recall("Company");
    return company == null ? edited : edited.replace(company, company + "有限公司");
  }

  /** 亿 becomes 亿元 and 万 becomes 万元 at the end of a clause; 约 is dropped. */
  private static String reworded(String headline) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < headline.length(); i++) {
      char c = headline.charAt(i);
      char before = i == 0 ? ' ' : headline.charAt(i - 1);
      boolean ends = i + 1 == headline.length() || " ，".indexOf(headline.charAt(i + 1)) >= 0;
      if (c == '约' && i + 1 < headline.length() && Character.isDigit(headline.charAt(i + 1))) {
        continue;
      }
      out.append(c);
      if ((c == '亿' || c == '万') && Character.isDigit(before) && ends) {
        out.append('元');
      }
    }
    return out.toString();
  }

  private static String reordered(String headline) {
    int cut = boundary(headline);
    return cut < 0
        ? headline
        : headline.substring(cut + 1) + headline.charAt(cut) + headline.substring(0, cut);
  }

  private static String shortened(String headline) {
    int cut = boundary(headline);
    if (cut < 0) {
      cut = headline.lastIndexOf(' ', headline.length() * 2 / 3);
    }
    return cut < 6 ? headline : headline.substring(0, cut);
  }

  /** Where a Chinese headline's first clause ends, or -1. */
  private static int boundary(String headline) {
    int comma = headline.indexOf('，');
    if (comma > 0) {
      return comma;
    }
    int space = headline.indexOf(' ');
    return space > 0 && headline.charAt(space - 1) > 0x2E80 ? space : -1;
  }

  /** The company's symbol behind its name, as old wires print it. */
  private static String ticker(String headline, Telling telling) {
    String company = telling.recall("Company");
    if (company == null || !headline.startsWith(company)) {
      return headline;
    }
    String symbol = company.substring(0, 1) + company.charAt(company.length() - 1);
    return company
        + " <"
        + symbol.toUpperCase(Locale.ENGLISH)
        + ">"
        + headline.substring(company.length());
  }
}
