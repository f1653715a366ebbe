package dev.newsfold.parse;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Furniture by label: the words by which lines beside, above and below an article's text give
 * themselves away, in simplified and traditional Chinese and in English.
 */
final class Furniture {
  private static final int MAX_LENGTH = 300;

  /**
   * A kind of line.
   *
   * @param name as it stands in the evidence
   * @param maxWeight a longer line is not of this kind
   * @param begins what such a line begins with; null if that does not tell
   * @param holds what such a line holds anywhere; null if that does not tell
   */
  private record Label(
      String name, int maxWeight, @Nullable Pattern begins, @Nullable Pattern holds) {

    boolean fits(Line line, String head) {
      return line.weight() <= maxWeight
          && (begins != null && begins.matcher(head).lookingAt()
              || holds != null && holds.matcher(head).find());
    }
  }

  /** Alternatives with a caret tell by how a line begins, the others by what it holds. */
  private static Label label(String name, int maxWeight, String... alternatives) {
    StringJoiner begins = new StringJoiner("|");
    StringJoiner holds = new StringJoiner("|");
    for (String alternative : alternatives) {
      (alternative.startsWith("^") ? begins : holds).add(alternative);
    }
    return new Label(name, maxWeight, pattern(begins), pattern(holds));
  }

  private static @Nullable Pattern pattern(StringJoiner alternatives) {
    return alternatives.length() == 0
        ? null
        : Pattern.compile(
            alternatives.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Lines that say something of the article, and are no part of it. */
  private static final List<Label> LINES =
      List.of(
          label(
              "editor",
              150,
              "^[\\s(（\\[【]*+(?:责任编辑|責任編輯|责编|責編|本文编辑|文章编辑|网络编辑|值班编辑|本期编辑|编辑|編輯"
                  + "|核稿编辑|核稿編輯|校对|审核|审校|编审|主编|监制)\\s*+[:：\\s/|]"),
          label("source", 120, "^[\\s(（\\[【]*+(?:来源|來源|稿件来源|文章来源|本文来源|信息来源|新闻来源|消息来源|稿源)\\s*+[:：]"),
          label(
              "breadcrumb",
              150,
              "^(?:您|你|我)?(?:现在|現在|目前|当前|當前|所在)*+(?:的)?(?:位置|栏目)(?:是|在)?\\s*+[:：>＞]"),
          label(
              "caption",
              400,
              "^[▲▼△▽]",
              "^.{4,260}(?:©|\\((?:c|image|photo|picture|foto|bild)[:)])\\s?\\p{L}[^.]{1,60}$",
              "^.{4,260}\\b(?:fotos?|photos?|image|bild|credit|kuva|fot\\.|zdjęcie|imagen|immagine|фото)\\s?[:：©/]\\s?\\p{L}[^.]{1,60}$",
              "^.{0,260}(?:/\\s?getty images|\\bgetty images\\)?|\\(ap photo\\b.{0,60}\\))$",
              "^(?:foto|photo|bild|kuva|fot\\.|zdjęcie|фото)\\s?[:：/]\\s?.{2,80}$",
              "[(（](?:[^()（）]{0,16})(?:图|圖|攝|摄|翻攝|取自|提供|資料照|资料照|資料照片|示意圖|截圖|截图|圖片)(?:[^()（）]{0,40})[)）]$"),
          label(
              "reporter's line",
              120,
              "^(?:記者|[^，。／]{2,8}中心|實習記者|特派記者|政治中心)[^，。]{0,24}[／/∕][^，。]{0,12}(?:報導|报道|撰文|編譯)$",
              "^[圖图文]{1,2}\\s?[／/∕：:]\\s?[^，。]{1,20}$"),
          label(
              "hotline",
              120,
              "(?:專線|专线|生命線|张老师|張老師|熱線|热线|諮詢)[^，。]{0,12}[:：]?\\s?[\\d（(-]{3,}",
              "提醒您.{0,12}(?:機會|生命|自己)|關心您.{0,14}(?:機會|生命)"),
          label("original headline", 300, "^[\\s(（\\[【]*+(?:原标题|原標題|原题|原文标题)\\s*+[:：]"),
          label("topic", 200, "^(?:>>|》|→|•|·)?\\s*+(?:点击进入专题|点击进入|进入专题|相关专题|专题[:：]|返回专题|進入專題)"),
          label(
              "disclaimer",
              2000,
              "^[\\s(（\\[【*※]*+(?:免责声明|反侵权公告|版权作品|平台声明|免責聲明|版权声明|版權聲明|郑重声明|特别声明|特別聲明|声明[:：]|聲明[:：]"
                  + "|风险提示[:：]|投资者据此操作|版权所有|版權所有|本网站所有信息|未经授权|未經授權|未经书面"
                  + "|凡本网注明|凡注明|本文仅代表|本文系|以上内容仅|文章来源于网络)",
              "^(?:copyright|©|\\(c\\)|all rights reserved)"),
          label(
              "share bar",
              120,
              "^(?:分享到|分享至|分享[:：]|分享$|\\[?广告\\]?$|\\[?廣告\\]?$|转发到|扫一扫|扫码|扫描二维码|用微信扫|微信扫|打印本|\\[?打印\\]?$|收藏本|我要评论|我来说两句"
                  + "|发表评论|网友评论|参与评论|查看评论|评论\\s*+[(（\\d]|字号|字體|字体|点赞|纠错|举报|上一篇|下一篇|上一页|下一页"
                  + "|上一則|下一則|关闭窗口|返回顶部|返回首页|返回列表|【打印|加入收藏|推荐给朋友|复制链接|\\[收藏\\])",
              "^(?:share(?: this| on)?\\b|tweet\\b|print(?: this)?$|email(?: this)?$|follow us|follow @|sign up"
                  + "|subscribe|this content is reserved|unlimited (?:online|digital) access|already (?:a subscriber|have an account)|create an account|newsletter|advertisement|sponsored|log ?in|click here to|comments?(?: \\(\\d++\\))?$"
                  + "|leave a (?:comment|reply)|loading|skip to|photo:|image:|image copyright|image caption)"),
          label(
              "newsletter",
              260,
              "\\bsign(?:ing)? up (?:here )?(?:for|to) (?:our|the|its|my)\\b.{0,60}(?:newsletter|emails?\\b|alerts)",
              "\\bsubscrib\\w* to (?:our|the|my)\\b.{0,40}newsletter|(?:täglichen|unseren|unserem|kostenlosen)\\b.{0,30}newsletter.{0,60}(?:anmeld|abonnier|richtig)"
                  + "|(?:abonnez|inscrivez)-vous.{0,40}newsletter|(?:suscr[íi]b|inscr[íi]b|reg[íi]str)\\w+.{0,40}(?:newsletter|bolet[íi]n)|iscriv\\w+.{0,30}newsletter"),
          label(
              "app and account",
              400,
              "(?:关注|扫描|扫码|搜索|添加).{0,12}(?:公众号|微信号|二维码|官方微信|微信公众)",
              "(?:下载|打开).{0,10}(?:客户端|APP)",
              "徵稿|投稿信箱|投稿邮箱|歡迎.{0,6}投書|意見反映",
              "^(?:更多精彩|欢迎关注|欢迎订阅|长按识别|点击下载|想看更多|更多新闻|更多報導|更多报道|新闻热线|爆料热线|投稿邮箱|联系邮箱)",
              "^(?:★|▲|▼|►|◆|●|※|☆|【)?\\s*+(?:加入.{0,8}(?:LINE|好友|粉絲團)|追蹤|下載.{0,14}APP|訂閱|按讚|安心專線|自殺防治|珍愛生命)"));

  /** Lines that begin what follows an article: lists of other articles, comments. */
  private static final List<Label> ENDS =
      List.of(
          label(
              "related list",
              90,
              "^[\\s\\[【《<>»▶►■◆★☆●○◎▍▎|/(（]*+(?:相关新闻|相关阅读|相关报道|相关文章|相关链接|相关推荐|相关专题|相关内容|相关资讯|相關新聞"
                  + "|相關報導|相關文章|相關閱讀|相關連結|延伸阅读|延伸閱讀|延伸報導|推荐阅读|推薦閱讀|推荐新闻|推薦新聞|猜你喜欢|猜你喜歡|猜您"
                  + "|热门推荐|热门新闻|热门文章|热点推荐|热点新闻|热点排行|热点专题|熱門新聞|熱門文章|今日热点|精彩推荐|精彩图片|精彩图文|为您推荐|为你推荐"
                  + "|更多相关|更多新闻|更多阅读|更多閱讀|往期回顾|往期精选|编辑推荐|编辑精选|編輯推薦|图片新闻|图片推荐|最新评论|热门评论"
                  + "|网友评论|精彩评论|热评|点击排行|阅读排行|新闻排行|排行榜|新闻推荐|本周热点|最新新闻|最新消息|最新文章|最新報導"
                  + "|您可能感兴趣|你可能感兴趣|你可能也|大家都在看|大家正在看|其他人也在看|看更多|看過這篇|人氣新聞|即時新聞|專題推薦"
                  + "|特别推荐|精品推荐|视频推荐|留言|回應|讀者回應|文章评论|发表评论|我要评论|参与讨论)"
                  + "\\s*+(?:[:：>»\\]】》）)…\\-—|/]|$|[（(\\d])",
              "^(?:\\d{1,5} (?:thoughts?|comments?|responses?|replies|reactions) (?:on|to) .*|comments are closed.*|most read in .*|leave a (?:reply|comment)"
                  + "|related(?: (?:articles?|stories|news|posts|topics|content|links|coverage))?|read (?:more|also|next)|more (?:on|from|stories|news)\\b.*"
                  + "|most (?:read|popular|viewed)|you may also (?:like|be interested).*|recommended(?: .*)?|trending(?: .*)?|popular(?: .*)?"
                  + "|up next|what to read next|see also|comments?|add (?:a )?comment|post a comment|join the (?:conversation|discussion)"
                  + "|also on .*|latest(?: (?:news|stories))?|sponsored (?:content|links)|follow .* on (?:twitter|facebook)|share this (?:article|story).*"
                  + "|about the author|editor'?s picks?|don'?t miss|in other news|read the original.*|tags?|filed under|topics?)\\s*+:?$"));

  private Furniture() {}

  /** Why a line is no part of an article's text although it stands in it; null if it may be. */
  static @Nullable String why(Line line) {
    String label = find(LINES, line);
    return label == null ? FurnitureWords.why(line) : label;
  }

  /** What begins with this line, if it is what follows an article; null if it does not look so. */
  static @Nullable String whatBegins(Line line) {
    String label = find(ENDS, line);
    return label == null && FurnitureWords.headsList(line) ? "related list" : label;
  }

  private static @Nullable String find(List<Label> labels, Line line) {
    String text = line.text();
    String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    for (Label label : labels) {
      if (label.fits(line, head)) {
        return label.name();
      }
    }
    return null;
  }
}
