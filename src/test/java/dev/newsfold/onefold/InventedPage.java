package dev.newsfold.onefold;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One capture of an invented page.
 *
 * @param day number of the capture day, from 0
 * @param url its address
 * @param capturedAt when it was fetched
 * @param headline of the article; empty for a page that holds none
 * @param body sentences of the article; none for a page that shows its headline alone
 * @param publishedAt in Shanghai's time; null for an undated page
 */
record InventedPage(
    int day,
    String url,
    Instant capturedAt,
    String headline,
    List<String> body,
    @Nullable LocalDateTime publishedAt) {
  private static final int PARAGRAPH = 4;
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  boolean isArticle() {
    return !headline.isEmpty();
  }

  /** An article that is captured at noon of its day. */
  static InventedPage of(
      int day, String url, String headline, List<String> body, LocalDateTime publishedAt) {
    Instant noon = Corpus.day(day).atTime(4, 0).toInstant(ZoneOffset.UTC);
    return new InventedPage(day, url, noon, headline, body, publishedAt);
  }

  /** The same bytes fetched at the same time, delivered on another day. */
  InventedPage deliveredOn(int otherDay) {
    return new InventedPage(otherDay, url, capturedAt, headline, body, publishedAt);
  }

  /**
   * The page.
   *
   * @param ticker pages whose headlines it lists ahead of everything
   */
  byte[] html(List<InventedPage> ticker) {
    String page = isArticle() ? article(ticker) : error();
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static String error() {
    return """
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页面不存在</title></head>
        <body><h1>页面不存在</h1><p>您访问的页面不存在</p></body></html>
        """;
  }

  private String article(List<InventedPage> ticker) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
        .append(headline)
        .append(
            "</title>\n<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",")
        .append("\"@type\":\"NewsArticle\",\"headline\":\"")
        .append(headline)
        .append('"');
    if (publishedAt != null) {
      html.append(",\"datePublished\":\"").append(publishedAt).append(":00+08:00\"");
    }
    html.append("}</script></head><body>\n");
    if (!ticker.isEmpty()) {
      html.append("<ul>");
      for (InventedPage other : ticker) {
        html.append("<li><a href=\"" + other.url + "\">" + other.headline + "</a></li>\n");
      }
      html.append("</ul>\n");
    }
    html.append("<div class=\"crumb\">您的位置：<a href=\"/\">首页</a> &gt; <a href=\"/hb/\">")
        .append(url.hashCode() % 3 == 0 ? "湖滨" : "河谷")
        .append("</a></div>\n");
    html.append("<h1>").append(headline).append("</h1>\n");
    if (publishedAt != null) {
      html.append("<p>").append(SHOWN.format(publishedAt)).append("</p>\n");
    }
    html.append("<div class=\"article-content\">");
    for (int i = 0; i < body.size(); i += PARAGRAPH) {
      html.append("<p>")
          .append(String.join("", body.subList(i, Math.min(body.size(), i + PARAGRAPH))))
          .append("</p>\n");
    }
    return html.append("</div></body></html>\n").toString();
  }
}
