package dev.newsfold.parse.page;

import dev.newsfold.parse.text.Phrases;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a block says it is, by its tag, class, id or role. */
public enum BlockRole {
  /** It says that it holds the article's text. */
  BODY(2),
  /** It says nothing that we know. */
  PLAIN(0),
  /** It is likely something beside the article, if it is small. */
  DOUBTFUL(1),
  /** It says that it is not the article, whatever its size. */
  FURNITURE(3);

  /** Of several names of a block, the strongest counts. */
  private final int strength;

  BlockRole(int strength) {
    this.strength = strength;
  }

  private static final int MAX_NAME = 44;

  private static final Set<String> FURNITURE_TAGS =
      Set.of("nav", "footer", "aside", "menu", "dialog", "figcaption", "option", "summary");

  /** Parts of class and id names that only ever name an article's text. */
  private static final Phrases BODY_PARTS =
      Phrases.of(
          words(
              """
          articlebody article-body article_body article__body article-content
          article_content articlecontent article__content article-text article_text
          articletext story-body story_body storybody story-content post-content
          post_content postcontent post-body entry-content entry_content news_content
          news-content newscontent newstext news-text artibody trs_editor
          main-content-article rm_txt_con text_con endtext body-text bodytext
          detail-content detail_content article-detail paragraphs richtext rich-text
          zhengwen neirong
          """));

  /** Parts of class and id names of what stands beside articles. */
  private static final Phrases DOUBTFUL_PARTS =
      Phrases.of(
          words(
              """
          related comment discuss signature widget_ widget-area textwidget relate-
          recommend sidebar side-bar breadcrumb copyright disclaimer newsletter subscri
          advert sponsor promo outbrain taboola most-read mostread most-popular readmore
          read-more more-news more-stories morenews popular trending pagination social
          share sharing toolbar byline author-bio authorbio about-author author-box
          caption credit cookie consent popup modal login signup sign-up paywall
          tag-list taglist post-tags entry-tags article-tags tags-links keyword
          xiangguan tuijian pinglun fenxiang guanggao daohang qrcode erweima shengming
          ranking hotnews hot-news hot_news navigation skip-link screen-reader sr-only
          visually-hidden print-only site-header masthead teaser backlinks infobox info-box factbox fact-box tooltip toast whatsapp donat
          survey post-meta entry-meta article-meta article-info timestamp prevnext
          prev-next pagenav feedback
          """));

  /** Names, or last words of names, of what stands beside articles: {@code post-tags}. */
  private static final Set<String> DOUBTFUL_NAMES =
      Set.copyOf(
          words(
              """
              banner menu nav navbar footer foot tags tag hot rank crumb crumbs location
              position tool tools pager pages side aside rel rell bshare jiathis bdshare ewm
              statement source author authors poll vote reply topic topics links search
              complementary bottom figure video gallery slideshow carousel print overlay
              alert metadata meta sns like fans ticker marquee sponsor ad ads adv
              """));

  /** Whole names that are too common as parts of others. */
  private static final Set<String> DOUBTFUL_WHOLE =
      Set.of("hidden", "hide", "d-none", "img", "photo", "pic", "image", "widget", "ad1", "ad2");

  /** First words of names of advertisements. */
  private static final Set<String> ADVERTISEMENTS = Set.of("ad", "ads", "adv", "dfp", "gpt");

  /** Parts of class and id names of comment areas. */
  private static final Phrases FURNITURE_PARTS =
      Phrases.of(
          words(
              """
          comment-list comments-area comments-section comments-list commentlist
          comment_list comment-box comment-form disqus livefyre cookieconsent
          cookie-consent cookie-notice
          """));

  private static final Set<String> FURNITURE_NAMES =
      Set.of("comments", "comment", "navigation", "contentinfo", "respond", "cookie-banner");

  /** What some texts say, of those asked for last: pages repeat them. Racing threads do no harm. */
  private static final class Memory {
    private record Known(String text, BlockRole role) {}

    private final @Nullable Known[] places = new Known[1 << 13];
    private final Function<String, BlockRole> read;

    Memory(Function<String, BlockRole> read) {
      this.read = read;
    }

    BlockRole of(String text) {
      int place = text.hashCode() & places.length - 1;
      Known known = places[place];
      if (known == null || !known.text().equals(text)) {
        known = new Known(text, read.apply(text));
        places[place] = known;
      }
      return known.role();
    }
  }

  private static final Memory NAMES = new Memory(BlockRole::ofName);
  private static final Memory HINTS = new Memory(BlockRole::ofNames);

  /** What a block says it is. */
  static BlockRole of(Block block) {
    if (FURNITURE_TAGS.contains(block.tag())) {
      return FURNITURE;
    }
    if (block.tag().equals("form") || block.tag().equals("fieldset")) {
      return DOUBTFUL;
    }
    if (block.element().attributesSize() == 0) {
      return PLAIN;
    }
    if (block.element().attributes().get("itemprop").contains("articleBody")) {
      return BODY;
    }
    String hint = block.hint();
    return hint.isEmpty() ? PLAIN : HINTS.of(hint);
  }

  /** What the strongest of some names says. Those made of a headline say nothing of their block. */
  private static BlockRole ofNames(String names) {
    BlockRole role = PLAIN;
    int start = 0;
    while (start < names.length()) {
      int space = names.indexOf(' ', start);
      int end = space < 0 ? names.length() : space;
      if (end - start <= MAX_NAME) {
        BlockRole said = NAMES.of(names.substring(start, end));
        role = said.strength > role.strength ? said : role;
      }
      start = end + 1;
    }
    return role;
  }

  private static BlockRole ofName(String name) {
    if (FURNITURE_NAMES.contains(name) || FURNITURE_PARTS.isIn(name)) {
      return FURNITURE;
    }
    if (BODY_PARTS.isIn(name)) {
      return BODY;
    }
    return DOUBTFUL_PARTS.isIn(name)
            || DOUBTFUL_WHOLE.contains(name)
            || DOUBTFUL_NAMES.contains(lastWord(name))
            || ADVERTISEMENTS.contains(firstWord(name))
        ? DOUBTFUL
        : PLAIN;
  }

  private static String lastWord(String name) {
    int start = name.length();
    while (start > 0 && Character.isLetterOrDigit(name.charAt(start - 1))) {
      start--;
    }
    return name.substring(start);
  }

  private static String firstWord(String name) {
    int end = 0;
    while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
      end++;
    }
    return name.substring(0, end);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
