package dev.newsfold.parse;

import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Page;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.UrlEvidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/** Pages made of their text, captured in February 2021, and what the parser makes of them. */
public final class Pages {
  public static final Instant CAPTURED = Instant.parse("2021-02-23T08:00:00Z");

  private static final ParseSettings SETTINGS =
      new ParseSettings(
          ZoneId.of("Asia/Shanghai"), Instant.parse("2021-03-01T00:00:00Z"), SiteRules.NONE);

  private Pages() {}

  public static Page page(String html) {
    return page(html, "https://news.haichao.example/gj/2020/0925/1234.html", UrlEvidence.FETCHED);
  }

  public static Page page(String html, String url, UrlEvidence evidence) {
    return Page.newBuilder()
        .setUrl(url)
        .setUrlEvidence(evidence)
        .setCapturedAt(CAPTURED)
        .setOrigin(Origin.newBuilder().setFile("a.html").build())
        .setPayloadDigest("00")
        .setPayloadSize(html.getBytes(StandardCharsets.UTF_8).length)
        .setText(html)
        .setCharset("UTF-8")
        .setCharsetEvidence("utf8-valid")
        .build();
  }

  /** The article on a page; an assertion error if there is none. */
  public static ParsedPage parse(String html) {
    return parse(page(html));
  }

  public static ParsedPage parse(Page page) {
    Verdict<ParsedPage> verdict = new ArticleParser(SETTINGS).parse(page);
    if (verdict instanceof Verdict.Accepted<ParsedPage> accepted) {
      return accepted.value();
    }
    throw new AssertionError(rejection(page).getMessage());
  }

  /** Why a page is rejected; an assertion error if it is not. */
  public static Rejection rejection(Page page) {
    Verdict<ParsedPage> verdict = new ArticleParser(SETTINGS).parse(page);
    if (verdict instanceof Verdict.Rejected<ParsedPage> rejected) {
      return rejected.rejection();
    }
    throw new AssertionError("not rejected");
  }
}
