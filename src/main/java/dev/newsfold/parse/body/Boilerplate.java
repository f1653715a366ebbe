package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.PrefilteredPatterns;
import dev.newsfold.parse.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Boilerplate by label: the words by which lines beside, above and below an article's text give
 * themselves away. Chinese ones are compared in simplified characters.
 */
public final class Boilerplate {
  private static final int MAX_LENGTH = 300;

  /** {@code Alex on September 17, 2018 at 6:34 am said:} */
  private static final int LONGEST_SIGNATURE = 80;

  /** One of these stands in every line that begins comments. */
  private static final String COMMENT_WORDS = "论論言应應帖评評见見条條则則前:";

  /**
   * A kind of line.
   *
   * @param name as it stands in the evidence
   * @param maxWeight a longer line is not of this kind
   * @param begins what such a line begins with; null if that does not tell
   * @param holds what such a line holds anywhere; null if that does not tell
   * @param from how much of the line comes before what it holds, at least
   * @param word stands in every line that begins so, for one that may begin with anything
   */
  private record Label(
      String name,
      int maxWeight,
      @Nullable PrefilteredPattern begins,
      @Nullable PrefilteredPattern holds,
      int from,
      @Nullable String word) {

    boolean isBegunBy(Line line, String head) {
      return begins != null
          && line.weight() <= maxWeight
          && (word == null || head.contains(word))
          && begins.begins(head);
    }

    boolean isHeldBy(Line line, String head) {
      return holds != null && line.weight() <= maxWeight && holds.find(head, from) != null;
    }

    /** The same, for lines that hold it behind so many chars. */
    Label behind(int chars) {
      return new Label(name, maxWeight, begins, holds, chars, word);
    }

    /** The same, for lines that begin with anything, and hold this word. */
    Label with(String held) {
      return new Label(name, maxWeight, begins, holds, from, held);
    }

    /** How lines of this kind begin, if that can be told from their first chars. */
    @Nullable PrefilteredPattern plainBegin() {
      return word == null ? begins : null;
    }
  }

  /**
   * Kinds of lines, the first that fits is it.
   *
   * @param begun finds what any of them looks for at the head of a line: in most there is nothing
   * @param held the same, for what they look for anywhere in a line
   * @param words of those kinds that lines of any beginning may be of
   */
  private record Labels(
      List<Label> all,
      @Nullable PrefilteredPattern begun,
      @Nullable PrefilteredPattern held,
      List<String> words) {
    static Labels of(Label... labels) {
      return new Labels(
          List.of(labels),
          any(Label::plainBegin, labels),
          any(Label::holds, labels),
          Stream.of(labels).map(Label::word).filter(Objects::nonNull).toList());
    }

    private boolean hasWord(String head) {
      for (String word : words) {
        if (head.contains(word)) {
          return true;
        }
      }
      return false;
    }

    private static @Nullable PrefilteredPattern any(
        Function<Label, @Nullable PrefilteredPattern> which, Label... labels) {
      List<PrefilteredPattern> sieves =
          Stream.of(labels).map(which).filter(Objects::nonNull).toList();
      return sieves.isEmpty() ? null : PrefilteredPattern.anyOf(sieves);
    }

    @Nullable String find(Line line) {
      String text = line.plain();
      String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
      boolean begins = begun != null && begun.begins(head) || hasWord(head);
      boolean holds = held != null && HELD.may(line.furniture(), held) && held.isIn(head);
      if (begins || holds) {
        for (Label label : all) {
          if (begins && label.isBegunBy(line, head) || holds && label.isHeldBy(line, head)) {
            return label.name();
          }
        }
      }
      return null;
    }
  }

  /** Alternatives with a caret tell by how a line begins, the others by what it holds. */
  private static Label label(String name, int maxWeight, String... alternatives) {
    StringJoiner begins = new StringJoiner("|");
    StringJoiner holds = new StringJoiner("|");
    for (String alternative : alternatives) {
      (alternative.startsWith("^") ? begins : holds).add(alternative);
    }
    return new Label(name, maxWeight, sieve(begins), sieve(holds), 0, null);
  }

