package dev.newsfold.sample;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How reports open: agency datelines, portals' "reported on", and programme openers. */
final class Datelines {
  private Datelines() {}

  private static final List<String> CHINESE_WIRES = List.of("海岬社", "云岭社", "长风社", "北岸社");
  private static final List<String> CHINESE_SITES = List.of("参见消息网", "望海网", "环湾网", "七河新闻网");
  private static final List<String> PROGRAMMES = List.of("央闻网消息（晚间联播）：", "央闻网消息（午间新闻）：");
  private static final List<String> ENGLISH_WIRES =
      List.of("Blue Bay Wire", "North Post", "Meridian News");

  /**
   * The dateline of a story, or none.
   *
   * @param reporters named in it, if any
   * @param percentile which kind; from 60 up there is none
   */
  static @Nullable Dateline of(
      Opening opening, Telling telling, List<String> reporters, int percentile) {
    if (percentile >= 60) {
      return null;
    }
    if (opening.outlet().language() == Language.ENGLISH) {
      return percentile < 35 ? englishWire(opening, telling) : null;
    }
    if (percentile < 36) {
      return chineseWire(opening, telling, reporters);
    }
    return percentile < 50 ? site(opening, telling) : programme(telling);
  }

  /** A dateline that a later outlet puts before a text that had none. */
  static Dateline added(Opening opening, Telling telling) {
    if (opening.outlet().language() == Language.ENGLISH) {
      return englishWire(opening, telling);
    }
    return telling.dice().chance(0.5)
        ? chineseWire(opening, telling, List.of())
        : programme(telling);
  }

  private static Dateline chineseWire(Opening opening, Telling telling, List<String> reporters) {
    String wire = telling.dice().pick(CHINESE_WIRES);
    String city = telling.tell("place.lasting");
    String text = wire + city + chineseDay(opening) + "电";
    String names = reporters.isEmpty() ? "" : "（记者" + String.join("、", reporters) + "）";
    String joint = names.isEmpty() ? "　" : "";
    return new Dateline(wire, city, isoDay(opening), text + names, joint);
  }

  private static Dateline site(Opening opening, Telling telling) {
    String site = telling.dice().pick(CHINESE_SITES);
    return new Dateline(site, null, isoDay(opening), site + chineseDay(opening) + "报道", " 外媒称，");
  }

  private static Dateline programme(Telling telling) {
    return new Dateline("央闻网", null, null, telling.dice().pick(PROGRAMMES), "");
  }

  private static Dateline englishWire(Opening opening, Telling telling) {
    String wire = telling.dice().pick(ENGLISH_WIRES);
    String city = telling.tell("place.lasting").toUpperCase(Locale.ROOT);
    String text = city + ", " + telling.recall("M") + " " + telling.recall("D") + " (" + wire + ")";
    return new Dateline(wire, city, isoDay(opening), text, " - ");
  }

  private static String chineseDay(Opening opening) {
    return opening.time().getMonthValue() + "月" + opening.time().getDayOfMonth() + "日";
  }

  private static String isoDay(Opening opening) {
    return String.format(
        Locale.ROOT, "--%02d-%02d", opening.time().getMonthValue(), opening.time().getDayOfMonth());
  }
}
