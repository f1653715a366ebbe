package dev.newsfold.sample;

import java.util.List;

/** News agencies as texts quote them. The names are those of real agencies: readers know them. */
final class Agencies {
  private Agencies() {}

  private static final List<String> CHINESE =
      List.of("路透社", "法新社", "美联社", "共同社", "韩联社", "德新社", "塔斯社");
  private static final List<String> ENGLISH = List.of("Reuters", "AFP", "dpa", "Kyodo", "Yonhap");

  /** The paragraph as told to an agency, which is added to the list unless it is there. */
  static String quote(Opening opening, Telling telling, String paragraph, List<String> quoted) {
    if (opening.outlet().language() == Language.ENGLISH) {
      String agency = telling.dice().pick(ENGLISH);
      add(quoted, agency);
      return paragraph + " The figures were first reported by " + agency + ".";
    }
    String agency = telling.dice().pick(CHINESE);
    String opener = quoted.isEmpty() ? "据" : "另据";
    add(quoted, agency);
    return opener
        + agency
        + telling.tell("city")
        + opening.time().getMonthValue()
        + "月"
        + opening.time().getDayOfMonth()
        + "日报道，"
        + paragraph;
  }

  private static void add(List<String> quoted, String agency) {
    if (!quoted.contains(agency)) {
      quoted.add(agency);
    }
  }
}
