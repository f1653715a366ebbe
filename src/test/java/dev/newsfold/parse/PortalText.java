package dev.newsfold.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a portal page, part by part, as a reader sees it: read from the shared seed, or
 * invented with the same furniture.
 *
 * @param ticker headlines of other articles, in one run
 * @param stamp time and source, run together
 */
record PortalText(
    String ticker,
    String path,
    String headline,
    String stamp,
    String original,
    List<String> paragraphs,
    String topic,
    String editor,
    String disclaimer) {

  /** Where the seed lies; it need not exist. */
  static Path seed() {
    return Path.of(System.getProperty("newsfold.shared", "../shared"), "seed", "portal-page.txt");
  }

  /** The seed's parts, told apart by their labels. */
  static PortalText ofSeed() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(seed())) {
      if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    int last = lines.size();
    return new PortalText(
        lines.get(0),
        lines.get(1),
        lines.get(2),
        lines.get(3),
        lines.get(4),
        List.copyOf(lines.subList(5, last - 3)),
        lines.get(last - 3),
        lines.get(last - 2),
        lines.get(last - 1));
  }

  static PortalText invented() {
    return new PortalText(
        "云岭缆车检修完毕周末恢复运行 河湾镇举办第三届豆腐节 星港队客场逆转取得三连胜 气象台:明起三天多阵雨 出门记得带伞"
            + " 老城区百年石桥完成加固 市图书馆延长夜间开放时间 松原大桥主塔封顶 两岸车程将缩短一半"
            + " 青禾农场首批草莓上市 每斤比去年便宜两元 动物园小熊猫双胞胎满月 邀市民取名",
        "您的位置:首页 >财经 >",
        "榆林湾港务局调整装卸费率 航运公司表示“可以接受”",
        "2019-03-08 07:05:42来源:海潮新闻综合",
        "原标题:榆林湾港务局调整装卸费率 航运公司表示“可以接受”",
        List.of(
            "晨星网3月8日报道 外媒称,榆林湾港务局局长贺明7日宣布,自下月起调整集装箱装卸费率。这是该港六年来首次调整收费。",
            "据路透社榆林湾3月7日报道,贺明在发布会上说,新费率平均上涨百分之四,“主要用于更换老旧的岸桥”。他还说,港务局同主要客户已经谈了三个月。",
            "两家航运公司的代表在会后表示,这一涨幅“可以接受”。其中一家正在考虑增加每周的班次。",
            "另据法新社榆林湾3月7日报道,当地渔民协会担心新的泊位安排会影响小船靠岸,希望港务局公布更详细的方案。",
            "分析人士指出,周边港口近两年已经先后提价,榆林湾此举在意料之中。"),
        "点击进入专题:榆林湾港扩建工程",
        "责任编辑:许青 HC107",
        "免责声明:本站所有内容仅供参考,不构成任何建议。如涉及版权问题,请与我们联系。");
  }

  String body() {
    return String.join("\n", paragraphs);
  }
}
