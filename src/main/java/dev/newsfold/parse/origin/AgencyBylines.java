package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the agency that signs a text, alone or beside its reporter: PTI, Jane Roe | AAP. */
final class AgencyBylines {
  /** What parts an agency from the names, the time and the labels beside it. */
  private static final Pattern PARTS =
      Pattern.compile(
          "\\s*[|,;:•·–—/]\\s*|\\s-\\s|\\s%s\\s|^%s\\s".formatted(any("with"), any("by")),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PICTURE =
      Pattern.compile(any("picture") + "|" + any("picture word") + "\\b");

  private static final Pattern BY =
      Pattern.compile("^" + any("by") + "\\s\\p{Lu}", Pattern.CASE_INSENSITIVE);

  private static final Phrases BYLINE = Phrases.of(Lexicon.words("quoting.tsv", 3, "class"));

  private static final int MAX_LINE = 120;
  private static final int MAX_PARTS = 10;

  /** The longest name of an agency, in words. */
  private static final int MAX_WORDS = 4;

  private AgencyBylines() {}

  private static String any(String kind) {
    return Lexicon.anyOf("quoting.tsv", 3, kind);
  }

  /** The agencies of the lines between the headline and the text. */
  static List<Source> beneath(Draft draft) {
    List<Source> sources = new ArrayList<>();
    for (Line line : draft.margins().beneath()) {
      String text = mayBeByline(line) ? line.spaced() : "";
      List<String> parts = new ArrayList<>();
      line.spans().stream()
          .filter(s -> !PICTURE.matcher(s.hint()).find())
          .forEach(s -> parts.add(s.text()));
      parts.addAll(List.of(PARTS.split(text, MAX_PARTS)));
      for (String part : text.isEmpty() ? List.<String>of() : parts) {
        String agency = ending(part.strip());
        if (!agency.isEmpty() && !Publishers.isNameOf(draft.article().getSite(), agency)) {
          Source.add(sources, agency, null);
        }
      }
    }
    return sources;
  }

  /** Pictures have their own agencies. */
  private static boolean mayBeByline(Line line) {
    return line.text().length() <= MAX_LINE
        && !line.isHeading()
        && !line.block().tag().startsWith("fig")
        && !PICTURE.matcher(line.block().hint()).find()
        && !PICTURE.matcher(line.lower()).find()
        && (BY.matcher(line.text()).find()
            || BYLINE.isIn(line.block().hint())
            || line.spans().stream().anyMatch(span -> BYLINE.isIn(span.hint()))
            || TimeText.scan(line.text(), TimeContext.ANY_TIME).first() != null);
  }

  /** The agency that is all of a part, or its end behind two words of a name. */
  private static String ending(String part) {
    String[] words = part.split("\\s+", MAX_WORDS + 3);
    for (int from = 0; from < words.length; from++) {
      String end = String.join(" ", List.of(words).subList(from, words.length));
      if (from != 1 && Agencies.name(end) != null) {
        return end;
      }
    }
    return "";
  }
}
