package dev.newsfold.parse;

import java.util.stream.Collectors;

/** Ways in which portals have laid out one and the same text, from 1998 to today. */
enum PortalLayout {
  DIVS {
    @Override
    String page(PortalText t) {
      return head(t.headline() + "_海潮网")
          + "<div id=\"top\"><div class=\"roll\">"
          + links(t)
          + "</div></div><div class=\"main\"><div class=\"left\"><div class=\"weizhi\">"
          + path(t)
          + "</div><h1>"
          + t.headline()
          + "</h1><div class=\"info\">"
          + stamp(t)
          + "</div><div class=\"content\" id=\"content\"><p>"
          + t.original()
          + "</p>"
          + paragraphs(t, "<p>　　", "</p>\n")
          + "<p>"
          + topic(t)
          + "</p><p>"
          + t.editor()
          + "</p></div><div class=\"sm\">"
          + t.disclaimer()
          + "</div></div></div>"
          + TAIL;
    }
  },
  TABLES {
    @Override
    String page(PortalText t) {
      return "<html><head><title>海潮网-新闻中心</title></head><body bgcolor=#ffffff><table width=760><tr><td>"
          + links(t)
          + "</td></tr></table><table width=760><tr><td>"
          + path(t)
          + "</td></tr><tr><td align=center><font size=5><b>"
          + t.headline()
          + "</b></font></td></tr><tr><td align=center><font color=gray>"
          + t.stamp()
          + "</font></td></tr><tr><td><font size=3>"
          + t.original()
          + "<br><br>"
          + paragraphs(t, "　　", "<br>\n<br>\n")
          + topic(t)
          + "<br><br>"
          + t.editor()
          + "</font></td></tr></table><table width=760><tr><td><font size=2>"
          + t.disclaimer()
          + "</font></td></tr></table>"
          + TAIL;
    }
  },
  HTML5 {
    @Override
    String page(PortalText t) {
      return head(t.headline() + " - 财经频道 - 海潮网")
          + "<header><nav>"
          + links(t)
          + "</nav></header><main><div class=\"breadcrumb\">"
          + path(t)
          + "</div><article><header><h1 class=\"title\">"
          + t.headline()
          + "</h1><p class=\"meta\">"
          + stamp(t)
          + "</p></header><section class=\"article-body\"><p>"
          + t.original()
          + "</p>"
          + paragraphs(t, "<p>", "</p>\n")
          + "<p>"
          + topic(t)
          + "</p><p class=\"editor\">"
          + t.editor()
          + "</p></section></article><div class=\"disclaimer\">"
          + t.disclaimer()
          + "</div></main>"
          + TAIL;
    }
  },
  /** As a reader that knows no markup would save it: every part a paragraph, the ticker one too. */
  PARAGRAPHS {
    @Override
    String page(PortalText t) {
      return head(t.headline())
          + "<p>"
          + t.ticker()
          + "</p><p>"
          + t.path().replace(">", "&gt;")
          + "</p><p>"
          + t.headline()
          + "</p><p>"
          + t.stamp()
          + "</p><p>"
          + t.original()
          + "</p>"
          + paragraphs(t, "<p>", "</p>\n")
          + "<p>"
          + t.topic()
          + "</p><p>"
          + t.editor()
          + "</p><p>"
          + t.disclaimer()
          + "</p>"
          + TAIL;
    }
  },
  /** Parts of the text in a block each, with advertisements between them. */
  PIECES {
    @Override
    String page(PortalText t) {
      return head(t.headline() + "|财经|海潮网")
          + "<ul class=\"ticker\">"
          + links(t).replace("<a ", "<li><a ").replace("</a>", "</a></li>")
          + "</ul><div class=\"wrap\"><div class=\"crumbs\">"
          + path(t)
          + "</div><h2 class=\"headline\">"
          + t.headline()
          + "</h2><div><span class=\"time\">"
          + stamp(t)
          + "</span></div><div class=\"piece\"><p>"
          + t.original()
          + "</p></div>"
          + paragraphs(
              t,
              "<div class=\"piece\"><p>",
              "</p></div><div class=\"ad\"><a href=\"/a\">广告</a></div>\n")
          + "<div class=\"piece\"><p>"
          + topic(t)
          + "</p></div><div class=\"bianji\">"
          + t.editor()
          + "</div><div class=\"bottom\"><p>"
          + t.disclaimer()
          + "</p></div></div>"
          + TAIL;
    }
  };

  private static final String TAIL =
      "<div class=\"footer\"><a href=\"/about\">关于我们</a> <a href=\"/contact\">联系方式</a> Copyright 2021</div></body></html>";

  abstract String page(PortalText text);

  private static String head(String title) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>"
        + title
        + "</title></head><body>";
  }

  /** The ticker as portals show it: every headline a link. */
  private static String links(PortalText t) {
    StringBuilder links = new StringBuilder();
    int number = 100;
    for (String headline : t.ticker().split(" ")) {
      links
          .append("<a href=\"/n/")
          .append(number++)
          .append(".html\">")
          .append(headline)
          .append("</a> ");
    }
    return links.toString();
  }

  private static String path(PortalText t) {
    String[] parts = t.path().split(">");
    String label = parts[0].substring(0, parts[0].indexOf(':') + 1);
    String home = parts[0].substring(parts[0].indexOf(':') + 1).strip();
    return label
        + "<a href=\"/\">"
        + home
        + "</a> &gt;<a href=\"/s/\">"
        + parts[1].strip()
        + "</a> &gt;";
  }

  private static String stamp(PortalText t) {
    int source = t.stamp().indexOf("来源");
    return t.stamp().substring(0, source)
        + "<span>"
        + t.stamp().substring(source, source + 3)
        + "<a href=\"https://example.org/\">"
        + t.stamp().substring(source + 3)
        + "</a></span>";
  }

  private static String topic(PortalText t) {
    int name = t.topic().indexOf(':') + 1;
    return t.topic().substring(0, name)
        + "<a href=\"/zt/1/\">"
        + t.topic().substring(name)
        + "</a>";
  }

  private static String paragraphs(PortalText t, String before, String after) {
    return t.paragraphs().stream().map(p -> before + p + after).collect(Collectors.joining());
  }
}
