package dev.newsfold.parse.draft;

import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rule produced each field, what was refused, and, on request, what lost. */
public final class Evidence {
  private static final int MAX_CANDIDATES = 2_000;
  private static final int MAX_VALUE = 300;

  private final boolean complete;
  private final Map<String, String> winners = new LinkedHashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * @param complete true to hear every rule, also after one has won: for {@code inspect}
   */
  public Evidence(boolean complete) {
    this.complete = complete;
  }

  public boolean complete() {
    return complete;
  }

  /** The field's value comes from this rule. */
  public void won(String field, String rule, Object value) {
    winners.put(field, rule);
    note(field, rule, value, null);
  }

  /** Another rule would have said this. */
  public void lost(String field, String rule, Object value) {
    note(field, rule, value, "a better rule won");
  }

  /** The page says this, but it cannot be; shown in the record if nothing else is found. */
  public void refused(String field, String rule, Object value, String why) {
    winners.putIfAbsent(field, "refused: " + rule + ": " + why);
    note(field, rule, value, why);
  }

  public boolean has(String field) {
    String rule = winners.get(field);
    return rule != null && !rule.startsWith("refused: ");
  }

  /** Field name to the rule that won, or to why a value was refused. */
  public Map<String, String> winners() {
    return winners;
  }

  public List<Candidate> candidates() {
    return candidates;
  }

  private void note(String field, String rule, Object value, @Nullable String refusal) {
    if (complete && candidates.size() < MAX_CANDIDATES) {
      String text = Text.cut(String.valueOf(value), MAX_VALUE);
      candidates.add(new Candidate(field, rule, text, refusal));
    }
  }
}
