package dev.newsfold.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages around a snippet, for tables of what pages print and what is read from it. */
final class Snippets {
  private static final String CHINESE =
      "<p>今天上午，云溪市水务局召开新闻发布会，通报了南湖湿地修复工程的最新进展，预计年底开放。</p>"
          + "<p>据介绍，该工程自去年三月动工以来，已完成清淤八十余万立方米，种植水生植物十二万株。</p>"
          + "<p>附近居民告诉记者，湖水比往年清澈了许多，清晨常能看到成群的白鹭在浅滩觅食。</p>";

  private static final String ENGLISH =
      "<p>The city council approved a plan on Tuesday to restore the wetlands, which had dried up.</p>"
          + "<p>Work began last year, and crews have since removed mud, planted reeds and built paths.</p>"
          + "<p>People who live close to the water said that the lake already looks clearer now.</p>";

  private Snippets() {}

  /**
   * A page with a headline, a time beneath it, and a text.
   *
   * @param place where the snippet stands: {@code title} (behind the headline in the title), {@code
   *     meta}, {@code above} (the headline), {@code kicker} (there, and in the title), {@code
   *     instead of time}, {@code head} (beneath the time), {@code text} (instead of it), {@code
   *     end}, {@code foot} (below the article); with {@code alone} behind it where the page shows
   *     no time
   */
  static String page(String language, String place, String snippet) {
    boolean alone = place.endsWith(" alone");
    String here = alone ? place.substring(0, place.length() - " alone".length()) : place;
    String text = language.startsWith("zh") ? CHINESE : ENGLISH;
    String headline = language.startsWith("zh") ? "南湖湿地修复工程年底开放" : "Wetlands to open by December";
    String time =
        here.equals("instead of time")
            ? snippet
            : alone ? "" : "<div class=\"info\">2021-02-20 08:05</div>";
    String title =
        here.equals("kicker") ? snippet + ": " + headline + " - Politics - Gazette" : headline;
    return "<html lang=\""
        + language
        + "\"><head><title>"
        + title
        + at("title", here, snippet)
        + "</title>"
        + at("meta", here, snippet)
        + "</head><body>"
        + at("above", here, snippet)
        + (here.equals("kicker") ? "<div class=\"kicker\">" + snippet + "</div>" : "")
        + "<article><h1>"
        + headline
        + "</h1>"
        + time
        + at("head", here, snippet)
        + (here.equals("text") ? snippet : text)
        + at("end", here, snippet)
        + "</article>"
        + at("foot", here, snippet)
        + "</body></html>";
  }

  /** The value of a field as tables write it: nothing for none, commas between several. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : value.toString();
  }

  private static String at(String place, String here, String snippet) {
    return place.equals(here) ? snippet : "";
  }
}
