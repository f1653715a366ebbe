package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.BlockRole;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Sentences;
import java.util.BitSet;
import java.util.List;

/** Sentences right beneath the headline: a standfirst, or news that is no longer than that. */
final class TextBeneathHeadline {
  /** So many sentences may stand between a headline and its text. */
  private static final int MAX_STANDFIRST = 3;

  private static final int STANDFIRST_WEIGHT = 45;
  private static final double STANDFIRST_LINKS = 0.2;

  /** So near to the headline stands news that is no longer than this. */
  private static final int MAX_BRIEF = 16;

  private static final int BRIEF_WEIGHT = 40;

  /** A heading so close beneath the headline speaks of the same article. */
  private static final int NEXT = 3;

  private static final List<String> DESCRIPTIONS = List.of("description", "og:description");

  private final TextDensity passages;
  private final PageView page;
  private final int headlineLine;
  private final List<String> descriptions;

  /**
   * @param headlineLine -1 for none
   */
  TextBeneathHeadline(TextDensity passages, int headlineLine) {
    this.passages = passages;
    this.page = passages.page();
    this.headlineLine = headlineLine;
    this.descriptions =
        DESCRIPTIONS.stream().flatMap(n -> page.meta().all(n).stream()).map(Keys::of).toList();
  }

  /** News in a sentence or two beneath the headline, on a page that has no more prose. */
  void addBrief(BitSet found) {
    if (headlineLine < 0) {
      return;
    }
    int end = Math.min(page.lines().size(), headlineLine + 1 + MAX_BRIEF);
    for (int i = headlineLine + 1; i < end; i++) {
      Line line = page.lines().get(i);
      boolean sentence =
          line.weight() >= BRIEF_WEIGHT
              && Sentences.isComplete(line.text())
              && line.linkDensity() <= STANDFIRST_LINKS;
      if (sentence
          && !line.hidden()
          && line.block().isParagraph()
          && !passages.isOutside(line.block())) {
        found.set(i);
      } else if (!found.isEmpty() && (line.isHeading() || line.isLinked())) {
        return;
      }
    }
  }

  /** Takes in the sentences that stand between the headline and the text. */
  void addStandfirst(BitSet found) {
    int first = found.nextSetBit(Math.max(headlineLine, 0));
    if (headlineLine < 0 || found.get(headlineLine) || first - headlineLine > BodyCore.MAX_HEAD) {
      return;
    }
    int taken = 0;
    for (int i = headlineLine + 1; i < first && taken < MAX_STANDFIRST; i++) {
      Line line = page.lines().get(i);
      if (isStandfirst(line)) {
        found.set(i);
        taken++;
        Line above = page.line(i - 1);
        if (above != null
            && above.isHeading()
            && above.index() > headlineLine
            && above.block().parent() == line.block().parent()) {
          found.set(i - 1);
        }
      }
    }
  }

  private boolean isStandfirst(Line line) {
    if (line.weight() < STANDFIRST_WEIGHT
        || line.linkDensity() > STANDFIRST_LINKS
        || passages.isOutside(line.block())
        || !Sentences.isComplete(line.text()) && !isSubhead(line) && !isDescription(line)) {
      return false;
    }
    Block block = line.block();
    for (int up = 0; block != null && up < 3; up++) {
      if (passages.role(block) == BlockRole.DOUBTFUL && !block.hint().contains("teaser")) {
        return false;
      }
      block = block.parent();
    }
    return true;
  }

  /** A heading right beneath the headline, of a lower rank. */
  private boolean isSubhead(Line line) {
    Line title = page.line(headlineLine);
    return line.isHeading()
        && title != null
        && title.isHeading()
        && line.index() - headlineLine <= NEXT
        && line.block().tag().compareTo(title.block().tag()) > 0;
  }

  /** A line that the page gives machines as its description. */
  private boolean isDescription(Line line) {
    String key = line.key();
    return descriptions.stream().anyMatch(description -> description.startsWith(key));
  }
}