  private static @Nullable PrefilteredPattern sieve(StringJoiner alternatives) {
    return alternatives.length() == 0
        ? null
        : PrefilteredPattern.of(
            Text.plain(alternatives.toString()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Lines that say something of the article, and are no part of it. */
  private static final Labels LINES =
      Labels.of(
          label(
              "editor",
              150,
              "^[\\s(（\\[【]*+(?:(?:责任|本文|文章|网络|值班|本期|核稿|实习|执行|新媒体)?编辑|责编|网编|责任校对|校对|审核|审校|编审|主编|监制|翻译|译者|供稿|[一二三初终复]审|统筹|策划|签发|值班主任|制作|排版)"
                  + "(?:\\s*+[:：/|丨]|\\s++\\p{IsHan}{1,4}(?:[\\s、]|$))"),
          label("source", 120, "^[\\s(（\\[【]*+(?:来源|稿件来源|文章来源|本文来源|信息来源|新闻来源|消息来源|稿源)\\s*+[:：]"),
          label(
              "page mark",
              40,
              "^\\d{1,3}\\s?(?:dari|of|von|sur|de|di|/)\\s?\\d{1,3}\\s?(?:halaman|pages?|seiten?|páginas?|pagine)?$"),
          label("breadcrumb", 150, "^(?:您|你|我)?(?:现在|目前|当前|所在)*+的?(?:位置|栏目)(?:是|在)?\\s*+[:：>＞]"),
          label(
                  "caption",
                  400,
                  "(?:©|\\((?:c|image|photo|picture|foto|bild)[:)])\\s?\\p{L}[^.]{1,60}$",
                  "\\b(?:fotos?|photos?|image|bild|credit|kuva|fot\\.|zdjęcie|imagen|immagine|фото)\\s?[:：©/]\\s?\\p{L}[^.]{1,60}$")
              .behind(4),
          label(
              "caption",
              400,
              "^[▲▼△▽]",
              "^[\\s(（\\[【]*+(?:(?:图片|视频)来源|图源|供图|题图)\\s*+[:：/|丨]",
              "(?:/\\s?getty images|\\bgetty images\\)?|\\(ap photo\\b.{0,60}\\))$",
              "^(?:foto|photo|bild|kuva|fot\\.|zdjęcie|фото)\\s?[:：/]\\s?.{2,80}$",
              "[(（](?:[^()（）]{0,16})(?:图|摄|翻摄|取自|提供|资料照|资料照片|示意图|截图|图片)(?:[^()（）]{0,40})[)）]$"),
          label(
              "reporter's line",
              120,
              "^(?:记者|实习记者|特派记者)[^，。]{0,24}[／/∕][^，。]{0,12}(?:报导|报道|撰文|编译)$",
              "^[图文]{1,2}\\s?[／/∕：:]\\s?[^，。]{1,20}$"),
          label("reporter's line", 120, "中心[^，。]{0,24}[／/∕][^，。]{0,12}(?:报导|报道|撰文|编译)$").behind(2),
          label(
              "hotline",
              120,
              "(?:(?:安心|协谈|保护|防治|戒毒|求助|关怀|反诈|诈骗|援助|自杀|心理|家暴|谘商).{0,6}(?:专线|热线|咨询)|生命线|张老师)[^，。]{0,12}[:：]?\\s?[\\d（(-]{3,}",
              "^(?:饮酒过量|酒后不开车|禁止酒驾|未满十八岁.{0,6}饮酒|未成年.{0,6}饮酒).{0,12}$",
              "提醒您.{0,12}(?:机会|生命|自己)|关心您.{0,14}(?:机会|生命)"),
          label("hotline", 120, "^[★※◎●]?[^，。]{0,8}提醒您?[:：，].{0,10}(?:饮酒|喝酒|酒后|酒驾|吸烟|戒烟|投资)")
              .with("提醒"),
          label(
              "end mark",
              30,
              "^(?:-|—|–|=|\\*|【|（|\\()[\\-—–=*\\s]*+(?:the )?end[\\s\\-—–=·*】\\])）]*+$",
              "^[\\s\\-—–=·*【\\[(（]*+(?:全文完|本文完|正文完|未完待续)[\\s\\-—–=·*】\\])）]*+$"),
          label("original headline", 300, "^[\\s(（\\[【]*+(?:原标题|原题|原文标题)\\s*+[:：]"),
          label("tags", 150, "^[\\s\\[【(（]*+(?:关键词|关键字|标签|相关字词|相关标签|本文标签|文章标签)\\s*+[:：]"),
          label("topic", 200, "^(?:>>|》|→|•|·)?\\s*+(?:点击进入专题|点击进入|进入专题|相关专题|专题[:：]|返回专题)"),
          label(
              "disclaimer",
              2000,
              "^[\\s(（\\[【*※“\"]*+(?:免责声明|反侵权公告|版权作品|平台声明|版权声明|郑重声明|特别声明|声明[:：]|风险提示[:：]|投资者据此操作|(?:本文|本站|本网)?版权所有"
                  + "|本网站所有信息|未经授权|未经书面|凡本网注明|凡注明|本文仅代表|本文系|以上内容仅|转载请注明|如需转载|欢迎转载|(?:原文|本文)(?:链接|地址)[:：]|文章来源于网络|本文版权|版权归|版权说明|内容版权|本网站?所(?:刊载|发布|转载|有)|本站所(?:刊载|发布|转载|有)|刊用本网|本平台仅|以上内容[（(为系]|本内容(?:由|为|不)"
                  + "|(?:本文|文章|图文|图片|素材|以上内容|部分内容).{0,10}(?:来源于|来自|源自|转载自|取自)(?:于)?(?:网络|互联网)|如有侵权|如涉.{0,6}侵权|如.{0,8}侵犯|侵权(?:请|必究|联系|删)|(?:转载|引用)(?:请|须|务必|时请)|未获.{0,4}授权|未经.{0,10}(?:许可|同意|允许|授权)"
                  + "|本文不(?:代表|构成)|本文为.{0,12}(?:原创|独家)(?:文章|稿件)?[，。]|文中(?:观点|图片)(?:仅|均|来)|(?:文章|以上)(?:观点|内容)?不代表|著作权|本报.{0,6}保留.{0,6}权利)",
              "(?:无断转载|无断复制|转载禁止|无断での|無断転載|無断複製|무단\\s?전재|재배포\\s?금지|저작권자)",
              "(?:uses|verwendet|utilise|usa|gebruikt) akismet",
              "^(?:copyright|©|\\(c\\)|all rights reserved|(?:special )?(?:notice|statement): the (?:above )?content)"),
          label(
              "share bar",
              120,
              "^[\\s\\[【(（]*+(?:分享到|分享至|分享[:：]|分享给朋友|分享$|请(?:继续|往下){1,2}.{0,4}阅读|广告\\]?(?:$|请继续)|转发到|扫一扫|扫码|扫描二维码|用微信扫|微信扫|打印本|打印\\]?$|收藏本|我要评论"
                  + "|我来说两句|发表评论|网友评论|参与评论|查看评论|评论\\s*+[(（\\d]|字号|字级|字体|点赞|纠错|举报|上一篇|下一篇|上一页|下一页|上一则|下一则|上一条|下一条|前一篇|后一篇|余下全文|展开全文|关闭窗口"
                  + "|返回顶部|返回首页|返回列表|加入收藏|推荐给朋友|复制链接|收藏\\])",
              "^(?:share(?: this| on)?\\b|tweet\\b|print(?: this)?$|email(?: this)?$|follow us|follow @|sign up"
                  + "|subscribe|this content is reserved|unlimited (?:online|digital) access|already (?:a subscriber|have an account)|create an account|newsletter|advertisement|sponsored|log ?in|click here to|comments?(?: \\(\\d++\\))?$"
                  + "|leave a (?:comment|reply)|loading|like loading|gefällt mir(?:\\s?:| wird geladen)|suka memuat|me gusta(?:\\s?:| cargando)|image \\d++ of\\b|back to gallery|article content$|this advertisement has not loaded|skip to|photo:|image:|image copyright|image caption)"),
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
              "新闻不漏接|社群连结|征稿|投稿信箱|投稿邮箱|欢迎.{0,6}投书|意见反映",
              "^(?:返回.{1,6}[，,]查看更多|责任编辑[:：]|特别提醒[:：]关注|更多.{0,10}(?:请|欢迎)(?:关注|下载|点击)|本文来自微信|(?:请|敬请)(?:关注|下载|扫码|订阅))",
              "^(?:点击(?:查看|进入|这里|阅读|观看|图片)|阅读原文|预览时标签不可点|喜欢此内容的人|更多精彩|欢迎关注|欢迎订阅|长按识别|点击下载|想看更多|更多新闻|更多报导|更多报道|新闻热线|爆料热线|投稿邮箱|联系邮箱)",
              "^(?:★|▲|▼|►|◆|●|※|☆|【)?\\s*+(?:加入.{0,8}(?:LINE|好友|粉丝团)|追踪|下载.{0,14}APP|订阅|按赞|安心专线|自杀防治"
                  + "|珍爱生命)"));

  /** Lines that begin what follows an article: lists of other articles, comments. */
  private static final Labels ENDS =
      Labels.of(
          label(
              "related list",
              90,
              "^[\\s\\[【《<>»▶►■◆★☆●○◎▍▎|/(（]*+(?:相关新闻|相关阅读|相关报道|相关文章|相关链接|相关推荐|相关专题|相关内容|相关资讯|相关报导|相关连结"
                  + "|更多.{1,10}(?:报道|报导|新闻|消息|内容|文章)|延伸阅读|延伸报导|近期文章|近期新闻|同类文章|同类新闻|其他新闻|其它新闻|相关稿件|相关搜索|更多文章|精选文章|推荐文章|人气排行|滚动新闻|热门话题|大家还在看|高清图集|最新推荐|今日推荐|为您精选|为你精选|留言|回应|推荐阅读|推荐新闻|猜你喜欢|猜您|热门推荐|热门新闻|热门文章|热点推荐|热点新闻|热点排行|热点专题|今日热点|精彩推荐|精彩图片|精彩图文|为您推荐"
                  + "|为你推荐|更多相关|更多新闻|更多阅读|往期回顾|往期精选|编辑推荐|编辑精选|编辑部推荐|图片新闻|图片推荐|点击排行|阅读排行|新闻排行"
                  + "|排行榜|新闻推荐|本周热点|最新新闻|最新消息|最新文章|最新报导|您可能感兴趣|你可能感兴趣|你可能也|大家都在看|大家正在看|其他人也在看|看更多|看过这篇|人气新闻"
                  + "|即时新闻|专题推荐|特别推荐|精品推荐|视频推荐|也许您会感兴趣|也许你会)\\s*+(?:[:：>»\\]】》）)…\\-—|/]|$"
                  + "|[（(\\d])",
              "^(?:\\d{1,5} (?:thoughts?|comments?|responses?|replies|reactions) (?:on|to) .*|comments are closed.*|most read in .*|leave a (?:reply|comment)"
                  + "|related(?: (?:articles?|stories|news|posts|topics|content|links|coverage))?|read (?:more|also|next)|more (?:on|from|stories|news)\\b.*"
                  + "|most (?:read|popular|viewed)|you may also (?:like|be interested).*|recommended(?: .*)?|trending(?: .*)?|popular(?: .*)?"
                  + "|up next|what to read next|see also|comments?|add (?:a )?comment|post a comment|join the (?:conversation|discussion)"
                  + "|also on .*|latest(?: (?:news|stories))?|sponsored (?:content|links)|follow .* on (?:twitter|facebook)|share this (?:article|story).*"
                  + "|about the author|editor'?s picks?|don'?t miss|in other news|read the original.*|tags?|filed under|topics?)\\s*+:?$"));

  /** Lines that begin the comments, and what the site has to say of them. */
  private static final Labels COMMENTS =
      Labels.of(
          label(
              "comments",
              90,
              "^[\\s\\[【《<»▶►■◆★☆●○◎▍|/(（]*+(?:(?:网友|读者|热门|最新|精彩|文章|全部|我要|发表|参与)(?:评论|留言|回应|讨论|跟帖|热评|意见)"
                  + "|(?:评论|留言)区)\\s*+(?:[:：>»\\]】》）)…|/]*+$|[（(\\d])",
              "^(?:文明上网|网友评论仅|评论仅代表|以下网友|共\\s?\\d+\\s?[则条]|请先\\s?(?:登录)?\\s?后?发表评论)",
              "^回复\\s?[⋅·]?\\s?\\d{1,6}\\s?条回复",
              "\\d{1,2}\\s?(?:分钟|小时|天)前$",
              "(?:at|um) \\d{1,2}[:.]\\d{2}(?: ?[ap]m)?(?: uhr)? (?:said|says|wrote|schreibt|sagt|schrieb)\\s?:$"),
          label("comments", 30, "讨论区\\s*+(?:[:：>»\\]】》）)…|/]*+$|[（(\\d])").behind(2));

  /** What the foot of a site says in every country that registers sites. */
  private static final Labels FOOT =
      Labels.of(
          label(
              "foot",
              300,
              "icp[备证]|公网安备|网安备\\s?\\d|许可证.{0,8}\\d{6}|不良信息举报|^首页\\s?\\|.{0,12}(?:上一页|下一页)"
                  + "|사업자\\s?등록번호"));

  /** Rules for readers who write, and for those who read. */
  private static final PrefilteredPattern TERMS =
      PrefilteredPattern.of(
          "留言(?:系统|板|服务|规则|版)|(?:发言|留言|评论|回文).{0,16}(?:删除|封锁|移除|版权|违反)|请勿.{0,12}(?:刊登|转贴|回文|发文)"
              + "|(?:用户|服务|使用)(?:协议|条款)|隐私(?:政策|权条款)|personal, non-commercial use|terms of (?:use|service)|privacy policy",
          Pattern.CASE_INSENSITIVE);

  /** What lines may hold anywhere. */
  private static final PrefilteredPatterns HELD =
      PrefilteredPatterns.of(
          Stream.of(LINES.held(), COMMENTS.held(), FOOT.held(), TERMS)
              .filter(Objects::nonNull)
              .toList());

  private Boilerplate() {}

  /** The traces in a text in simplified characters of what is looked for anywhere in a line. */
  public static int traces(String plain) {
    return HELD.traces(plain);
  }

  /** True for a line with which the foot of the site begins, or goes on. */
  static boolean isFoot(Line line) {
    return FOOT.find(line) != null;
  }

  /** True for a sentence of a site's terms. */
  static boolean isOfTerms(Line line) {
    return HELD.may(line.furniture(), TERMS) && TERMS.isIn(line.plain());
  }

  /** Why a line is no part of an article's text although it stands in it; null if it may be. */
  static @Nullable String why(Line line) {
    String label = LINES.find(line);
    return label == null ? BoilerplateWords.why(line) : label;
  }

  /** What begins with this line, if it is what follows an article; null if it does not look so. */
  public static @Nullable String whatBegins(Line line) {
    String label = ENDS.find(line);
    if (label == null) {
      label = COMMENTS.find(line);
    }
    return label == null && BoilerplateWords.headsList(line) ? "related list" : label;
  }

  /** True if comments begin with this line. */
  static boolean beginsComments(Line line) {
    String text = line.text();
    return text.length() <= LONGEST_SIGNATURE
        && text.chars().anyMatch(c -> COMMENT_WORDS.indexOf(c) >= 0)
        && COMMENTS.find(line) != null;
  }
}
