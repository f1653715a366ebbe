package dev.newsfold.dedupe;

import dev.newsfold.records.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invented members of the fold, and invented text to fill them. */
public final class Members {
  public static final LocalDate DAY = LocalDate.of(2031, 5, 6);

  private static final String HAN =
      "山川河谷雨雪云雾桥路村镇船帆灯塔麦稻茶桑竹松梅兰石田井泉湖海岸沙洲林草花果鸟鱼牛羊车马门窗钟鼓书画琴棋"
          + "修建开放启用巡查登记安排讨论审议公布举行完成增加改善保护培育种植收获运输销售交流合作参观学习训练比赛";
  private static final String[] WORDS =
      ("harbour council bridge ferry orchard market school library river valley plan vote repair open "
              + "close build plant carry visit report week month budget ticket winter summer crew engine")
          .split(" ");

  private Members() {}

  public static FoldMember article(String id, String headline, String body) {
    return article(id, headline, body, DAY);
  }

  public static FoldMember article(
      String id, String headline, String body, @Nullable LocalDate day) {
    return article(id, "example.org", headline, body, day);
  }

  public static FoldMember article(
      String id, String site, String headline, String body, @Nullable LocalDate day) {
    Instant at = day == null ? null : day.atTime(8, 0).toInstant(ZoneOffset.UTC);
    return new FoldMember(
        id,
        "https://" + site + "/" + id,
        site,
        null,
        headline,
        null,
        at,
        day,
        day == null ? null : Precision.MINUTE,
        Sketch.of(body));
  }

  /** Sentences without sense, the same for the same seed. */
  public static String han(long seed, int characters) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      text.append(HAN.charAt(random.nextInt(HAN.length())));
      if (i % 17 == 16) {
        text.append("。");
      }
    }
    return text.toString();
  }

  public static String english(long seed, int words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 11 == 10 ? ". " : " ");
    }
    return text.toString();
  }
}
