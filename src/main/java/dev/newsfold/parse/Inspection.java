package dev.newsfold.parse;

import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.draft.Candidate;
import java.util.List;

/**
 * What the parser makes of a page, with its reasons.
 *
 * @param verdict the outcome, as {@link ArticleParser#parse} gives it
 * @param candidates for each field what every rule offered, the winner first
 * @param dropped the first lines left out of the body although they stand in or near it, and why
 */
public record Inspection(
    Verdict<ParsedPage> verdict, List<Candidate> candidates, List<Dropped> dropped) {

  /**
   * A line left out of the body.
   *
   * @param text the line
   * @param why e.g. {@code label: 责任编辑} or {@code list of links}
   */
  public record Dropped(String text, String why) {}
}
