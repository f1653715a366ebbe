package dev.newsfold.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of an outlet that hold no article. */
final class OtherPages {
  private OtherPages() {}

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html>
      <head>
      {{charset}}<title>{{title}}</title>
      </head>
      <body>
      <div class="logo"><a href="/">{{site}}</a></div>
      {{content}}<div class="foot">&copy; {{site}}</div>
      </body>
      </html>
      """;

  /** A front page: blocks of headlines. */
  static String index(Outlet outlet, @Nullable String label, List<Link> links) {
    StringBuilder content = new StringBuilder();
    for (int from = 0; from < links.size(); from += 10) {
      content
          .append("<div class=\"block\"><ul>\n")
          .append(
              Html.links(links.subList(from, Math.min(from + 10, links.size())), "<li>", "</li>\n"))
          .append("</ul></div>\n");
    }
    return page(outlet, label, outlet.name(), content.toString());
  }

  /** Pictures, each with a line of its own. */
  static String gallery(Outlet outlet, @Nullable String label, String title, List<Link> links) {
    StringBuilder content = new StringBuilder("<div class=\"gallery\">\n");
    for (int i = 0; i < links.size(); i++) {
      content
          .append("<div class=\"pic\"><a href=\"#")
          .append(i)
          .append("\"><img src=\"/pic/")
          .append(i)
          .append(".jpg\" alt=\"\"></a></div>\n");
    }
    content.append("</div>\n<ul>\n").append(Html.links(links, "<li>", "</li>\n")).append("</ul>\n");
    return page(outlet, label, title, content.toString());
  }

  /** What stands where a page is not. */
  static String missing(Outlet outlet, @Nullable String label, Dice dice) {
    String message =
        outlet.language() == Language.ENGLISH
            ? "Page not found"
            : dice.chance(0.5) ? "对不起，可能是网络原因或无此页面" : "您访问的页面不存在或已删除";
    String back = outlet.language() == Language.ENGLISH ? "Back to the front page" : "返回首页";
    String shown = inScript(outlet, message);
    return page(
        outlet,
        label,
        shown,
        "<div class=\"error\"><h1>"
            + shown
            + "</h1><p><a href=\"/\">"
            + inScript(outlet, back)
            + "</a></p></div>\n");
  }

  /** A page whose script never ran: no headline, and a title to match. */
  static String undefined(Outlet outlet, @Nullable String label) {
    String notice =
        outlet.language() == Language.ENGLISH
            ? "Please enable JavaScript to view this page."
            : inScript(outlet, "请启用脚本后查看本页内容");
    return page(
        outlet, label, "undefined", "<div id=\"root\"></div><noscript>" + notice + "</noscript>\n");
  }

  private static String inScript(Outlet outlet, String text) {
    return outlet.language() == Language.TRADITIONAL ? Traditional.of(text) : text;
  }

  private static String page(Outlet outlet, @Nullable String label, String title, String content) {
    return Html.fill(
        PAGE,
        Map.of(
            "charset",
            Html.oldCharset(label),
            "title",
            Html.escape(title),
            "site",
            Html.escape(outlet.name()),
            "content",
            content));
  }
}
