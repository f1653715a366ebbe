package dev.newsfold.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * News agencies as texts quote them. The names are those of real agencies, as readers know no
 * others; an agency's one name is the one that Chinese pages use.
 */
final class Agencies {
  private Agencies() {}

  /** The agency's name, and what English pages call it. */
  private static final Map<String, String> ENGLISH =
      new TreeMap<>(
          Map.of(
              "路透社", "Reuters",
              "法新社", "AFP",
              "德新社", "dpa",
              "共同社", "Kyodo",
              "韩联社", "Yonhap",
              "塔斯社", "TASS"));

  private static final List<String> NAMES = List.copyOf(ENGLISH.keySet());

  /** The paragraph as told to an agency, whose name is added to the list unless it is there. */
  static String quote(Opening opening, Telling telling, String paragraph, List<String> quoted) {
    String agency = telling.dice().pick(NAMES);
    String opener = quoted.isEmpty() ? "据" : "另据";
    if (!quoted.contains(agency)) {
      quoted.add(agency);
    }
    if (opening.outlet().language() == Language.ENGLISH) {
      return paragraph + " The figures were first reported by " + ENGLISH.get(agency) + ".";
    }
    return opener
        + agency
        + telling.tell("city")
        + opening.time().getMonthValue()
        + "月"
        + opening.time().getDayOfMonth()
        + "日报道，"
        + paragraph;
  }

  /** Those of the agencies that the text quotes, in whatever script or language. */
  static List<String> quotedIn(List<String> paragraphs, List<String> agencies) {
    String text = String.join("\n", paragraphs);
    List<String> quoted = new ArrayList<>();
    for (String agency : agencies) {
      String english = ENGLISH.getOrDefault(agency, agency);
      if (text.contains(agency)
          || text.contains(Traditional.of(agency))
          || text.contains(english)) {
        quoted.add(agency);
      }
    }
    return quoted;
  }
}
