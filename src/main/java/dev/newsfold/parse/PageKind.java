package dev.newsfold.parse;

import dev.newsfold.captures.Markup;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells pages that hold an article from those that do not. */
final class PageKind {
  /** Headlines of pages that a server shows instead of an article. */
  private static final Pattern ERROR =
      Pattern.compile(
          "^\\s*+(?:404|403|50[0-9]|400)\\b(?:\\W*+error)?|"
              + Lexicon.anyOf("headlines.tsv", 3, "error"),
          Pattern.CASE_INSENSITIVE);

  /** What servers show of a folder that has no page. */
  private static final Pattern LISTING =
      Pattern.compile(
          // As Apache and nginx, Python, and IIS show it.
          "^(?:index of|directory listing for|directory of) ?/|^(?:[\\w.-]+ - )?/(?:\\S*/)?$",
          Pattern.CASE_INSENSITIVE);

  /** Headlines, in whole, of pages that sites have beside their articles, however long they are. */
  private static final Pattern BESIDE_ARTICLES =
      Pattern.compile(
          Lexicon.anyOf("headlines.tsv", 3, "beside articles")
              + "|"
              + Lexicon.anyOf("headlines.tsv", 3, "opens pages beside articles")
              + ".{0,40}",
          Pattern.CASE_INSENSITIVE);

  /** What may stand beside words of an error, such as the name of the site. */
  private static final int BESIDE_ERROR = 20;

  /** A body this long is an article whatever the rest of the page looks like. */
  private static final int LONG_BODY = 300;

  /** Below this there is nothing to read. */
  private static final int SOME_BODY = 40;

  private static final int MAX_HEAD = 100_000;
  private static final int MANY_LINKS = 12;
  private static final int MANY_TEASERS = 8;
  private static final int LINKED_HEADLINE = 18;

  /** The name of a section says less than this. */
  private static final int HEADLINE = 30;

  private static final String NO_TEXT = "no text beside the headline";

  private PageKind() {}

  /** True if the page says that it is an article, or when it was published. */
  private static boolean claimsArticle(Draft draft) {
    String time = draft.evidence().winners().getOrDefault("publishedAt", "url");
    return draft.article().getPublishedAt() != null && !time.equals("url") || tellsMachines(draft);
  }

  /** True if the page's data say that it is an article. */
  private static boolean tellsMachines(Draft draft) {
    String type = draft.page().meta().first("og:type");
    return type != null && type.toLowerCase(Locale.ROOT).contains("article")
        || draft.data().types().stream()
            .anyMatch(t -> t.contains("Article") || t.contains("Posting") || t.equals("Report"));
  }

  /** True for a page that ends before its body begins: its headline is all that was captured. */
  private static boolean isCutInHead(PageView page) {
    String text = page.page().getText();
    return text.length() < MAX_HEAD
        && Text.weight(page.title()) >= 18
        && !text.contains("</head")
        && !text.contains("<body")
        && !text.contains("</title");
  }

  /** Why the page holds no article; null if it holds one. */
  static @Nullable String whyNoArticle(Draft draft) {
    PageView page = draft.page();
    int weight = Text.weight(draft.article().getBody());
    if (page.lines().isEmpty() && weight == 0 && !isCutInHead(page)) {
      return page.scripts().isEmpty() ? "no visible text" : "no visible text without scripts";
    }
    if (!Markup.hasTag(page.page().getText())) {
      // It may be an article, but nothing tells its headline from the rest.
      return "text without markup";
    }
    String headline = draft.headline().text();
    if (headline.isEmpty()) {
      return "no headline";
    }
    String plain = Text.plain(headline);
    if (weight < LONG_BODY && isOfError(plain)) {
      return "an error page: " + headline;
    }
    if (BESIDE_ARTICLES.matcher(plain).matches()) {
      return "no article, but a page that a site has beside them: " + headline;
    }
    if (LISTING.matcher(plain).find()) {
      return "a listing of a folder";
    }
    boolean list = Text.weight(headline) < HEADLINE && !tellsMachines(draft);
    if (list) {
      int teasers = teasers(draft);
      if (teasers >= MANY_TEASERS) {
        return "an index: " + teasers + " teasers of other pages";
      }
    }
    if (weight >= LONG_BODY) {
      return null;
    }
    boolean claims = weight < SOME_BODY && list ? tellsMachines(draft) : claimsArticle(draft);
    List<Line> lines = page.lines();
    int linked = 0;
    int links = 0;
    int all = 0;
    for (Line line : lines) {
      linked += line.linkWeight();
      all += line.weight();
      links += isLinkedHeadline(line) ? 1 : 0;
    }
    if (!claims && links >= MANY_LINKS && linked > all * 0.7 && weight < all * 0.15) {
      return "an index: " + links + " links, " + weight + " letters of text";
    }
    if (weight < SOME_BODY && !isCutInHead(page)) {
      return claimsArticle(draft) ? null : NO_TEXT;
    }
    return null;
  }

  /** True for a headline that says little more than that a page is in error. */
  private static boolean isOfError(String headline) {
    Matcher m = ERROR.matcher(headline);
    int said = 0;
    while (m.find()) {
      said += Text.weight(m.group());
    }
    return said > 0 && Text.weight(headline) - said <= Math.max(said, BESIDE_ERROR);
  }

  /**
   * How many other pages this one tells of, each with a linked headline and a sentence below it; 0
   * if the body is more than one of these.
   */
  private static int teasers(Draft draft) {
    int teasers = 0;
    int own = 0;
    Set<Line> body = new HashSet<>(draft.body());
    for (Line line : draft.page().lines()) {
      if (!TextDensity.isProse(line) || line.hidden()) {
        continue;
      }
      if (isBelowLink(draft.page(), line)) {
        teasers++;
      } else if (body.contains(line)) {
        own += line.weight();
      }
    }
    return own < LONG_BODY ? teasers : 0;
  }

  /** A link worded like a headline; its day may stand beside it. */
  private static boolean isLinkedHeadline(Line line) {
    return line.linkWeight() >= LINKED_HEADLINE && line.linkDensity() >= 0.6;
  }

  private static boolean isBelowLink(PageView page, Line line) {
    for (int back = 1; back <= 2; back++) {
      Line above = page.line(line.index() - back);
      if (above != null && isLinkedHeadline(above)) {
        return true;
      }
    }
    return false;
  }
}
