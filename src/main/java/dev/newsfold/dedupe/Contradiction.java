package dev.newsfold.dedupe;

import java.util.List;

/**
 * Words that turn a headline into another one: an answer to the news instead of the news, a denial,
 * the opposite outcome.
 */
final class Contradiction {
  /** What makes a headline a comment on an event; on one side only, it is another item. */
  private static final List<String> COMMENTS =
      List.of("评", "回应", "谈", "解析", "解读", "揭秘", "热议", "反响", "盘点", "直播", "实探", "专访", "预告");

  /** What denies; 不 alone is too common inside other words to count in the shorter list. */
  private static final List<String> DENIALS =
      List.of("不", "未", "没", "否认", "无", "not", "no", "denies");

  /** Outcomes that exclude each other. */
  private static final List<List<String>> OPPOSITES =
      List.of(
          List.of("成功", "失败"),
          List.of("上涨", "下跌"),
          List.of("上调", "下调"),
          List.of("上升", "下降"),
          List.of("涨", "跌"),
          List.of("增", "减"),
          List.of("开幕", "闭幕"),
          List.of("开始", "结束"),
          List.of("升", "降"),
          List.of("获释", "被捕"),
          List.of("胜", "负"),
          List.of("启动", "终止"),
          List.of("上半年", "下半年"),
          List.of("低于", "高于"),
          List.of("少于", "多于"),
          List.of("不足", "超过"),
          List.of("以下", "以上"),
          List.of("below", "above"),
          List.of("less", "more"),
          List.of("under", "over"),
          List.of("早", "晚"),
          List.of("profit", "loss"),
          List.of("rises", "falls"),
          List.of("rise", "fall"),
          List.of("up", "down"),
          List.of("raises", "cuts"),
          List.of("opens", "closes"),
          List.of("wins", "loses"));

  private Contradiction() {}

  /** Whether one headline comments on, denies or reverses what the other reports. */
  static boolean differs(Headline a, Headline b) {
    return oneSided(COMMENTS, a, b) || oneSided(DENIALS, a, b) || opposed(a, b);
  }

  private static boolean oneSided(List<String> words, Headline a, Headline b) {
    return words.stream().anyMatch(word -> has(a, word) != has(b, word));
  }

  /** Whether the outcome of one is the opposite of the other's. */
  static boolean opposed(Headline a, Headline b) {
    for (List<String> pair : OPPOSITES) {
      boolean first = has(a, pair.get(0)) && !has(b, pair.get(0));
      boolean last = has(b, pair.get(1)) && !has(a, pair.get(1));
      boolean firstBack = has(b, pair.get(0)) && !has(a, pair.get(0));
      boolean lastBack = has(a, pair.get(1)) && !has(b, pair.get(1));
      if ((first && last) || (firstBack && lastBack)) {
        return true;
      }
    }
    return false;
  }

  /** Han words anywhere, Latin words as tokens. */
  private static boolean has(Headline headline, String word) {
    return word.charAt(0) < 0x80 ? headline.tokens().contains(word) : headline.key().contains(word);
  }
}
