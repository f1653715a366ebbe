package dev.newsfold.onefold;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented Chinese text without sense and without numerals, the same for the same seed. */
final class Words {
  private static final String HAN =
      "山川河谷雨雪云雾桥路村镇船帆灯塔麦稻茶桑竹松梅兰石田井泉湖海岸沙洲林草花果鸟鱼牛羊车马门窗钟鼓书画琴棋"
          + "修建开放启用巡查登记安排讨论审议公布举行完成增加改善保护培育种植收获运输销售交流合作参观学习训练比赛"
          + "晴朗温和宽阔明亮古老新鲜勤劳细心整齐清洁热闹安静沿途附近对岸北坡南滩东郊西街旧址工地渡口码头集市学堂";

  private final Random dice;

  Words(long seed) {
    dice = new Random(seed);
  }

  /** A headline of 12 to 16 characters. */
  String headline() {
    return han(12 + dice.nextInt(5));
  }

  /** Sentences of 18 to 26 characters, each with its full stop. */
  List<String> sentences(int count) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int before = 8 + dice.nextInt(5);
      sentences.add(han(before) + "，" + han(9 + dice.nextInt(5)) + "。");
    }
    return sentences;
  }

  /** A text of a usual length: 12 to 20 sentences. */
  List<String> body() {
    return sentences(12 + dice.nextInt(9));
  }

  private String han(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(HAN.charAt(dice.nextInt(HAN.length())));
    }
    return text.toString();
  }
}
