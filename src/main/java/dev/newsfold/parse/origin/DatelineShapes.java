package dev.newsfold.parse.origin;

import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Lexicon;
import java.util.regex.Pattern;

/** The shapes that Chinese datelines have, each with its groups: outlet or place, then the day. */
final class DatelineShapes {
  private static final String MONTH = "(\\d{1,2})\\s?月\\s?";
  private static final String DAY = "(\\d{1,2})\\s?日";
  private static final String OPEN = "[【〔\\[(（]";
  private static final String CLOSE = "[】〕\\])）]";
  private static final String NAMED = "[\\p{IsHan}\\w·.—－／/、-]";

  /** When on that day. */
  private static final String PART_OF_DAY =
      Lexicon.anyOf("time-words.tsv", 3, "forenoon", "noon", "afternoon", "part of day");

  private static final String WIRE_KIND = CreditWords.any("wire kind");
  private static final String BULLETIN = CreditWords.any("bulletin");
  private static final String NO_WIRE = "(?!" + Lexicon.anyOf("quoting.tsv", 3, "no wire") + ")";
  static final String STATED = Lexicon.anyOf("quoting.tsv", 3, "stated");

  /** Outlet, place and day, then a word for report. */
  static final Pattern WITH_DAY =
      Pattern.compile(
          "^(%1$s{2,20}?\\s?%1$s{0,16}?)[\\s，,（(]{0,2}(?:(\\d{4})\\s?年\\s?)?(?:%2$s)?%3$s%4$s?\\s?"
                  .formatted(NAMED, MONTH, DAY, PART_OF_DAY)
              + WIRE_KIND
              + "{0,2}"
              + NO_WIRE
              + CreditWords.any("wire", "bulletin", "report", "message"));

  /** Outlet, then 讯; the day may follow: 新浪科技讯 北京时间1月16日凌晨消息. */
  static final Pattern WITHOUT_DAY =
      Pattern.compile(
          "^((?:(?!\\d{1,2}[月日])[\\p{IsHan}A-Za-z0-9·—－/-]){2,18}?)"
              + WIRE_KIND
              + "?"
              + BULLETIN
              + "(?=[\\s（(】\\]〕)）|｜，,:：\\d\\p{IsHan}])(?:[\\s】\\]〕)）]{0,2}"
              + Lexicon.anyOf("time-words.tsv", 3, "zone")
              + "?(?:(\\d{1,2})月)?(\\d{1,2})日"
              + PART_OF_DAY
              + "?"
              + CreditWords.any("message")
              + ")?");

  /** 央视网消息：, 新华社电: an outlet and a word for report, and the text right behind. */
  static final Pattern NO_MORE =
      Pattern.compile(
          "^%1$s?((?!%1$s)[\\p{IsHan}A-Za-z0-9·]{2,10}?)(%2$s|%3$s)(?=[：:（(]|\\s|(?<!^%1$s.{2,12})[，,])\\s?[：:]?"
              .formatted(STATED, CreditWords.any("message"), CreditWords.any("wire")));

  /** 甲报记者张三 北京报道, 甲报（www.jia.example）记者 张三 李四 北京报道. */
  static final Pattern FROM_PLACE =
      Pattern.compile(
          "^([\\p{IsHan}\\w]{2,14}?)(?:[（(][\\w.]+[)）])?%s?%s\\s?(?:[\\p{IsHan}·]{2,4}[\\s、]){1,3}(\\p{IsHan}{2,6}?)%s?%s(?=[\\s：:，]|$)"
              .formatted(
                  CreditWords.any("rank", "trainee"),
                  CreditWords.any("reporter"),
                  CreditWords.any("report kind"),
                  CreditWords.any("report")));

  /** 【海潮專訊】, (海潮日報報道), 【海潮2021年02月03日讯】: a bracket of its own. */
  static final Pattern BRACKETED =
      Pattern.compile(
          "^\\s{0,3}%s([\\p{IsHan}A-Za-z·.][\\p{IsHan}A-Za-z0-9·.]{1,11}?)%s?(?:(?:(\\d{4})年)?%s%s)?%s?%s%s"
              .formatted(
                  OPEN,
                  Lexicon.anyOf("time-words.tsv", 3, "zone"),
                  MONTH,
                  DAY,
                  WIRE_KIND,
                  CreditWords.any("bulletin", "report", "message"),
                  CLOSE));

  /** （海潮港13日讯）: where and when, and the paper's own. */
  static final Pattern PLACED =
      Pattern.compile(
          "^\\s{0,3}%s(\\p{IsHan}{2,6}?)(?:(\\d{1,2})月)?(\\d{1,2})日%s?%s%s"
              .formatted(OPEN, WIRE_KIND, CreditWords.any("wire", "bulletin"), CLOSE));

  private DatelineShapes() {}
}
