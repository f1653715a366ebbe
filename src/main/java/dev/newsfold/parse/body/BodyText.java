package dev.newsfold.parse.body;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.SiteFields;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.structured.ScriptText;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the body, and its text: what the site's rule selects, what is found among the
 * visible lines, or what the page gives machines where next to nothing is visible.
 */
public final class BodyText {
  /** A line left out of the body, and why. */
  public record Dropped(String line, String why) {}

  /** Visible text that is less than this share of the stated text is not the article. */
  private static final double MUCH_LESS = 0.3;

  /** With more text than this a page needs no script to show it. */
  private static final int LITTLE = 400;

  private static final int MAX_TRIES = 3;
  private static final int SOME_TEXT = 60;
  private static final int MAX_DROPPED = 40;

  private final TextDensity passages;
  private final @Nullable StatedBody stated;
  private final boolean complete;
  private final List<Dropped> dropped = new ArrayList<>();

  /** The lines that were last made one text, which several rules ask for. */
  private @Nullable List<Line> joined;

  private @Nullable String prose;

  private BodyText(Draft draft) {
    passages = new TextDensity(draft.page(), draft.headline());
    stated = StatedBody.of(draft.page(), draft.data());
    complete = draft.evidence().complete();
  }

  /** The rules, with the page's passages and its stated text read once. */
  public static BodyText of(Draft draft) {
    return draft.reading(BodyText.class, BodyText::new);
  }

  /** The lines left out when the body was last looked for; only if all evidence is wanted. */
  public List<Dropped> dropped() {
    return dropped;
  }

  /** The lines of the body below the draft's headline. */
  public List<Line> lines(Draft draft) {
    dropped.clear();
    List<Line> found = visible(draft.headline());
    List<Line> selected = SiteFields.body(draft.page());
    return selected.isEmpty() ? found : selected;
  }

  /** What the finder finds, unless next to nothing of it is text: then what it finds next. */
  private List<Line> visible(Headline headline) {
    BiConsumer<Line, String> drop =
        (line, why) -> {
          if (complete && dropped.size() < MAX_DROPPED) {
            dropped.add(new Dropped(line.text(), why));
          }
        };
    BodyFinder finder = new BodyFinder(passages, headline);
    BodyCleaner cleaner = new BodyCleaner(passages, headline, stated, drop);
    List<Line> best = List.of();
    int bestWeight = -1;
    for (int i = 0; i < MAX_TRIES && bestWeight < SOME_TEXT; i++) {
      List<Line> lines = cleaner.clean(finder.find());
      int weight = lines.stream().mapToInt(Line::weight).sum();
      if (weight > bestWeight) {
        best = lines;
        bestWeight = weight;
      }
    }
    return best;
  }

  /** The text within what the site's rule selects; null if it selects nothing. */
  public @Nullable String bySiteRule(Draft draft) {
    return SiteFields.body(draft.page()).isEmpty() ? null : prose(draft);
  }

  /** What the page gives machines as its text, where next to nothing of it is visible. */
  public @Nullable String unseen(Draft draft) {
    String prose = prose(draft);
    if (stated == null || Text.weight(prose == null ? "" : prose) >= stated.weight() * MUCH_LESS) {
      return null;
    }
    return stated
        .text()
        .lines()
        .map(Text::squeeze)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /**
   * What a script would show as the text, where next to nothing of it is visible, nor given
   * machines; null if none does, and once it is shown.
   */
  public @Nullable String onlyInScripts(Draft draft) {
    String prose = prose(draft);
    int weight = Text.weight(prose == null ? "" : prose);
    if (draft.page().byScript() || weight >= LITTLE || unseen(draft) != null) {
      return null;
    }
    String text = ScriptText.find(draft.page().scripts(), draft.headline().text());
    return text != null
            && weight < Text.weight(text) * MUCH_LESS
            && (prose == null || Keys.of(text).contains(draft.body().get(0).key()))
        ? text
        : null;
  }

  /** The text that a script shows, without what is none of it. */
  public @Nullable String byScript(Draft draft) {
    return draft.page().byScript() ? prose(draft) : null;
  }

  /** The visible lines; null if there are none. */
  public @Nullable String prose(Draft draft) {
    if (draft.body() != joined) {
      String text = draft.body().stream().map(Line::text).collect(Collectors.joining("\n"));
      String without = Boilerplate.withoutButton(text);
      joined = draft.body();
      prose = without.isEmpty() ? null : without;
    }
    return prose;
  }
}
