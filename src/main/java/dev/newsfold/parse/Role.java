package dev.newsfold.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a block says it is, by its tag, class, id or role. */
enum Role {
  /** It says that it holds the article's text. */
  BODY,
  /** It says nothing that we know. */
  PLAIN,
  /** It is likely something beside the article, if it is small. */
  DOUBTFUL,
  /** It says that it is not the article, whatever its size. */
  FURNITURE;

  private static final int MAX_NAME = 44;

  private static final Set<String> FURNITURE_TAGS =
      Set.of("nav", "footer", "aside", "menu", "dialog", "figcaption", "option", "summary");

  /** Parts of class and id names that only ever name an article's text. */
  private static final List<String> BODY_PARTS =
      List.of(
          "articlebody",
          "article-body",
          "article_body",
          "article__body",
          "article-content",
          "article_content",
          "articlecontent",
          "article__content",
          "article-text",
          "article_text",
          "articletext",
          "story-body",
          "story_body",
          "storybody",
          "story-content",
          "post-content",
          "post_content",
          "postcontent",
          "post-body",
          "entry-content",
          "entry_content",
          "news_content",
          "news-content",
          "newscontent",
          "newstext",
          "news-text",
          "artibody",
          "trs_editor",
          "main-content-article",
          "rm_txt_con",
          "text_con",
          "endtext",
          "body-text",
          "bodytext",
          "detail-content",
          "detail_content",
          "article-detail",
          "paragraphs",
          "richtext",
          "rich-text",
          "zhengwen",
          "neirong");

  /** Parts of class and id names of what stands beside articles. */
  private static final List<String> DOUBTFUL_PARTS =
      List.of(
          "related",
          "relate-",
          "recommend",
          "sidebar",
          "side-bar",
          "breadcrumb",
          "copyright",
          "disclaimer",
          "newsletter",
          "subscri",
          "advert",
          "sponsor",
          "promo",
          "outbrain",
          "taboola",
          "most-read",
          "mostread",
          "most-popular",
          "readmore",
          "read-more",
          "more-news",
          "more-stories",
          "morenews",
          "popular",
          "trending",
          "pagination",
          "social",
          "share",
          "sharing",
          "toolbar",
          "byline",
          "author-bio",
          "authorbio",
          "about-author",
          "author-box",
          "caption",
          "credit",
          "cookie",
          "consent",
          "popup",
          "modal",
          "login",
          "signup",
          "sign-up",
          "paywall",
          "tag-list",
          "taglist",
          "post-tags",
          "entry-tags",
          "article-tags",
          "tags-links",
          "keyword",
          "xiangguan",
          "tuijian",
          "pinglun",
          "fenxiang",
          "guanggao",
          "daohang",
          "qrcode",
          "erweima",
          "shengming",
          "ranking",
          "hotnews",
          "hot-news",
          "hot_news",
          "navigation",
          "skip-link",
          "screen-reader",
          "sr-only",
          "visually-hidden",
          "print-only",
          "announce",
          "site-header",
          "masthead",
          "teaser",
          "backlinks",
          "infobox",
          "donat",
          "survey",
          "widget",
          "post-meta",
          "entry-meta",
          "article-meta",
          "article-info",
          "byline",
          "timestamp",
          "prevnext",
          "prev-next",
          "pagenav",
          "feedback");

  /** Whole words of class and id names of what stands beside articles. */
  private static final Set<String> DOUBTFUL_WORDS =
      Set.of(
          "ad",
          "ads",
          "adv",
          "ad1",
          "ad2",
          "banner",
          "menu",
          "nav",
          "navbar",
          "footer",
          "foot",
          "header",
          "tags",
          "tag",
          "hot",
          "rank",
          "crumb",
          "crumbs",
          "location",
          "position",
          "tool",
          "tools",
          "pager",
          "pages",
          "page_nav",
          "side",
          "aside",
          "rel",
          "rell",
          "bshare",
          "jiathis",
          "bdshare",
          "ewm",
          "statement",
          "editor",
          "source",
          "author",
          "toc",
          "poll",
          "vote",
          "reply",
          "topic",
          "links",
          "login",
          "search",
          "complementary",
          "sponsor",
          "bottom",
          "figure",
          "video",
          "gallery",
          "slideshow",
          "carousel",
          "print",
          "popup",
          "overlay",
          "alert",
          "metadata",
          "meta",
          "sns",
          "like",
          "fans",
          "ticker",
          "marquee");

  /** Parts of class and id names of comment areas. */
  private static final List<String> FURNITURE_PARTS =
      List.of("comment-list", "comments-area", "commentlist", "comment_list", "disqus", "livefyre");

  private static final Set<String> FURNITURE_WORDS =
      Set.of("comments", "comment", "navigation", "contentinfo", "respond");

  /** Reads roles, remembering names already seen: pages repeat them. */
  static final class Reader {
    private final Map<String, Role> known = new HashMap<>();

    Role of(Block block) {
      if (FURNITURE_TAGS.contains(block.tag())) {
        return FURNITURE;
      }
      if (block.element().attributesSize() == 0) {
        return PLAIN;
      }
      if (block.element().attr("itemprop").contains("articleBody")) {
        return BODY;
      }
      String hint = block.hint();
      return hint.isEmpty() ? PLAIN : known.computeIfAbsent(hint, Role::ofHint);
    }
  }

  /** Class names made of a headline say nothing of their block. */
  private static String withoutSlugs(String hint) {
    if (hint.length() <= MAX_NAME) {
      return hint;
    }
    StringBuilder names = new StringBuilder(hint.length());
    for (String name : hint.split(" ", -1)) {
      if (name.length() <= MAX_NAME) {
        names.append(names.isEmpty() ? "" : " ").append(name);
      }
    }
    return names.toString();
  }

  private static Role ofHint(String names) {
    String hint = withoutSlugs(names);
    if (contains(hint, FURNITURE_PARTS)) {
      return FURNITURE;
    }
    boolean doubtful = contains(hint, DOUBTFUL_PARTS);
    int start = 0;
    for (int i = 0; i <= hint.length(); i++) {
      if (i == hint.length() || !isWordPart(hint.charAt(i))) {
        if (i > start) {
          String word = hint.substring(start, i);
          if (FURNITURE_WORDS.contains(word)) {
            return FURNITURE;
          }
          doubtful |= DOUBTFUL_WORDS.contains(word);
        }
        start = i + 1;
      }
    }
    if (contains(hint, BODY_PARTS)) {
      return BODY;
    }
    return doubtful ? DOUBTFUL : PLAIN;
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean contains(String hint, List<String> parts) {
    for (String part : parts) {
      if (hint.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
